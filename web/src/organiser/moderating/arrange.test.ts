import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arranged } from './arrange.ts';

const list = (letters: string) => [...letters];
const shown = (...args: Parameters<typeof arranged>) => arranged(...args).ids.join('');

test('a list that nobody uses is in its order', () => {
  expect(arranged(list('cb'), list('abc'), false)).toEqual({ ids: list('abc'), waiting: 0, stale: false });
});

test('in a list in use new rows come at the end, and what belongs further up waits', () => {
  expect(arranged(list('bc'), list('bcd'), true)).toEqual({ ids: list('bcd'), waiting: 0, stale: false });
  expect(arranged(list('bc'), list('abcd'), true)).toEqual({ ids: list('bcd'), waiting: 1, stale: true });
  expect(shown(list('bc'), list('abxc'), true, new Set(['x']))).toBe('bxc');
  expect(shown(list(''), list('ab'), true)).toBe('ab');
});

test('rows of a list in use keep their places while upvotes come in', () => {
  expect(arranged(list('abc'), list('cab'), true)).toEqual({ ids: list('abc'), waiting: 0, stale: true });
});

test('whatever comes and goes: no row that stays moves against another, none is lost, none is there twice', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
  fc.assert(
    fc.property(ids, ids, ids, (before, wanted, own) => {
      const { ids: now, waiting } = arranged(before, wanted, true, new Set(own));
      const stays = before.filter((id) => wanted.includes(id));
      if (stays.length > 0) {
        expect(now.filter((id) => stays.includes(id))).toEqual(stays);
        // Above the last row that stays nothing comes but what is one's own.
        const upTo = now.lastIndexOf(stays.at(-1)!);
        expect(now.slice(0, upTo).every((id) => stays.includes(id) || own.includes(id))).toBe(true);
      }
      expect(new Set(now).size).toBe(now.length);
      expect(now.length + waiting).toBe(wanted.length);
      expect([...arranged(now, wanted, false).ids]).toEqual(wanted);
    }),
  );
});
