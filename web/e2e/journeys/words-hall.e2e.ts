import { expect, test } from 'vitest';
import { HALL, open, organiser, PHONE } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { completeResults, verifies } from '../support/verifying.ts';
import { cloud, makeWords, table, tangled, termsOf } from '../support/words.ts';

const PEOPLE = 10_000;
const FORMS = ['Childcare', 'childcare', 'CHILDCARE '];

/** Few words are of many, many of few: 400 in all; everybody writes one of them in one of three ways. */
const wordsOf = (person: number): string[] => {
  const word = Math.floor((((person * 7919) % 1_000) ** 3 / 1e9) * 400);
  return [FORMS[person % 3]!, `word ${word}`];
};

test('ten thousand people write: stage, remote and phone say what an independent count says', async () => {
  const desk = await organiser().event('Ten thousand words', [], [], false);
  await makeWords(desk, { entries: 2 });
  const [stage, remote] = await Promise.all([open(desk.stage, HALL), open(desk.remote, PHONE)]);
  const phone = await Phone.join(desk);
  await desk.open(0);
  await thousandsAnswer(desk, 0, PEOPLE - 1, wordsOf);
  await phone.page.getByLabel('Answer 1 of 2', { exact: true }).waitFor();
  await phone.page.getByLabel('Answer 1 of 2', { exact: true }).fill('childcare');
  await phone.page.getByLabel('Answer 2 of 2', { exact: true }).fill('word 0');
  await phone.button('Vote').tap();
  await phone.counted('childcare');
  await desk.voted(0, PEOPLE);
  await desk.lock(0);

  const counted = new Map<string, number>([['childcare', PEOPLE]]);
  for (let person = 0; person < PEOPLE - 1; person++) {
    const word = wordsOf(person)[1]!;
    counted.set(word, (counted.get(word) ?? 0) + 1);
  }
  counted.set('word 0', counted.get('word 0')! + 1);
  await desk.wire.until(() => termsOf(desk)[0]?.[1] === PEOPLE, 'everybody is counted');
  const told = termsOf(desk);
  for (const [word, count] of told) {
    expect([word.toLowerCase(), count]).toEqual([word.toLowerCase(), counted.get(word.toLowerCase())]);
  }
  const numbers = [...counted.values()].sort((a, b) => b - a).slice(0, told.length);
  expect(told.map(([, count]) => count)).toEqual(numbers);

  await expect
    .poll(async () => (await table(stage)).map(([, , people]) => people))
    .toEqual(numbers.map((count) => count.toLocaleString('en-GB')));
  await expect.poll(() => tangled(stage)).toEqual([]);
  expect((await cloud(stage)).length).toBeGreaterThan(60);
  await stage
    .getByText(/and \d+ more/)
    .first()
    .waitFor();
  for (const page of [remote, phone.page]) {
    await expect.poll(async () => (await table(page))[0]?.slice(1)).toEqual(['100%', '10,000']);
  }
  await phone.page
    .getByText(/and \d+ more/)
    .first()
    .waitFor();

  const results = await completeResults(desk);
  const forged = JSON.parse(results) as { results: [{ words: [{ count: number }] }] };
  expect(forged.results[0].words[0].count--).toBe(10_000);
  await verifies(desk, results, JSON.stringify(forged));
});
