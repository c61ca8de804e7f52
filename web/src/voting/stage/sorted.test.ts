import { expect, test } from 'vitest';
import { inOrder } from './sorted.svelte.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));

test('E18 rows in an order that no longer fits them stand once each, new ones at the end', () => {
  expect(inOrder(rows('a', 'b', 'c'), ['c', 'a', 'b']).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(inOrder(rows('d', 'a', 'e'), ['c', 'a', 'b']).map(({ id }) => id)).toEqual(['a', 'd', 'e']);
  expect(inOrder(rows('a', 'b'), null).map(({ id }) => id)).toEqual(['a', 'b']);
});
