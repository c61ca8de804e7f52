import { expect, test } from 'vitest';
import { meanBars } from '../../voting/report/bars.ts';
import { byMean } from '../../voting/means.ts';
import { pointsRows, type PointsEntry } from './report/chart.ts';
import { resultOf, resultRows } from './result.ts';
import { poll, tallyOf } from './testing.ts';
import { baseSentence, shareHint, shareWords, stepWords } from './sentences.ts';

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271 + 11) % 2_147_483_647) / 2_147_483_647;
}

/** Answers of people, and what they say when each is read for itself: rounded by big numbers, not by division. */
function randomPoll(seed: number) {
  const next = random(seed + 1);
  const upTo = (n: number) => Math.floor(next() * n);
  const step = [1, 2, 5, 10, 50][upTo(5)]!;
  const total = step * (1 + upTo(20));
  const options = Array.from({ length: 2 + upTo(9) }, (_, at) => ({ id: `o${at}`, text: `Option ${at}` }));
  const answers = Array.from({ length: 1 + upTo(200) }, () => {
    const given = options.map(() => 0);
    for (let rest = total; rest > 0; rest -= step) given[Math.min(upTo(options.length), upTo(options.length))]! += step;
    return given;
  });
  return { options, total, step, answers };
}

/** Half up at so many decimals. */
function mean(points: bigint, people: bigint, decimals: number): string {
  const scaled = points * 10n ** BigInt(decimals);
  let whole = scaled / people;
  if ((scaled % people) * 2n >= people) whole += 1n;
  const digits = String(whole).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

test('means, givers, places and leaders of 200 polls are those of an independent count', () => {
  for (let seed = 0; seed < 200; seed++) {
    const { options, total, answers } = randomPoll(seed);
    const sums = options.map((_, at) => answers.map((answer) => answer[at]!).reduce((a, b) => a + b));
    const givers = options.map((_, at) => answers.filter((answer) => answer[at]! > 0).length);
    const rows = resultRows({ options, total }, { points: sums, givers }, answers.length);
    for (const [at, row] of rows.entries()) {
      const decimals = row.score.split('.')[1]?.length ?? 0;
      expect(row.score, `poll ${seed}`).toBe(mean(BigInt(sums[at]!), BigInt(answers.length), decimals));
      expect(row.people).toBe(givers[at]);
      expect(row.place).toBe(1 + sums.filter((sum) => sum > sums[at]!).length);
      expect(row.leads).toBe(sums[at] === Math.max(...sums));
      expect(row.fill).toBeCloseTo(sums[at]! / answers.length / total, 12);
    }
    expect(
      rows.reduce((sum, { fill }) => sum + fill, 0),
      'the means are all there is',
    ).toBeCloseTo(1, 9);
  }
});

test('nothing is claimed before anybody answered, nor while the result is hidden', () => {
  for (const tally of [tallyOf([0, 0, 0], [0, 0, 0], 0), { ...tallyOf([], [], 0), result: null }, null]) {
    for (const row of resultOf(poll, tally)) expect(row).toMatchObject({ score: '', fill: 0, leads: false });
  }
});

test('a report has the same rows', () => {
  const entry = {
    terms: { total: 100, step: 5 },
    voted: 10,
    options: poll.options.map((option, at) => ({ ...option, points: [250, 450, 300][at], givers: [8, 10, 6][at] })),
  } as unknown as PointsEntry;
  expect(pointsRows(entry)).toEqual(byMean(resultOf(poll, tallyOf([250, 450, 300], [8, 10, 6], 10))));
  expect(meanBars(pointsRows(entry)).map(({ text, value, aside }) => [text, value, aside])).toEqual([
    ['Time', '45.0', '100%'],
    ['Trust', '30.0', '60%'],
    ['Pay', '25.0', '80%'],
  ]);
});

test('says how it is answered, unless the question does, and of whom the numbers are', () => {
  expect([shareWords(poll), stepWords(poll)]).toEqual(['Share 100 points', 'in steps of 5']);
  expect([shareWords({ total: 1 }), stepWords({ step: 1 })]).toEqual(['Give 1 point', '']);
  expect(shareHint({ ...poll, question: 'What matters?' })).toBe('Share 100 points');
  expect(shareHint({ ...poll, question: 'Share 100 points between five priorities' })).toBe('');
  const tally = { voted: 1_234, abstained: 0, answers: 1_240 };
  expect(baseSentence(poll, tally)).toBe(
    'Result of the first 1,234 answers; 1,240 have voted. ' +
      'Means and shares of the 1,234 people who voted, each with 100 points.',
  );
  expect(baseSentence(poll, { voted: 0, abstained: 0, answers: 0 })).toBe('Nobody has voted yet.');
  expect(baseSentence(poll, { voted: 0, abstained: 0, answers: 4 })).toBe('Results appear from the fifth answer.');
});
