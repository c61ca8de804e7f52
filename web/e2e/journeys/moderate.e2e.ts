import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { beside } from '../../src/protocol/activity.ts';
import { fill, roundtable } from '../support/askers.ts';
import { accessible } from '../support/axe.ts';
import type { Desk } from '../support/desk.ts';
import { organiser } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { asks, invited, Moderator, questionsOn, toQuestions } from '../support/queue.ts';

const BOARD = { viewport: { width: 1366, height: 768 } };
const TYPO = 'What wil the board do abuot part-time leaders?';
const RIGHT = 'What will the board do about part-time leaders?';

const rev = (desk: Desk) => beside(desk.state, 'qa')!.rev;

/** Questions that can be read whole, and the share of the page's height that is lists. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const lists = [...document.querySelectorAll('.list')].map((list) => list.getBoundingClientRect());
    const whole = [...document.querySelectorAll('[data-question]')].filter((row) => {
      const { top, bottom } = row.closest('li')!.getBoundingClientRect();
      return lists.some((list) => top >= list.top - 1 && bottom <= list.bottom + 1);
    });
    const height = Math.max(...lists.map(({ bottom }) => bottom)) - Math.min(...lists.map(({ top }) => top));
    return { whole: whole.length, share: height / innerHeight };
  });

test('40 questions are moderated with 60 presses at most: approved, declined and merged by keys', async () => {
  const desk = await organiser().event('Forty questions', [PRIORITY]);
  await fill(desk, await questionsOn(desk), roundtable(40));
  const one = await Moderator.open(desk, await invited(desk, 'Moderator'), BOARD);
  await one.counts('Waiting', 40);
  await expect.poll(async () => (await one.rows()).length).toBe(40);
  let presses = 0;
  const press = async (key: string) => {
    presses++;
    await one.page.keyboard.press(key);
  };
  const hand = () => one.column.locator('[data-question][aria-current="true"]').innerText();
  const left = (n: number) => expect.poll(async () => (await one.rows()).length).toBe(n);
  const declined = ['idiot', '50:50', 'number 12,', 'number 20,', 'number 30,'];
  let merged = 0;
  for (let n = 40; n > 0; n--) {
    const text = await hand();
    const like = one.row(text.slice(0, 60)).first().getByText('Like a published one');
    if (declined.some((words) => text.includes(words))) {
      await press('d');
      await one.column.getByRole('group', { name: /^Decline “/ }).waitFor();
      await press('Enter');
    } else if (/interview panels for band 9/.test(text) && (await like.count()) > 0) {
      merged++;
      await press('m');
      await one.column.getByText('goes into this one').waitFor();
      await press('Enter');
    } else await press('a');
    await left(n - 1);
  }
  await one.sees('No questions are waiting.');
  await one.counts('Declined', declined.length);
  await one.counts('Published', 40 - declined.length - merged);
  expect(merged, 'the same questions in other words').toBeGreaterThanOrEqual(1);
  expect(presses).toBeLessThanOrEqual(60);
  expect(await one.column.getByText('Nothing was changed').count()).toBe(0);
});

test('at 1366×768 at least 8 questions are seen whole, and the lists have 70 % of the page', async () => {
  const desk = await organiser().event('Room for the queue', [PRIORITY]);
  await fill(
    desk,
    await questionsOn(desk),
    Array.from({ length: 24 }, (_, n) => `Question number ${n}, which is short?`),
  );
  const one = await Moderator.open(desk, undefined, BOARD);
  await one.counts('Waiting', 24);
  for (let n = 12; n > 0; n--) await one.press('a');
  await one.counts('Published', 12);
  const { whole, share } = await measured(one.page);
  expect(whole).toBeGreaterThanOrEqual(17);
  expect(share).toBeGreaterThanOrEqual(0.7);
  await accessible(one.page, 'both columns', { phone: true });
});

test('rows stay where they are under the pointer and the hand while questions and upvotes come in', async () => {
  const desk = await organiser().event('Nothing moves', [PRIORITY]);
  const activity = await questionsOn(desk, { check: 'after' });
  await fill(
    desk,
    activity,
    Array.from({ length: 6 }, (_, n) => `Public question number ${n}?`),
  );
  const one = await Moderator.open(desk, undefined, BOARD);
  await one.counts('Published', 6);
  await desk.run({ type: 'setAsking', activity, rev: rev(desk), asking: true, check: 'before' });
  await fill(
    desk,
    activity,
    Array.from({ length: 4 }, (_, n) => `Waiting question number ${n}?`),
  );
  await one.counts('Waiting', 4);
  await one.press('ArrowDown');
  await one.row('Public question number 3?').hover();
  const places = () =>
    one.column
      .locator('[data-question]')
      .evaluateAll((rows) => rows.map((row) => [row.textContent!.trim(), row.getBoundingClientRect().top]));
  const before = await places();
  await fill(
    desk,
    activity,
    Array.from({ length: 30 }, (_, n) => `Another question, number ${n}?`),
    3,
  );
  await one.counts('Waiting', 34);
  const now = new Map((await places()) as [string, number][]);
  expect(before.map(([text]) => [text, now.get(text as string)])).toEqual(before);
});

test('E10: a typo is corrected: the room reads that, asker and files keep both wordings, undone at last', async () => {
  const desk = await organiser().event('A typo', [PRIORITY]);
  await questionsOn(desk);
  const [asker, reader] = await Promise.all([Phone.join(desk), Phone.join(desk)]);
  await Promise.all([toQuestions(asker), toQuestions(reader)]);
  await asks(asker, TYPO);
  const one = await Moderator.open(desk, await invited(desk, 'Moderator'), BOARD);
  const two = await Moderator.open(desk, undefined, BOARD);
  await one.row(TYPO).waitFor();
  await one.press('a');
  await one.press('ArrowRight');
  await reader.page.getByRole('button', { name: /^Show it$/ }).click();
  await reader.page.locator('li.card').filter({ hasText: TYPO }).waitFor();
  await one.row(TYPO).waitFor();
  await one.press('ArrowDown', 'e');
  const field = one.page.getByLabel('Question', { exact: true });
  await field.fill(RIGHT);

  // Somebody else was quicker: nothing is overwritten, and what stands there now is shown.
  await two.row(TYPO).waitFor();
  await two.to(TYPO);
  await two.press('e');
  await two.page.getByLabel('Question', { exact: true }).fill(`${RIGHT} Soon?`);
  await two.press('Enter');
  await two.row(`${RIGHT} Soon?`).waitFor();
  await one.press('Enter');
  await one.page.getByText(`It reads now: ${RIGHT} Soon?`).waitFor();
  await one.press('Enter');
  await one.row(RIGHT).getByText('Edited', { exact: true }).waitFor();
  await one.row(RIGHT).getByText(TYPO).waitFor();

  const card = reader.page.locator('li.card').filter({ hasText: RIGHT });
  await card.getByText('edited by a moderator').waitFor();
  expect(await reader.page.getByText(TYPO).count(), 'the room does not read the first words').toBe(0);
  await asker.yours();
  const own = asker.page.getByRole('region', { name: 'Your questions' });
  await own.getByText('A moderator corrected the spelling.').waitFor();
  await own.getByText(TYPO).waitFor();
  await accessible(asker.page, 'a corrected question', { phone: true });
  const headers = { cookie: desk.who.cookie };
  const csv = await (await fetch(`${desk.who.base}/api/v1/events/${desk.event}/questions.csv`, { headers })).text();
  expect(csv).toContain(RIGHT);
  expect(csv).toContain(TYPO);
  const seen = await (
    await fetch(`${desk.who.base}/api/v1/events/${desk.event}/questions.csv?public`, { headers })
  ).text();
  expect(seen).toContain(RIGHT);
  expect(seen).not.toContain(TYPO);

  await one.press('z');
  await reader.page
    .locator('li.card')
    .filter({ hasText: `${RIGHT} Soon?` })
    .waitFor();
});

test('on a phone and an upright tablet: one list, with tabs', async () => {
  const desk = await organiser().event('In the hand', [PRIORITY]);
  await fill(desk, await questionsOn(desk), roundtable(12));
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 834, height: 1194 },
  ]) {
    const one = await Moderator.open(desk, undefined, { viewport, hasTouch: true, isMobile: true });
    await one.counts('Waiting', 12);
    await one.column.locator('.list.waiting [data-question]').first().waitFor();
    expect(await one.column.locator('.list').filter({ visible: true }).count()).toBe(1);
    await one.column
      .locator('nav')
      .getByRole('button', { name: /^Published/ })
      .tap();
    await one.column.locator('.list.beside').waitFor();
    expect(await one.column.locator('.list.waiting').isVisible()).toBe(false);
    await one.column
      .locator('nav')
      .getByRole('button', { name: /^Waiting/ })
      .tap();
    await one.column.locator('.list.waiting').waitFor();
    await accessible(one.page, `one list at ${viewport.width}`, { phone: true });
    expect(await one.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
