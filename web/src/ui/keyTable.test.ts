import { expect, test } from 'vitest';
import { capOf, keyTable, meaningOf, type Stroke } from './keyTable.ts';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});

test('E2: a key has one meaning, and a meaning one row', () => {
  const keys = keyTable.flatMap((row) => row.keys);
  expect(new Set(keys).size).toBe(keys.length);
  const meanings = keyTable.map(({ means }) => means);
  expect(new Set(meanings).size).toBe(meanings.length);
  expect(new Set(keyTable.map(({ says }) => says)).size).toBe(keyTable.length);
});

test.each([
  ['1', 'prepare'],
  ['4', 'results'],
  [' ', 'main'],
  ['PageDown', 'next'],
  ['S', 'startStop'],
  ['v', 'reveal'],
  ['u', 'questions'],
  ['=', 'bigger'],
  ['q', null],
  ['Enter', null],
  ['5', null],
])('%s: %s', (key, means) => expect(meaningOf(stroke(key))).toBe(means));

test('the browser keeps its own', () => {
  expect(meaningOf(stroke('s', { ctrlKey: true }))).toBeNull();
  expect(meaningOf(stroke('n', { metaKey: true }))).toBeNull();
  expect(meaningOf(stroke('d', { altKey: true }))).toBeNull();
});

test('held down, only picking and sizes go on', () => {
  for (const key of [' ', 's', 'v', 'ArrowRight', '2']) expect(meaningOf(stroke(key, { repeat: true }))).toBeNull();
  expect(meaningOf(stroke('ArrowDown', { repeat: true }))).toBe('down');
});

test('what stands on a button', () => {
  expect([capOf('main'), capOf('reveal'), capOf('previous')]).toEqual(['Space', 'V', '←']);
});
