import { expect, test } from 'vitest';
import { everyPage } from '../support/hall.ts';
import { organiser } from '../support/people.ts';
import { count, entries, field, make, PRIORITIES, rows, table, TEXTS, told, words } from '../support/points.ts';
import { misfits } from '../support/stage.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { completeResults, verifies } from '../support/verifying.ts';

const PEOPLE = 10_000;

/** Many share between two, some give all to one, the others give some to each. */
function givenBy(person: number): number[] {
  if (person % 10 === 0) return [0, 100, 0, 0];
  if (person % 3 === 0) return [45, 0, 55, 0];
  return [15 + 5 * (person % 5), 40, 5, 40 - 5 * (person % 5)];
}

test('ten thousand people share points: every page and the file say what an independent count says', async () => {
  const desk = await organiser().event('Ten thousand share', [], [], false);
  await make(desk, { ...PRIORITIES, abstain: null, results: 'everyone' });
  const { boss, stage, remote, phone } = await everyPage(desk);
  await desk.open(0);
  const all = Array.from({ length: PEOPLE }, (_, person) => givenBy(person));
  await thousandsAnswer(desk, 0, PEOPLE - 1, (person) => entries(desk, 0, all[person]!));
  const own = all[PEOPLE - 1]!;
  for (const [at, option] of TEXTS.entries()) await field(phone.page, option).fill(String(own[at]));
  await phone.button('Vote').tap();
  await phone.counted(words(TEXTS, own));
  await desk.voted(0, PEOPLE);
  await desk.lock(0);
  const expected = count(all);
  await expect.poll(() => told(desk)).toEqual(expected);
  for (const page of [stage, remote, boss, phone.page]) {
    await expect.poll(() => table(page)).toEqual(rows(TEXTS, all));
  }
  await expect.poll(() => misfits(stage)).toEqual([]);

  const results = await completeResults(desk);
  await verifies(desk, results, results.replace(/"givers"\s*:\s*\d+/, '$&1'));
});
