import { expect, test } from 'vitest';
import rating from './index.ts';

const agreement = { scale: { type: 'agreement', points: 5 }, noOpinion: 'No opinion' };
const A = {
  id: 'a',
  rated: 4,
  noOpinion: 0,
  counts: [1, 0, 0, 1, 2],
  median: 4.5,
  lowerQuartile: 2.5,
  upperQuartile: 5,
  mean: 3.75,
  agree: 3,
  neither: 0,
  disagree: 1,
};
const NOBODY = {
  id: 'b',
  rated: 0,
  noOpinion: 4,
  counts: [0, 0, 0, 0, 0],
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
  mean: null,
  agree: 0,
  neither: 0,
  disagree: 0,
};
const ballots = [['a:5', 'b:none'], ['a:5', 'b:none'], ['a:4', 'b:none'], ['a:1', 'b:none'], null];
const stated = (change: object) => ({ asked: agreement, statements: [{ ...A, ...change }, NOBODY] });

test('a result as it is follows from its ballots', () => {
  expect(rating.agrees(stated({}), ballots)).toBe(true);
});

test.each(
  [
    { rated: 5 },
    { noOpinion: 1 },
    { counts: [1, 0, 0, 2, 1] },
    { median: 4 },
    { lowerQuartile: 4 },
    { upperQuartile: 4.5 },
    { mean: 3.74 },
    { agree: 2 },
    { neither: 1 },
    { disagree: 0 },
    { median: undefined },
  ].map((change) => [Object.keys(change)[0], change] as const),
)('another %s does not', (_name, change) => {
  expect(rating.agrees(stated(change), ballots)).toBe(false);
});

test.each([
  ['a point that is not on the scale', ['a:6', 'b:none']],
  ['a statement twice', ['a:1', 'a:1']],
  ['a statement that was not asked', ['a:1', 'z:1']],
  ['one left out where no opinion is an answer', ['a:1']],
])('nor with a ballot with %s', (_name, ballot) => {
  expect(rating.agrees(stated({}), [...ballots, ballot])).toBe(false);
});

test('statements may be left out where no opinion is not offered; a net promoter score is counted', () => {
  const asked = { scale: { type: 'promoter', points: 11 }, noOpinion: null };
  const statement = {
    id: 'a',
    rated: 3,
    noOpinion: 0,
    counts: [0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0],
    median: 6,
    lowerQuartile: 6,
    upperQuartile: 9,
    mean: 7,
    promoters: 1,
    detractors: 2,
    netPromoterScore: -33.3,
  };
  const given = [['a:6'], ['a:6'], ['a:9']];
  expect(rating.agrees({ asked, statements: [statement] }, given)).toBe(true);
  expect(rating.agrees({ asked, statements: [{ ...statement, netPromoterScore: 33.3 }] }, given)).toBe(false);
  expect(rating.agrees({ asked: { scale: { type: 'stars' } }, statements: [statement] }, given)).toBe(false);
});
