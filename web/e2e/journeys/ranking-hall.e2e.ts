import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { everyPage } from '../support/hall.ts';
import { HALL, OLD_PROJECTOR, organiser } from '../support/people.ts';
import { count, HELP, make, option, rankingOf, stagePlaces, told, type Order } from '../support/ranking.ts';
import { misfits } from '../support/stage.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { completeResults, verifies } from '../support/verifying.ts';

const PEOPLE = 10_000;
const TEXTS = HELP.options.map(({ text }) => text);
const [SPONSOR, FLEXIBLE, SHORTLISTS, TIME] = TEXTS as [string, string, string, string];

/** A sponsor first for most, last for the others: it beats every option one to one, and another has the most points. */
function orderOf(person: number): Order {
  if (person % 10 === 0) return [FLEXIBLE];
  if (person % 7 === 0) return [TIME, FLEXIBLE, SPONSOR];
  return person % 3 < 2 ? [SPONSOR, FLEXIBLE, SHORTLISTS] : [FLEXIBLE, SHORTLISTS, TIME];
}

/** Place, option, score, share and number of first places of each row, as a page says it to whoever cannot see. */
const table = (page: Page) =>
  page
    .getByRole('table', { name: HELP.question })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent!.replace(/, .*$/, '').trim())),
    );

test('ten thousand people rank: stage, remote, desk and phone say what an independent count says', async () => {
  const desk = await organiser().event('Ten thousand', [], [], false);
  await make(desk, { ...HELP, places: 3, results: 'everyone' });
  const { boss, stage, remote, phone } = await everyPage(desk);
  await desk.open(0);

  const orders = Array.from({ length: PEOPLE }, (_, person) => orderOf(person));
  const { options } = rankingOf(desk);
  const idOf = new Map(options.map(({ text, id }) => [text, id]));
  await thousandsAnswer(desk, 0, PEOPLE - 1, (person) => orders[person]!.map((text) => idOf.get(text)!));
  const chosen = orders[PEOPLE - 1]!;
  for (const own of chosen) await option(phone.page, own).tap();
  await phone.button('Vote').tap();
  await phone.counted(chosen.map((own, at) => `${at + 1}. ${own}`).join(', '));
  await desk.voted(0, PEOPLE);
  await desk.lock(0);

  const expected = count(TEXTS, orders, 'mean');
  await expect.poll(() => told(desk)).toEqual(expected);
  expect(expected.winner).toBe(SPONSOR);
  expect(expected.doublePoints[TEXTS.indexOf(FLEXIBLE)]).toBe(Math.max(...expected.doublePoints));

  const rows = TEXTS.map((text, at) => ({ text, points: expected.doublePoints[at]!, firsts: expected.firsts[at]! }))
    .sort((a, b) => b.points - a.points)
    .map(({ text, points, firsts }, at) => [
      String(at + 1),
      text,
      (points / 2 / PEOPLE).toFixed(1),
      `${Math.round((100 * firsts) / PEOPLE)}%`,
      firsts.toLocaleString('en-GB'),
    ]);
  await expect.poll(() => stagePlaces(stage)).toEqual(rows.map((row) => [...row.slice(0, 4), `(${row[4]})`]));
  const places = (page: Page) => table(page).then((seen) => [...seen].sort(([a], [b]) => Number(a) - Number(b)));
  for (const page of [stage, remote, boss, phone.page]) await expect.poll(() => places(page)).toEqual(rows);
  for (const page of [stage, remote, boss, phone.page]) {
    await page.getByText(`“${SPONSOR}” beats every other option one to one.`).first().waitFor({ state: 'attached' });
    await page
      .getByText(/10,000 (people who ranked|have voted)/)
      .first()
      .waitFor({ state: 'attached' });
  }
  const results = await completeResults(desk);
  await verifies(desk, results, results.replace(/"points"\s*:\s*\d+/, '$&1'));

  for (const size of [HALL, OLD_PROJECTOR]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
});
