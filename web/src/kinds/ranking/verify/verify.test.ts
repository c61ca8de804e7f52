import { expect, test } from 'vitest';
import ranking from './index.ts';

const options = (...firsts: number[]) => firsts.map((each, index) => ({ id: 'abc'[index], firsts: each }));
const ballots = [['a', 'b'], ['a', 'c'], ['b'], null];

test.each([
  ['as they are', { options: options(2, 1, 0), winner: 'a' }, ballots, true],
  ['a first place too many', { options: options(2, 2, 0), winner: 'a' }, ballots, false],
  ['another winner', { options: options(2, 1, 0), winner: 'b' }, ballots, false],
  ['no winner named', { options: options(2, 1, 0), winner: null }, ballots, false],
  ['no winner there', { options: options(1, 1, 0), winner: null }, [['a'], ['b']], true],
  ['an option that was not asked', { options: options(2, 1, 0), winner: 'a' }, [...ballots, ['z']], false],
  ['an option twice', { options: options(3, 1, 0), winner: 'a' }, [...ballots, ['a', 'a']], false],
  ['no options', { options: null, winner: null }, ballots, false],
])('%s', (_name, result, given, follows) => {
  expect(ranking.agrees(result, given)).toBe(follows);
});
