import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resultRows, type Asked } from './result.ts';
import { netPromoterText, promotersOf, quantileOf, ratedOf, sidesOf, sumOf } from './statistics.ts';

/** All answers of a poll as a list, from which everything is looked up again in another way. */
const polls = fc
  .record({ first: fc.constantFrom(0, 1), points: fc.integer({ min: 2, max: 11 }) })
  .chain(({ first, points }) =>
    fc.record({
      first: fc.constant(first),
      points: fc.constant(points),
      answers: fc.array(fc.integer({ min: first, max: first + points - 1 }), { maxLength: 80 }),
    }),
  );
const countsOf = (first: number, points: number, answers: readonly number[]) =>
  Array.from({ length: points }, (_, at) => answers.filter((answer) => answer === first + at).length);

/** The mean of the least point that so many gave at most, and the least that more than so many gave at most. */
function quantile(answers: readonly number[], share: number): number | null {
  const upTo = (point: number) => answers.filter((answer) => answer <= point).length / answers.length;
  const points = [...new Set(answers)].sort((a, b) => a - b);
  if (points.length === 0) return null;
  return (points.find((point) => upTo(point) >= share)! + points.find((point) => upTo(point) > share)!) / 2;
}

test('median, quartiles, sum and sides are those of the list of answers', () => {
  fc.assert(
    fc.property(polls, ({ first, points, answers }) => {
      const given = { first, counts: countsOf(first, points, answers) };
      expect(ratedOf(given)).toBe(answers.length);
      expect(sumOf(given)).toBe(answers.reduce((sum, answer) => sum + answer, 0));
      for (const quarters of [1, 2, 3] as const) {
        const found = quantileOf(given, quarters);
        expect(found && (found[0] + found[1]) / 2).toBe(quantile(answers, quarters / 4));
      }
      const middle = first + (points - 1) / 2;
      expect(sidesOf(given)).toEqual({
        above: answers.filter((answer) => answer > middle).length,
        middle: answers.filter((answer) => answer === middle).length,
        below: answers.filter((answer) => answer < middle).length,
      });
    }),
    { numRuns: 200 },
  );
});

test('the net promoter score is percent of 9 and 10 minus percent of 0 to 6', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 10 }), { minLength: 1, maxLength: 90 }), (answers) => {
      const given = { first: 0, counts: countsOf(0, 11, answers) };
      const [many, few] = [answers.filter((a) => a >= 9).length, answers.filter((a) => a <= 6).length];
      expect(promotersOf(given)).toEqual({
        promoters: many,
        detractors: few,
        passives: answers.filter((a) => a === 7 || a === 8).length,
      });
      const score = (100 * (many - few)) / answers.length;
      const said = Number(netPromoterText(given).replace('\u2212', '-'));
      expect(Math.abs(said - score)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
    { numRuns: 200 },
  );
  expect(netPromoterText({ first: 0, counts: [0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2] })).toBe('+50');
  expect(netPromoterText({ first: 0, counts: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] })).toBe('\u221250');
  expect(netPromoterText({ first: 0, counts: Array<number>(11).fill(0) })).toBe('');
});

const asked = (type: Asked['scale']['type'], points: number, many: number): Asked => ({
  statements: Array.from({ length: many }, (_, at) => ({ id: `s${at}`, text: `Statement ${at}` })),
  scale: { type, points, low: type === 'points' ? 'Poor' : null, high: type === 'points' ? 'Good' : null },
});

test('rows of agreement have shares of who rated each, and the most agreement leads', () => {
  const rows = resultRows(asked('agreement', 5, 3), {
    counts: [
      [1, 1, 2, 3, 3],
      [0, 0, 0, 1, 1],
      [5, 0, 0, 5, 0],
    ],
    noOpinion: [0, 8, 0],
  });
  expect(rows.map(({ main, rated, noOpinion, leads, median }) => [main, rated, noOpinion, leads, median])).toEqual([
    ['60%', 10, 0, false, 'Agree'],
    ['100%', 2, 8, true, 'between agree and strongly agree'],
    ['50%', 10, 0, false, 'between strongly disagree and agree'],
  ]);
  expect(rows[0]!.parts.map(({ name, percent }) => `${name} ${percent}`)).toEqual([
    'Disagree 20%',
    'Neither 20%',
    'Agree 60%',
  ]);
});

test('of points the highest mean leads, level ones together; one statement leads nothing', () => {
  const rows = resultRows(asked('points', 4, 3), {
    counts: [
      [0, 1, 1, 0],
      [0, 2, 2, 0],
      [1, 0, 0, 0],
    ],
    noOpinion: [0, 0, 0],
  });
  expect(rows.map(({ main, spread, mean, leads }) => [main, spread, mean, leads])).toEqual([
    ['2.5', '2 to 3', '2.5', true],
    ['2.5', '2 to 3', '2.5', true],
    ['1', '1', '1.0', false],
  ]);
  expect(resultRows(asked('points', 4, 1), { counts: [[0, 0, 0, 9]], noOpinion: [0] })[0]!.leads).toBe(false);
});

test('nothing is claimed before anybody rated, nor while the result is hidden', () => {
  for (const result of [null, { counts: [[0, 0, 0, 0, 0]], noOpinion: [4] }]) {
    expect(resultRows(asked('agreement', 5, 1), result)[0]).toMatchObject({
      main: '',
      median: '',
      spread: '',
      mean: '',
      quartiles: null,
      leads: false,
    });
  }
});
