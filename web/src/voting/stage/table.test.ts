import { expect, test } from 'vitest';
import { arrangeTable, smaller } from './table.ts';

const room = { width: 96, height: 38 };
const texts = (n: number, length = 20) =>
  Array.from({ length: n }, (_, index) => `Option ${index} `.padEnd(length, 'word '));

test.each([2, 3, 6, 8, 12, 15])('%i options stand below each other in the room there is', (n) => {
  for (const length of [10, 30, 60, 200]) {
    const { label, labelLines, row, figure } = arrangeTable(texts(n, length), room);
    expect(labelLines * label * 1.2).toBeLessThanOrEqual(row);
    expect(n * row).toBeLessThanOrEqual(room.height);
    expect(label, 'readable from the back').toBeGreaterThanOrEqual(1.3);
    expect(figure).toBeLessThanOrEqual(2.2);
  }
});

test('few options are large, many are smaller', () => {
  const sizes = [2, 6, 10, 15].map((n) => arrangeTable(texts(n), room).label);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes[0]).toBeGreaterThan(2.5);
});

test('sentences take the room of bars, many short options do not', () => {
  const words = (n: number, length: number, height: number) =>
    arrangeTable(texts(n, length), { ...room, height }).shares[0];
  expect(words(5, 100, 32)).toBeGreaterThan(words(5, 20, 32));
  expect(words(15, 20, 38)).toBe(words(5, 20, 38));
});

test('no word is broken that fits when it is smaller', () => {
  const label = (word: string) => arrangeTable([word, 'Pay'], room).label;
  expect(label('Gleichstellungsbeauftragtenversammlung')).toBeLessThan(label('Gleichstellung'));
});

test('letters follow the presenter, as far as there is room', () => {
  const [small, normal, large] = [0.7, 1, 1.3].map((zoom) => arrangeTable(texts(6), room, zoom).label);
  expect(small).toBeLessThan(normal!);
  expect(large).toBeGreaterThanOrEqual(normal!);
});

test('gives way by steps, not for ever', () => {
  const planned = arrangeTable(texts(6), room);
  expect(smaller(planned, 0)).toEqual(planned);
  expect(smaller(planned, 1).label).toBeLessThan(planned.label);
  expect(smaller(planned, 50).label).toBeGreaterThanOrEqual(1.3);
});
