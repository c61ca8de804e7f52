import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { Crowd } from '../support/crowd.ts';
import { pressOn, tabTo, uncovered } from '../support/keyboard.ts';
import { HALL, OLD_PROJECTOR, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import {
  count,
  entries,
  field,
  less,
  make,
  more,
  PRIORITIES,
  rows,
  table,
  TEXTS,
  told,
  words,
} from '../support/points.ts';
import { misfits } from '../support/stage.ts';

const [SPONSOR, FLEXIBLE, SHORTLISTS, TIME] = TEXTS as [string, string, string, string];
const SMALL = { ...PHONE, viewport: { width: 320, height: 568 } };

/** What each of the three gives in the end. */
const GIVEN = [
  [50, 30, 20, 0],
  [30, 25, 25, 20],
  [0, 60, 0, 40],
] as const;

const deskPage = async (event: string) => {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(`${shared().base}/organiser/events/${event}`);
  return page;
};

/** The first by touch, the second with keys alone, the third through what a screen reader finds. */
test('three phones share points; stage, remote and desk say the means, in order', async () => {
  const desk = await organiser().event('Points', []);
  await make(desk, PRIORITIES);
  const [touch, keys, tree, stage, remote, boss] = await Promise.all([
    Phone.join(desk, { options: SMALL }),
    Phone.join(desk),
    Phone.join(desk),
    open(desk.stage, HALL),
    open(desk.remote, PHONE),
    deskPage(desk.event),
  ]);
  const next = async (button: string) => {
    const there = remote.locator('footer[aria-busy="false"]').getByRole('button', { name: button, exact: true });
    await there.click();
  };
  await next('Next →');
  await stage.getByText('Voting opens soon').first().waitFor();
  await boss.getByRole('heading', { name: PRIORITIES.question }).waitFor();
  await Promise.all([
    accessible(stage, 'stage: draft'),
    accessible(boss, 'desk: draft', { phone: true }),
    accessible(remote, 'remote: draft', { phone: true }),
  ]);
  await next('Open voting');
  await touch.sees('100 of 100 points left');

  await accessible(touch.page, 'phone: nothing given', { phone: true });
  for (const control of await touch.page.locator('form').locator('button, input').all()) {
    const box = (await control.boundingBox())!;
    expect(Math.min(box.width, box.height), await control.innerText()).toBeGreaterThanOrEqual(44);
  }
  const places = () =>
    touch.page.locator('main li').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  const before = await places();
  await touch.button('Vote').tap();
  await touch.sees('Share all 100 points first.');
  for (let taps = 0; taps < 3; taps++) await more(touch.page, SPONSOR).tap();
  await less(touch.page, SPONSOR).tap();
  await touch.sees('90 of 100 points left');
  await touch.sees('90 points left. Give all of them, then vote.');
  expect(await places(), 'nothing moves under the thumb').toEqual(before);
  await field(touch.page, FLEXIBLE).fill('95');
  await touch.sees('5 points too many');
  await touch.sees('5 points too many. Take some back.');
  await accessible(touch.page, 'phone: too many', { phone: true });
  await field(touch.page, FLEXIBLE).fill('33');
  await touch.sees('Give points in steps of 5, such as 30 or 35.');
  await field(touch.page, FLEXIBLE).fill('90');
  await more(touch.page, SHORTLISTS).tap({ force: true }); // it is disabled, and says why
  await touch.sees('All 100 points are given. Take some back first.');
  for (const [at, text] of TEXTS.entries()) await field(touch.page, text).fill(String(GIVEN[0][at]));
  await touch.page.locator('main li').last().scrollIntoViewIfNeeded();
  expect(
    (await touch.page.getByText('All 100 points given').boundingBox())!.y,
    'what is left stays on the screen',
  ).toBeGreaterThanOrEqual(0);
  await touch.button('Vote').tap();
  const receipt = await touch.counted(words(TEXTS, GIVEN[0]));
  expect(receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await accessible(touch.page, 'phone: counted', { phone: true });

  await pressOn(keys.page, keys.page.getByRole('button', { name: 'Spread evenly' }));
  await keys.sees('All 100 points given');
  await tabTo(keys.page, less(keys.page, TIME));
  await keys.page.keyboard.press('Enter');
  await tabTo(keys.page, field(keys.page, SPONSOR), 60, 'Shift+Tab');
  await keys.page.keyboard.press('ArrowUp');
  expect(await uncovered(keys.page, 'main input', TEXTS.length, 'Tab'), 'no bar lies over what has the focus').toEqual(
    [],
  );
  await pressOn(keys.page, keys.button('Vote'));
  await keys.counted(words(TEXTS, GIVEN[1]));

  const status = tree.page.getByRole('status');
  for (const [at, text] of TEXTS.entries()) {
    if (GIVEN[2][at]! > 0) await field(tree.page, text).fill(String(GIVEN[2][at]));
  }
  await status.getByText('All given.').waitFor({ state: 'attached' });
  await tree.button('Vote').press('Enter');
  await tree.counted(words(TEXTS, GIVEN[2]));
  await desk.voted(0, 3);
  expect(told(desk)).toEqual(count(GIVEN));

  await next('Lock voting');
  await next('Reveal results');
  const expected = rows(TEXTS, GIVEN);
  expect(expected[0]![1]).toBe(FLEXIBLE);
  for (const page of [stage, remote, boss]) await expect.poll(() => table(page)).toEqual(expected);
  await stage.getByText('Means of those who voted, each with 100 points').first().waitFor();
  await stage
    .getByRole('status')
    .getByText(`Result, mean of 100 points: ${FLEXIBLE} 38.3`)
    .waitFor({ state: 'attached' });
  for (const { page } of [touch, keys, tree]) await expect.poll(() => table(page)).toEqual(expected);
  await touch.sees('Your 50');
  for (const size of [HALL, OLD_PROJECTOR, { viewport: { width: 1366, height: 768 } }]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
  await Promise.all([
    accessible(stage, 'stage: the result'),
    accessible(touch.page, 'phone: the result', { phone: true }),
    accessible(remote, 'remote: the result', { phone: true }),
    accessible(boss, 'desk: the result', { phone: true }),
  ]);
});

/** Left to right although it is hostile, and never anything but text. */
const HOSTILE = [
  '<img src=x onerror="document.title=1">',
  '=1+1',
  '\u202Etxt.exe\u202C evil',
  `Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle`,
  '👩🏽‍🚀 🏳️‍🌈 مرحبا بالعالم',
  '{{7*7}} ${7*7} @SUM(1)',
];

test('an answer, three hundred, somebody abstains and somebody changes it; hostile words stay words', async () => {
  const desk = await organiser().event('Hostile words', []);
  const draft = {
    ...PRIORITIES,
    question: `${HOSTILE[0]} “=2+3”`,
    options: HOSTILE.map((text) => ({ text })),
    total: 20,
    step: 1,
  };
  await make(desk, draft);
  const [phone, other, stage, boss, people] = await Promise.all([
    Phone.join(desk, { options: SMALL }),
    Phone.join(desk),
    open(desk.stage, HALL),
    deskPage(desk.event),
    Crowd.join(desk, 300),
  ]);
  await desk.open(0);
  await stage.getByText('No votes yet').first().waitFor();
  await accessible(stage, 'stage: no answer');
  await accessible(phone.page, 'phone: hostile words', { phone: true });
  const texts = desk.state.runOrder.flatMap((each) =>
    each.kind === 'points' ? each.options.map(({ text }) => text) : [],
  );
  await field(phone.page, texts[1]!).fill('20');
  await phone.button('Vote').tap();
  await phone.counted('=1+1 20');
  await expect.poll(async () => (await table(stage, draft.question))[0]).toEqual(['1', '=1+1', '20.0', '100%', '1']);
  await other.page.getByRole('button', { name: 'Prefer not to say' }).click();
  await other.button('Vote').click();
  await other.counted('Prefer not to say');
  await phone.think();
  await phone.page.getByRole('button', { name: 'Clear' }).tap();
  await field(phone.page, texts[0]!).fill('15');
  await field(phone.page, texts[4]!).fill('5');
  await phone.button('Vote').tap();
  await phone.counted('👩🏽‍🚀');

  const given = Array.from({ length: 300 }, (_, person) => {
    const each = texts.map(() => 0);
    for (let left = 20, at = person; left > 0; left -= 4, at += 1 + (person % 3)) each[at % texts.length]! += 4;
    return each;
  });
  await people.answer(desk, 0, (person) => entries(desk, 0, given[person]!));
  await desk.voted(0, 302);
  await desk.lock(0);
  const expected = count([...given, [15, 0, 0, 0, 5, 0]]);
  await expect.poll(() => told(desk)).toEqual(expected);
  await desk.show(0, 'hidden');
  await stage.getByText('Results are hidden until the presenter reveals them.').first().waitFor();
  await accessible(stage, 'stage: hidden');
  await desk.show(0, 'everyone');
  await phone.page.getByRole('table').waitFor();
  for (const page of [phone.page, stage, boss]) expect(await page.title()).not.toBe('1');
  await stage.getByText('1 chose “Prefer not to say”').first().waitFor();
  for (const size of [HALL, OLD_PROJECTOR]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
  await accessible(stage, 'stage: hostile words');
  await accessible(phone.page, 'phone: the result of hostile words', { phone: true });
  await accessible(boss, 'desk: hostile words', { phone: true });
  people.close();
});
