import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, dropPlace, moved, selection, step } from './order.ts';

const order = ['a', 'b', 'c', 'd'];

describe('moving', () => {
  test.each([
    ['c', 0, ['c', 'a', 'b', 'd'], null],
    ['a', 1, ['b', 'a', 'c', 'd'], 'b'],
    ['a', 3, ['b', 'c', 'd', 'a'], 'd'],
    ['a', 99, ['b', 'c', 'd', 'a'], 'd'],
    ['b', 1, order, 'a'],
  ])('%s to %i', (id, to, expected, behind) => {
    expect(moved(order, id, to)).toEqual(expected);
    expect(after(order, id, to)).toBe(behind);
  });

  test('keeps everybody and puts the moved one where it was said', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.nat(), (ids, who, where) => {
        const id = ids[who % ids.length]!;
        const to = where % ids.length;
        const next = moved(ids, id, to);
        expect([...next].sort()).toEqual([...ids].sort());
        expect(next[to]).toBe(id);
        const others = ids.filter((other) => other !== id);
        expect(next.filter((other) => other !== id)).toEqual(others);
      }),
    );
  });
});

test('a drop lands between the middles', () => {
  const middles = [20, 60, 100, 140];
  expect(dropPlace(middles, 0, 10)).toBe(0);
  expect(dropPlace(middles, 0, 61)).toBe(1);
  expect(dropPlace(middles, 0, 500)).toBe(3);
  expect(dropPlace(middles, 3, 59)).toBe(1);
  expect(dropPlace(middles, 2, 100)).toBe(2);
  expect(dropPlace([], 0, 5)).toBe(0);
});

describe('what is selected', () => {
  const polls = [
    { id: 'a', state: 'locked' },
    { id: 'b', state: 'open' },
    { id: 'c', state: 'draft' },
  ];
  test('stays what was chosen', () => expect(selection(polls, { id: 'c' }, 'a')?.id).toBe('c'));
  test('E3: is nothing once what was chosen is deleted', () => {
    expect(selection(polls, { id: 'gone' }, 'a')).toBeNull();
    expect(selection([], { id: 'gone' }, null)).toBeNull();
  });
  test('is at first what runs', () => {
    expect(selection(polls, null, 'a')?.id).toBe('b');
    expect(selection([polls[2]!, polls[0]!], null, 'a')?.id).toBe('a');
    expect(selection([polls[2]!, polls[0]!], null, null)?.id).toBe('c');
  });
});

test('steps stop at the ends', () => {
  const polls = order.map((id) => ({ id }));
  expect(step(polls, 'b', 1)?.id).toBe('c');
  expect(step(polls, 'd', 1)?.id).toBe('d');
  expect(step(polls, 'a', -1)?.id).toBe('a');
  expect(step(polls, undefined, 1)?.id).toBe('a');
  expect(step([], 'a', 1)).toBeNull();
});

test('E3: from what is gone, the keys go on at its place', () => {
  const polls = order.map((id) => ({ id }));
  expect(step(polls, 'gone', 1, 2)?.id).toBe('c');
  expect(step(polls, 'gone', -1, 2)?.id).toBe('b');
  expect(step(polls, 'gone', 1, 4)?.id).toBe('d');
});
