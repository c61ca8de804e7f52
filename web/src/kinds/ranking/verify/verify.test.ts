import { expect, test } from 'vitest';
import ranking from './index.ts';

const asked = { unranked: 'mean' };
/** Points and first places of each; the scores are of three people. */
const options = (...each: [points: number, score: number, firsts: number][]) =>
  each.map(([points, score, firsts], index) => ({ id: 'abc'[index], points, score, firsts }));
const ballots = [['a', 'b'], ['a', 'c'], ['b'], null];
/** a: 3 + 3 + 1.5, b: 2 + 1 + 3, c: 1 + 2 + 1.5. */
const MEAN = options([7.5, 2.5, 2], [6, 2, 1], [4.5, 1.5, 0]);
/** a: 3 + 3, b: 2 + 3, c: 2. */
const ZERO = options([6, 2, 2], [5, 1.67, 1], [2, 0.67, 0]);
const changed = (change: object) => MEAN.map((option) => (option.id === 'b' ? { ...option, ...change } : option));

test.each([
  ['as they are', { asked, options: MEAN, winner: 'a' }, ballots, true],
  ['where no place is no points', { asked: { unranked: 'zero' }, options: ZERO, winner: 'a' }, ballots, true],
  ['points of the other rule', { asked, options: ZERO, winner: 'a' }, ballots, false],
  ['a rule that is not known', { asked: {}, options: MEAN, winner: 'a' }, ballots, false],
  ['half a point too many', { asked, options: changed({ points: 6.5 }), winner: 'a' }, ballots, false],
  ['another score', { asked, options: changed({ score: 2.01 }), winner: 'a' }, ballots, false],
  ['a first place too many', { asked, options: changed({ firsts: 2 }), winner: 'a' }, ballots, false],
  ['another winner', { asked, options: MEAN, winner: 'b' }, ballots, false],
  ['no winner named', { asked, options: MEAN, winner: null }, ballots, false],
  [
    'no winner there',
    { asked, options: options([4.5, 2.25, 1], [4.5, 2.25, 1], [3, 1.5, 0]), winner: null },
    [['a'], ['b']],
    true,
  ],
  ['an option that was not asked', { asked, options: MEAN, winner: 'a' }, [...ballots, ['z']], false],
  ['an option twice', { asked, options: MEAN, winner: 'a' }, [...ballots, ['a', 'a']], false],
  ['no options', { asked, options: null, winner: null }, ballots, false],
  [
    'nobody who ranked',
    { asked, options: MEAN.map(({ id }) => ({ id, points: 0, score: null, firsts: 0 })), winner: null },
    [null],
    true,
  ],
])('%s', (_name, result, given, follows) => {
  expect(ranking.agrees(result, given)).toBe(follows);
});
