import { expect, test } from 'vitest';
import { BOARDS, count, field, make, median, rows, table, told } from '../support/number.ts';
import { everyPage } from '../support/hall.ts';
import { organiser } from '../support/people.ts';
import { misfits } from '../support/stage.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { completeResults, verifies } from '../support/verifying.ts';

const PEOPLE = 10_000;

/** Most say 5 to 25, some far more. */
const givenBy = (person: number): number => 5 + ((person * 37) % (person % 9 === 0 ? 61 : 21));

test('ten thousand people give a number: every page and the file say what an independent count says', async () => {
  const desk = await organiser().event('Ten thousand numbers', [], [], false);
  await make(desk, { ...BOARDS, results: 'everyone' });
  const { boss, stage, remote, phone } = await everyPage(desk);
  await desk.open(0);
  const all = Array.from({ length: PEOPLE }, (_, person) => givenBy(person));
  await thousandsAnswer(desk, 0, PEOPLE - 1, (person) => [String(all[person]!)]);
  const own = all[PEOPLE - 1]!;
  await field(phone.page).fill(String(own));
  await phone.button('Vote').tap();
  await phone.counted(`${own} years`);
  await desk.voted(0, PEOPLE);
  await desk.lock(0);

  await expect.poll(() => told(desk)).toEqual({ width: 1, ...count(all), right: null });
  for (const page of [stage, remote, boss, phone.page]) {
    await expect.poll(() => table(page)).toEqual(rows(all, 5));
    await page
      .getByText(`median ${median(all)} years`)
      .first()
      .waitFor({ state: 'attached' });
  }
  await expect.poll(() => misfits(stage)).toEqual([]);

  const results = await completeResults(desk);
  const { median: filed } = (JSON.parse(results) as { results: { median: string }[] }).results[0]!;
  expect(Number(filed)).toBe(Number(median(all)));
  await verifies(desk, results, results.replace(/"median"\s*:\s*"?\d/, '$&1'));
});
