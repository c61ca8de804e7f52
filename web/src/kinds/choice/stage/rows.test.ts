import { expect, test } from 'vitest';
import { leaderMark } from '../../../voting/leading.ts';
import { byResult, resultRows } from './rows.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase(), exclusive: false }));

test('shares are of those who voted, also when people chose several', () => {
  const rows = resultRows({ options }, { result: [3, 4, 1], voted: 4 });
  expect(rows.map((row) => [row.count, row.share, row.percent, row.leads])).toEqual([
    [3, 0.75, '75%', false],
    [4, 1, '100%', true],
    [1, 0.25, '25%', false],
  ]);
});

test('without votes nobody leads', () => {
  expect(resultRows({ options }, { result: [0, 0, 0], voted: 0 }).every((row) => row.share === 0 && !row.leads)).toBe(
    true,
  );
});

test('sorts by result and keeps the order of level options', () => {
  const rows = resultRows({ options }, { result: [1, 5, 1], voted: 7 });
  expect(byResult(rows).map((row) => row.id)).toEqual(['b', 'a', 'c']);
  expect(rows.map((row) => row.id)).toEqual(['a', 'b', 'c']);
});

test('marks the leader in words', () => {
  expect(leaderMark(resultRows({ options }, { result: [1, 5, 1], voted: 7 }), false)).toBe('Leading');
  expect(leaderMark(resultRows({ options }, { result: [1, 5, 1], voted: 7 }), true)).toBe('First');
  expect(leaderMark(resultRows({ options }, { result: [5, 5, 1], voted: 11 }), true)).toBe('Level');
});
