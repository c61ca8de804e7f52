import { expect, test } from 'vitest';
import points from './index.ts';

const asked = { total: 100, step: 5 };
const option = (id: string, points: number, givers: number, mean: number | null, share: number | null) => ({
  id,
  points,
  givers,
  mean,
  share,
});
const ballots = [['a:60', 'b:40'], ['a:55', 'b:45'], ['c:100'], null];
const OPTIONS = [option('a', 115, 2, 38.33, 38.3), option('b', 85, 2, 28.33, 28.3), option('c', 100, 1, 33.33, 33.3)];
const changed = (change: object) => OPTIONS.map((each) => (each.id === 'b' ? { ...each, ...change } : each));

test.each([
  ['as they are', { asked, options: OPTIONS }, ballots, true],
  ['a point too many', { asked, options: changed({ points: 86 }) }, ballots, false],
  ['a giver too many', { asked, options: changed({ givers: 3 }) }, ballots, false],
  ['another mean', { asked, options: changed({ mean: 28.34 }) }, ballots, false],
  ['another share', { asked, options: changed({ share: 28.4 }) }, ballots, false],
  ['no settings', { options: OPTIONS }, ballots, false],
  ['no options', { asked, options: null }, ballots, false],
  ['a ballot that gives too few', { asked, options: OPTIONS }, [...ballots, ['a:95']], false],
  ['a ballot in other steps', { asked, options: OPTIONS }, [...ballots, ['a:98', 'b:2']], false],
  ['an option that was not asked', { asked, options: OPTIONS }, [...ballots, ['z:100']], false],
  ['an option twice', { asked, options: OPTIONS }, [...ballots, ['a:50', 'a:50']], false],
  ['an entry that is none', { asked, options: OPTIONS }, [...ballots, ['a:0100']], false],
  ['nobody who voted', { asked, options: [option('a', 0, 0, null, null)] }, [null], true],
])('%s', (_name, result, given, follows) => {
  expect(points.agrees(result as never, given)).toBe(follows);
});
