import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { Crowd } from '../support/crowd.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { HALL, OLD_PROJECTOR, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { listen } from '../support/spoken.ts';
import { misfits } from '../support/stage.ts';
import { count, HELP, make, option, place, rank, stagePlaces, told, type Order } from '../support/ranking.ts';
import { device } from '../support/people.ts';

const [SPONSOR, FLEXIBLE, SHORTLISTS, TIME] = HELP.options.map(({ text }) => text) as [string, string, string, string];
const SMALL = { ...PHONE, viewport: { width: 320, height: 568 } };

const deskPage = async (event: string) => {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(`${shared().base}/organiser/events/${event}`);
  return page;
};

/** The first by touch, the second with keys alone, the third through what a screen reader finds. */
test('three phones rank; stage, remote and desk say who won by points and who one to one', async () => {
  const desk = await organiser().event('A ranking', []);
  await make(desk, HELP);
  const [touch, keys, tree] = await Promise.all([
    Phone.join(desk, { options: SMALL }),
    Phone.join(desk),
    Phone.join(desk),
  ]);
  const stage = await open(desk.stage, HALL);
  const remote = await open(desk.remote, PHONE);
  const boss = await deskPage(desk.event);
  const next = async (button: string) => {
    const there = remote.locator('footer[aria-busy="false"]').getByRole('button', { name: button, exact: true });
    await there.waitFor();
    await accessible(remote, `remote: ${button}`, { phone: true });
    await there.click();
  };
  await next('Next →');
  await stage.getByText('Voting opens soon').first().waitFor();
  await accessible(stage, 'stage: draft');
  await boss.getByRole('heading', { name: HELP.question }).waitFor();
  await accessible(boss, 'desk: draft', { phone: true });
  await next('Open voting');

  // Flexible has the most points, the sponsor beats every other: two orders of the one kind, one of the other.
  const orders: Order[] = [
    [SPONSOR, FLEXIBLE, SHORTLISTS, TIME],
    [SPONSOR, FLEXIBLE, SHORTLISTS, TIME],
    [FLEXIBLE, SHORTLISTS, TIME, SPONSOR],
  ];
  await touch.sees('0 of 4 placed.');
  await accessible(touch.page, 'phone: nothing placed', { phone: true });
  for (const button of await touch.page.locator('main').getByRole('button').all()) {
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height), await button.innerText()).toBeGreaterThanOrEqual(44);
  }
  const heights = () => touch.page.locator('main li.option').evaluateAll((all) => all.map((each) => each.clientHeight));
  const before = await heights();
  for (const text of [FLEXIBLE, SPONSOR]) await option(touch.page, text).tap();
  await option(touch.page, FLEXIBLE).tap(); // taken back: the sponsor moves up
  for (const text of orders[0]!.slice(1)) await option(touch.page, text).tap();
  await touch.sees('4 of 4 placed.');
  expect(await heights(), 'a place makes no option higher').toEqual(before);
  await accessible(touch.page, 'phone: all placed', { phone: true });
  const box = await option(touch.page, SPONSOR).boundingBox();
  await touch.page.getByRole('button', { name: `Move ${SPONSOR} down` }).tap();
  expect(await option(touch.page, SPONSOR).boundingBox(), 'nothing moves under the thumb').toEqual(box);
  await touch.page.getByRole('button', { name: `Move ${SPONSOR} up` }).tap();
  await touch.button('Vote').tap();
  const receipt = await touch.counted(`1. ${SPONSOR}, 2. ${FLEXIBLE}, 3. ${SHORTLISTS}, 4. ${TIME}`);
  expect(receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await accessible(touch.page, 'phone: counted', { phone: true });

  await pressOn(keys.page, option(keys.page, FLEXIBLE), 'Space');
  await pressOn(keys.page, option(keys.page, SHORTLISTS), 'Space');
  await tabTo(keys.page, place(keys.page, 'third'));
  await keys.page.keyboard.type(SPONSOR);
  await tabTo(keys.page, place(keys.page, 'fourth'));
  await keys.page.keyboard.type(TIME);
  await tabTo(keys.page, keys.page.getByRole('button', { name: `Move ${SPONSOR} up` }), 60, 'Shift+Tab');
  await keys.page.keyboard.press('Enter');
  await keys.page.keyboard.press('Enter');
  await pressOn(keys.page, keys.button('Vote'));
  await keys.counted(`1. ${SPONSOR}, 2. ${FLEXIBLE}`);

  const said = tree.page.getByRole('status');
  for (const text of [FLEXIBLE, SPONSOR]) await option(tree.page, text).press('Enter');
  await said.getByText(`${SPONSOR} is now second of 4.`).waitFor({ state: 'attached' });
  await option(tree.page, SPONSOR).press('Enter');
  await said.getByText(`${SPONSOR} has no place any more.`).waitFor({ state: 'attached' });
  for (const text of orders[2]!.slice(1)) await option(tree.page, text).press('Enter');
  await expect.poll(() => place(tree.page, 'first').inputValue()).not.toBe('');
  expect(await tree.page.getByRole('button', { pressed: true }).count()).toBe(4);
  await tree.button('Vote').press('Enter');
  await tree.counted(`1. ${FLEXIBLE}, 2. ${SHORTLISTS}, 3. ${TIME}, 4. ${SPONSOR}`);
  await desk.voted(0, 3);

  const texts = HELP.options.map(({ text }) => text);
  const counted = count(texts, orders, 'mean');
  expect(counted.winner).toBe(SPONSOR);
  expect(counted.doublePoints[texts.indexOf(FLEXIBLE)]).toBe(Math.max(...counted.doublePoints));
  expect(told(desk)).toEqual(counted);

  await next('Lock voting');
  await next('Reveal results');
  const rows = [
    ['1', FLEXIBLE, '3.3', '33%', '(1)'],
    ['2', SPONSOR, '3.0', '67%', '(2)'],
    ['3', SHORTLISTS, '2.3', '0%', '(0)'],
    ['4', TIME, '1.3', '0%', '(0)'],
  ];
  await expect.poll(() => stagePlaces(stage)).toEqual(rows);
  const apart = `“${SPONSOR}” beats every other option one to one.`;
  await stage.locator('.winner').getByText('beats every other option one to one.').waitFor();
  await stage.getByText('Not ranked counts as the mean of the places left').first().waitFor();
  await stage.getByRole('status').getByText(apart).waitFor({ state: 'attached' });
  for (const page of [touch.page, keys.page, tree.page, remote, boss]) await page.getByText(apart).first().waitFor();
  await accessible(stage, 'stage: the result');
  await accessible(touch.page, 'phone: the result', { phone: true });
  await accessible(remote, 'remote: the result', { phone: true });
  await accessible(boss, 'desk: the result', { phone: true });
  for (const size of [HALL, OLD_PROJECTOR, { viewport: { width: 1366, height: 768 } }]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
});

