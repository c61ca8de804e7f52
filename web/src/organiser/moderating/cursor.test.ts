import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kept, ranged, settle, stepped, toggled } from './cursor.ts';

describe('the hand', () => {
  test('goes to the next when its question leaves, to the one before at the end', () => {
    expect(settle(['a', 'b', 'c'], ['a', 'c'], 'b')).toBe('c');
    expect(settle(['a', 'b', 'c'], ['a', 'b'], 'c')).toBe('b');
    expect(settle(['a', 'b', 'c'], ['a'], 'b')).toBe('a');
    expect(settle(['a'], [], 'a')).toBeNull();
    expect(settle(['a'], ['b'], 'a')).toBe('b');
    expect(settle(['a'], ['a', 'b'], null)).toBeNull();
  });

  test('skips what left at the same time', () => expect(settle(['a', 'b', 'c', 'd'], ['a', 'd'], 'b')).toBe('d'));

  test('is always on something shown, and stays as long as it can', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    fc.assert(
      fc.property(ids, ids, fc.constantFrom(...'abcdefgh'), (before, now, current) => {
        const at = settle(before, now, current);
        if (now.includes(current)) expect(at).toBe(current);
        else if (now.length === 0) expect(at).toBeNull();
        else expect(now).toContain(at);
      }),
    );
  });

  test('steps, not beyond the ends', () => {
    const ids = ['a', 'b', 'c'];
    expect([
      stepped(ids, 'a', 1),
      stepped(ids, 'c', 1),
      stepped(ids, 'a', -1),
      stepped(ids, null, 1),
      stepped(ids, null, -1),
      stepped([], null, 1),
    ]).toEqual(['b', 'c', 'a', 'a', 'c', null]);
    expect(stepped(ids, 'a', Infinity)).toBe('c');
  });
});

describe('the selection', () => {
  test('of one, of a range, and without what left', () => {
    const one = toggled(new Set(), 'b');
    expect([...one]).toEqual(['b']);
    expect([...toggled(one, 'b')]).toEqual([]);
    expect([...ranged(one, ['a', 'b', 'c', 'd'], 'b', 'd')]).toEqual(['b', 'c', 'd']);
    expect([...ranged(one, ['a', 'b'], null, 'a')].sort()).toEqual(['a', 'b']);
    expect([...kept(new Set(['a', 'b']), ['b', 'c'])]).toEqual(['b']);
    expect(kept(one, ['b'])).toBe(one);
  });
});
