import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { Crowd } from '../support/crowd.ts';
import { tabTo } from '../support/keyboard.ts';
import { HALL, LAPTOP, OLD_PROJECTOR, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { placeOf } from '../support/places.ts';
import { invited } from '../support/queue.ts';
import { misfits } from '../support/stage.ts';
import { cloud, field, makeWords, middles, ONE_WORD, table, tangled, termsOf, write } from '../support/words.ts';
import type { Desk } from '../support/desk.ts';

const SMALL = { ...PHONE, viewport: { width: 320, height: 568 } };

async function moderator(
  desk: Desk,
  name: string,
  options = LAPTOP as { viewport: { width: number; height: number } },
) {
  const page = await (await signedInDevice(desk.who.base, await invited(desk, name), options)).newPage();
  await page.goto(placeOf(desk.who.base, desk.event, 'moderate'));
  await page.getByRole('button', { name: /^Words/ }).click();
  await page.getByRole('region', { name: 'Words to moderate' }).waitFor();
  return page;
}
const list = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}( [\\d,]+)?$`) });
const row = (page: Page, word: string) => page.locator(`[data-answer]`, { hasText: word }).first();

test('three phones write, all pages show it, a moderator hides, renames, joins and takes it back', async () => {
  const desk = await organiser().event('Words', []);
  await makeWords(desk);
  const [touch, keys, tree] = await Promise.all([
    Phone.join(desk, { options: SMALL }),
    Phone.join(desk),
    Phone.join(desk),
  ]);
  const [stage, remote] = await Promise.all([open(desk.stage, HALL), open(desk.remote, PHONE)]);
  const boss = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  await desk.open(0);
  await stage.getByText('Write the first answer').first().waitFor();
  await accessible(stage, 'stage: nobody yet');

  // By touch, on the smallest phone: the next field comes, what is wrong is said, what is twice counts once.
  await touch.sees('Up to 3 answers, each 1 to 3 words and at most 25 characters.');
  expect(await touch.page.getByRole('textbox').count()).toBe(1);
  await accessible(touch.page, 'phone: empty', { phone: true });
  await touch.button('Vote').tap();
  await touch.sees('Write a word first.');
  await field(touch.page, 1).fill('Fair pay');
  await field(touch.page, 2).fill('one two three four');
  await touch.button('Vote').tap();
  await touch.sees('This has 4 words. Use at most 3.');
  await accessible(touch.page, 'phone: too many words', { phone: true });
  await field(touch.page, 2).fill('fair  PAY');
  await touch.sees('You wrote that already: it counts once.');
  await field(touch.page, 3).fill('Childcare');
  await touch.button('Vote').tap();
  await touch.counted('Fair pay');

  // With keys alone: Enter goes on to the next field, and votes from the last.
  await tabTo(keys.page, field(keys.page, 1));
  await keys.page.keyboard.type('childcare');
  await keys.page.keyboard.press('Enter');
  await keys.page.keyboard.type('Gender pay gap');
  await keys.page.keyboard.press('Enter');
  await keys.page.keyboard.type('مساواة');
  await keys.page.keyboard.press('Enter');
  await keys.counted('childcare');

  await write(tree, 'CHILDCARE', 'pay gap', 'cydweithio');
  await tree.counted('CHILDCARE');
  await desk.voted(0, 3);
  await desk.wire.until(() => termsOf(desk).length === 6);
  expect(termsOf(desk)[0]![1]).toBe(3);

  // The picture, its list, and what everybody else sees say the same.
  const words = termsOf(desk).map(([text]) => text);
  const drawn = async () => (await cloud(stage)).sort();
  await expect.poll(drawn).toEqual([...words].sort());
  await expect.poll(() => tangled(stage)).toEqual([]);
  await expect.poll(async () => (await table(stage)).map(([word]) => word)).toEqual(words);
  await stage.getByText('Sized by how many wrote it').first().waitFor();
  await accessible(stage, 'stage: the cloud');
  for (const page of [remote, boss, touch.page]) {
    await expect.poll(async () => (await table(page)).map(([word]) => word)).toEqual(words);
  }
  expect(await table(stage)).toEqual(await table(touch.page));
  await accessible(touch.page, 'phone: the result', { phone: true });
  await accessible(boss, 'desk: the result', { phone: true });
  await accessible(remote, 'remote: the result', { phone: true });
  await remote.getByRole('button', { name: 'Show as list' }).click();
  await expect.poll(() => stage.locator('ol [data-word] .text').allInnerTexts()).toEqual(words);
  await accessible(stage, 'stage: the list');
  for (const size of [HALL, OLD_PROJECTOR]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
  await stage.setViewportSize(HALL.viewport);
  await remote.getByRole('button', { name: 'Show as list' }).click();
  await expect.poll(drawn).toEqual([...words].sort());

  // Two moderators: by keys, and by what a screen reader finds. They see nothing of polls beside it.
  const [first, second] = [await moderator(desk, 'First of two'), await moderator(desk, 'Second of two')];
  expect(await first.getByText('Who sees the results').count()).toBe(0);
  await list(first, 'Shown').click();
  await list(second, 'Shown').click();
  await row(first, 'مساواة').click();
  await accessible(first, 'moderate: shown', { phone: true });
  await first.keyboard.press('d');
  await first.getByText('“مساواة” is hidden.').waitFor();
  await expect.poll(() => cloud(stage)).not.toContain('مساواة');
  await first.keyboard.press('z');
  await first.getByText('Undone: “مساواة” is hidden.').waitFor();
  await expect.poll(() => cloud(stage)).toContain('مساواة');

  await row(first, 'cydweithio').click();
  await first.keyboard.press('e');
  await first.getByRole('textbox', { name: /What it is called/ }).fill('Cydweithio');
  await first.keyboard.press('Enter');
  await expect.poll(() => cloud(stage)).toContain('Cydweithio');

  await row(second, 'Gender pay gap').click();
  await second.keyboard.press('x');
  const exact = second.locator('[data-answer]').getByText('pay gap', { exact: true });
  await exact.click();
  await second.keyboard.press('x');
  await second.keyboard.press('m');
  await second.getByRole('group', { name: /^Join 2 words/ }).waitFor();
  await accessible(second, 'moderate: joining', { phone: true });
  await second.getByRole('radio', { name: /^pay gap/ }).check();
  await second.getByRole('textbox', { name: 'Called' }).fill('The pay gap');
  await second.getByRole('button', { name: 'Join', exact: true }).click();
  await second.getByText('Counted as “The pay gap” now.').waitFor();
  await desk.wire.until(() => termsOf(desk).some(([text, count]) => text === 'The pay gap' && count === 2));
  await list(second, 'Joined').click();
  await second.getByText('Counted as “The pay gap”', { exact: true }).waitFor();
  await second.keyboard.press('z');
  await desk.wire.until(() => termsOf(desk).every(([text]) => text !== 'The pay gap'));

  await desk.lock(0);
  await stage.getByText('Voting is locked').first().waitFor();
  const spoken = stage.getByRole('status').getByText(/^.*Result: (childcare|Childcare|CHILDCARE) 100% \(3\)/);
  await spoken.waitFor({ state: 'attached' });
});

test('what is likely abuse waits, also in a picture that stands still; two moderators at once are told', async () => {
  const desk = await organiser().event('Words approved', []);
  await makeWords(desk, { approveFirst: true, entries: 1 });
  const stage = await open(desk.stage, HALL);
  await desk.open(0);
  const crowd = await Crowd.join(desk, 6);
  await crowd.answer(desk, 0, (person) => [person < 4 ? 'trust' : 'time']);
  await stage.getByText('What they wrote is being read.').first().waitFor();
  expect(await cloud(stage)).toEqual([]);
  const [first, second] = [await moderator(desk, 'One of two'), await moderator(desk, 'Other of two')];
  await expect.poll(() => first.locator('[data-answer]').allInnerTexts()).toEqual(['trust', 'time']);
  await expect.poll(() => second.locator('[data-answer]').allInnerTexts()).toEqual(['trust', 'time']);
  // The second one's list is kept from reading: what it decides is decided on what was before.
  await row(second, 'trust').hover();
  await row(first, 'trust').click();
  await first.keyboard.press('a');
  await first.getByText('“trust” may be shown.').waitFor();
  await expect.poll(() => cloud(stage)).toEqual(['trust']);
  await expect.poll(() => second.locator('[data-answer]').allInnerTexts()).toEqual(['time']);
  await row(second, 'time').click();
  await second.keyboard.press('a');
  await expect.poll(() => cloud(stage)).toEqual(['trust', 'time']);

  await stage.keyboard.press('p');
  await stage.getByText('Stands still').first().waitFor();
  await list(first, 'Shown').click();
  await row(first, 'trust').click();
  await first.keyboard.press('d');
  await expect.poll(() => cloud(stage)).toEqual(['time']);
  crowd.close();
});

test('0, 300 people: words grow where they are, newcomers find a place, and the whole fits every screen', async () => {
  const desk = await organiser().event('Many words', [], [], false);
  await makeWords(desk, { languages: ['en'] });
  const stage = await open(desk.stage, HALL);
  await desk.open(0);
  await stage.getByText('Results appear from the fifth answer').first().waitFor();
  const vocabulary = Array.from({ length: 120 }, (_, n) => `${['word', 'pay', 'hours', 'trust'][n % 4]} ${n}`);
  const crowd = await Crowd.join(desk, 300);
  const entriesOf = (person: number) =>
    [0, 1, 2].map((n) => vocabulary[Math.floor((((person * 7919 + n * 104729) % 1_000) ** 2 / 1_000_000) * 120)]!);
  const began = crowd.answer(desk, 0, entriesOf, 6_000);
  await expect.poll(async () => (await cloud(stage)).length).toBeGreaterThan(5);
  const seen = [await middles(stage)];
  let done = false;
  void began.then(() => (done = true));
  while (!done) {
    await stage.waitForTimeout(1_500);
    seen.push(await middles(stage));
  }
  await desk.voted(0, 300);
  // The last step of what is published may wait for more answers until the lock.
  await desk.lock(0);
  const expected = new Map<string, number>();
  for (let person = 0; person < 300; person++) {
    for (const word of new Set(entriesOf(person))) expected.set(word, (expected.get(word) ?? 0) + 1);
  }
  // The last step comes after the grace; until then fewer may be shown.
  await desk.wire.until(() => desk.tally(0).complete === true);
  expect(Object.fromEntries(termsOf(desk))).toEqual(Object.fromEntries(expected));
  await stage.waitForTimeout(2_200);
  seen.push(await middles(stage));
  for (const [at, now] of seen.entries()) {
    for (const [word, [x, y]] of now) {
      const before = seen[at - 1]?.get(word);
      if (before) expect(Math.hypot(before[0] - x, before[1] - y), `${word} moved`).toBeLessThanOrEqual(2);
    }
  }
  expect(await tangled(stage)).toEqual([]);
  expect((await cloud(stage)).length).toBeGreaterThan(50);
  for (const size of [OLD_PROJECTOR, { viewport: { width: 1366, height: 768 } }, HALL]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => tangled(stage)).toEqual([]);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
  await stage.keyboard.press('o');
  await stage
    .getByText(/Page 1 of \d/)
    .first()
    .waitFor();
  expect((await table(stage)).length).toBe(expected.size);
  await expect.poll(() => misfits(stage)).toEqual([]);
  await desk.show(0, 'hidden');
  await stage.getByText('people have answered').first().waitFor();
  await accessible(stage, 'stage: hidden');
  expect(ONE_WORD.question).toContain('help');
  crowd.close();
});
