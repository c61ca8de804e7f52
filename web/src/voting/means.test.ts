import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanRows, meanText } from './means.ts';

test.each([
  [43, 2, 5, 1, '4.3'],
  [1, 2, 1, 1, '0.5'],
  [3, 2, 2, 1, '0.8'], // 0.75
  [20, 2, 5, 1, '2.0'],
  [2 * 15 * 10_000, 2, 10_000, 1, '15.0'],
  [2 * 9_999 + 2 * 2, 2, 10_000, 2, '1.00'],
  [17, 2, 2, 2, '4.25'],
  [100, 1, 3, 1, '33.3'],
  [999, 1, 2, 0, '500'],
  [1_000 * 100_000, 1, 100_000, 0, '1000'],
])('%i points in parts of 1/%i of %i people are, with %i decimals, %s', (points, parts, voted, decimals, text) => {
  expect(meanText(points, parts, voted, decimals)).toBe(text);
});

test('means are as near as their decimals can be', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 300_000 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat({ max: 2 }),
      (points, parts, voted, decimals) => {
        const off = Math.abs(Number(meanText(points, parts, voted, decimals)) - points / parts / voted);
        expect(off).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
      },
    ),
  );
});

test('a kind with large numbers has no decimals, until different means would look the same', () => {
  const options = ['Pay', 'Time'].map((text, index) => ({ id: `o${index}`, text }));
  const scores = (...points: number[]) =>
    meanRows(options, { points, people: [1, 1], parts: 1, most: 500, digits: 0 }, 2).map(({ score }) => score);
  expect(scores(800, 200)).toEqual(['400', '100']);
  expect(scores(501, 499)).toEqual(['251', '250']);
  expect(scores(500, 499)).toEqual(['250.0', '249.5']);
});
