import { expect, test } from 'vitest';
import type { Ranking } from '../../protocol/messages.gen.ts';
import { byMean } from '../../voting/means.ts';
import { resultRows, winnerApart } from './result.ts';

const asked = (n: number): Pick<Ranking, 'options'> => ({
  options: Array.from({ length: n }, (_, index) => ({ id: `o${index}`, text: `Option ${index}` })),
});
const result = (doublePoints: number[], firsts: number[], winner: string | null = null) => ({
  doublePoints,
  firsts,
  winner,
});

test('rows have places, means, shares of those who ranked, and the most there could be as the whole bar', () => {
  const rows = resultRows(asked(3), result([24, 36, 12], [1, 5, 0], 'o1'), 6);
  expect(rows[1]).toEqual({
    id: 'o1',
    text: 'Option 1',
    place: 1,
    level: false,
    points: 36,
    score: '3.0',
    fill: 1,
    people: 5,
    peopleShare: 5 / 6,
    peoplePercent: '83%',
    leads: true,
    wins: true,
  });
  expect(rows.map(({ place, score }) => [place, score])).toEqual([
    [2, '2.0'],
    [1, '3.0'],
    [3, '1.0'],
  ]);
  expect(rows[2]!.fill).toBeCloseTo(1 / 3);
});

test('what is level shares a place, and the next place is left out', () => {
  const rows = resultRows(asked(4), result([20, 30, 30, 10], [0, 2, 2, 0]), 5);
  expect(rows.map(({ place, level, leads }) => [place, level, leads])).toEqual([
    [3, false, false],
    [1, true, true],
    [1, true, true],
    [4, false, false],
  ]);
});

test('different scores never look the same without need', () => {
  const rows = resultRows(asked(2), result([853, 852], [60, 40]), 100);
  expect(rows.map(({ score }) => score)).toEqual(['4.27', '4.26']);
  expect(resultRows(asked(2), result([900, 600], [60, 40]), 100).map(({ score }) => score)).toEqual(['4.5', '3.0']);
});

test('nothing is claimed before anybody ranked, nor while the result is hidden', () => {
  for (const rows of [resultRows(asked(2), result([0, 0], [0, 0]), 0), resultRows(asked(2), null, 0)]) {
    for (const row of rows) {
      expect(row).toMatchObject({ score: '', fill: 0, peopleShare: 0, leads: false, wins: false });
    }
  }
});

test('highest first; what is level stays where it stood', () => {
  const rows = resultRows(asked(4), result([20, 30, 30, 40], [0, 0, 0, 0]), 5);
  const ids = (before?: string[]) => byMean(rows, before).map(({ id }) => id);
  expect(ids()).toEqual(['o3', 'o1', 'o2', 'o0']);
  expect(ids(['o2', 'o1', 'o0', 'o3'])).toEqual(['o3', 'o2', 'o1', 'o0']);
});

test('the one to one winner is worth a word only when the scores do not say it', () => {
  expect(winnerApart(resultRows(asked(2), result([30, 20], [3, 2], 'o0'), 5))).toBeNull();
  expect(winnerApart(resultRows(asked(2), result([30, 20], [3, 2]), 5))).toBeNull();
  expect(winnerApart(resultRows(asked(2), result([30, 20], [3, 2], 'o1'), 5))?.id).toBe('o1');
  expect(winnerApart(resultRows(asked(2), result([30, 30], [3, 2], 'o1'), 5))?.id, 'level with another').toBe('o1');
});