test('the top three of fifteen, some abstain, somebody changes it, without a network, and after a reset', async () => {
  const draft = {
    ...HELP,
    options: Array.from({ length: 15 }, (_, index) => ({ text: `Measure ${'ABCDEFGHIJKLMNO'[index]}` })),
    places: 3,
    shuffled: true,
    unranked: 'zero' as const,
    abstain: 'Prefer not to say',
  };
  const desk = await organiser().event('Fifteen', []);
  await make(desk, draft);
  const page = await (await device(PHONE)).newPage();
  const spoken = await listen(page);
  await page.goto(desk.join);
  const phone = new Phone(page);
  const [other, third] = await Promise.all([Phone.join(desk), Phone.join(desk)]);
  const stage = await open(desk.stage, HALL);
  await desk.open(0);
  await Promise.all([phone, other, third].map((each) => each.sees('0 of 3 placed.')));
  const listed = (at: Phone) => at.page.locator('main li').getByRole('button').allInnerTexts();
  const [mine, theirs, thirds] = [await listed(phone), await listed(other), await listed(third)];
  expect([...mine].sort()).toEqual([...theirs].sort());
  expect(new Set([mine, theirs, thirds].map(String)).size, 'an order of each person’s own').toBeGreaterThan(1);
  await phone.page.reload();
  await phone.sees('0 of 3 placed.');
  expect(await listed(phone), 'the same after a reload').toEqual(mine);

  await phone.button('Vote').click();
  await phone.sees('Rank at least one option first.');
  await accessible(phone.page, 'phone: nothing ranked', { phone: true });
  for (const letter of ['A', 'B', 'C', 'D']) await option(phone.page, `Measure ${letter}`).click();
  await phone.sees('All 3 places are taken. Take one back first.');
  await accessible(phone.page, 'phone: one too many', { phone: true });
  await phone.button('Vote').click();
  await phone.counted('1. Measure A, 2. Measure B, 3. Measure C');
  await option(other.page, 'Measure B').click();
  await option(other.page, 'Prefer not to say').click();
  await accessible(other.page, 'phone: abstaining', { phone: true });
  await other.button('Vote').click();
  await other.counted('Prefer not to say');

  await third.page.context().setOffline(true);
  await third.lost();
  await option(third.page, 'Measure B').click();
  await third.button('Vote').click();
  await third.sees('Your vote is waiting on this phone.');
  await third.page.context().setOffline(false);
  await third.counted('1. Measure B');

  await phone.think();
  await phone.page.getByLabel('first place', { exact: true }).selectOption('Measure O');
  await phone.button('Vote').click();
  await phone.counted('1. Measure O, 2. Measure B, 3. Measure C');
  await desk.voted(0, 3);
  const texts = draft.options.map(({ text }) => text);
  await desk.wire.until(() => told(desk).firsts[14] === 1);
  expect(told(desk)).toEqual(count(texts, [['Measure O', 'Measure B', 'Measure C'], ['Measure B']], 'zero'));
  await expect.poll(async () => (await stagePlaces(stage))[0]).toEqual(['1', 'Measure B', '14.5', '50%', '(1)']);
  await stage.getByText('Not ranked counts as 0 points').first().waitFor();
  await stage.getByText('1 chose “Prefer not to say”').first().waitFor();
  for (const size of [HALL, OLD_PROJECTOR, { viewport: { width: 1366, height: 768 } }]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
  await accessible(stage, 'stage: fifteen');
  await desk.show(0, 'hidden');
  await stage.getByText('Results are hidden until the presenter reveals them.').first().waitFor();
  await accessible(stage, 'stage: fifteen, hidden');
  const heard = async () => (await spoken()).map(({ text }) => text).join(' ');
  await expect.poll(heard).toContain('Receipt'); // a voice rests for five seconds

  await desk.lock(0);
  await phone.sees(/Voting is locked/);
  await accessible(phone.page, 'phone: locked', { phone: true });
  await desk.reset(0);
  await desk.open(0);
  await phone.sees('The organiser reset this poll.');
});

test('two options and three hundred people: the numbers are those of an independent count', async () => {
  const desk = await organiser().event('Three hundred', []);
  await make(desk, { ...HELP, question: 'Which first?', options: HELP.options.slice(0, 2), places: 2 });
  await make(desk, { ...HELP, places: 3 });
  const people = await Crowd.join(desk, 300);
  const texts = HELP.options.map(({ text }) => text);
  const orderOf = (many: number, most: number) => (person: number) => {
    const turned = Array.from(
      { length: many },
      (_, index) => texts[(index * (person % 2 ? 1 : many - 1) + person) % many]!,
    );
    return turned.slice(0, 1 + (person % most));
  };
  for (const [index, many, most] of [
    [0, 2, 2],
    [1, 4, 3],
  ] as const) {
    const order = orderOf(many, most);
    await desk.open(index);
    await rank(people, desk, index, order);
    await desk.voted(index, 300);
    await desk.lock(index);
    const expected = count(
      texts.slice(0, many),
      Array.from({ length: 300 }, (_, person) => order(person)),
      'mean',
    );
    await desk.wire.until(() => desk.tally(index).voted === 300);
    expect(told(desk, index)).toEqual(expected);
  }
  people.close();
});
