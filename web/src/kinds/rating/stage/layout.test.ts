import { expect, test } from 'vitest';
import { arrangeRows } from './layout.ts';

const room = { width: 86, height: 32 };
const texts = (n: number, length = 30) =>
  Array.from({ length: n }, (_, index) => `Statement ${index} `.padEnd(length, 'word '));

test.each([1, 2, 4, 6, 8, 10])('%i statements stand below each other in the room there is', (n) => {
  for (const length of [12, 30, 60, 90]) {
    for (const zoom of [0.7, 1, 1.3]) {
      const sizes = arrangeRows(texts(n, length), room, zoom, { mean: n > 4, none: n % 4 === 0 });
      const { label, lines, row, words, bars, numbers, mean, rated } = sizes;
      expect(n * row + 2.4).toBeLessThanOrEqual(room.height + 1e-9);
      expect(lines * label * 1.18).toBeLessThanOrEqual(Math.max(row, label * 1.18));
      expect(label, 'readable from the last row').toBeGreaterThanOrEqual(1.4);
      expect(words + bars + numbers + mean + rated).toBeLessThanOrEqual(room.width);
      expect(bars, 'bars have their room').toBeGreaterThan(room.width / 5);
    }
  }
});

test('few statements are large, many are smaller; letters follow the presenter', () => {
  const sizes = [1, 4, 8, 10].map((n) => arrangeRows(texts(n, 50), room).label);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  const [small, normal] = [0.7, 1].map((zoom) => arrangeRows(texts(4), room, zoom).label);
  expect(small).toBeLessThan(normal!);
});
