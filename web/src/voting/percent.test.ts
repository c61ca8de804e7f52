import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseSentence, leaders, percent, percentText, shareText } from './percent.ts';

test.each([
  [118, 318, 37],
  [74, 318, 23],
  [61, 318, 19],
  [33, 318, 10],
  [21, 318, 7],
  [11, 318, 3],
  [1, 8, 13],
  [1, 200, 1],
  [1, 201, 0],
  [1, 3, 33],
  [2, 3, 67],
  [0, 0, 0],
  [5, 5, 100],
])('%i of %i is %i%%', (count, base, expected) => expect(percent(count, base)).toBe(expected));

test('is never more than half a percent off, and between 0 and 100', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (base, share) => {
      const count = Math.round(base * share);
      const shown = percent(count, base);
      expect(Math.abs(shown - (100 * count) / base)).toBeLessThanOrEqual(0.5 + 1e-9);
      expect(shown).toBeLessThanOrEqual(100);
    }),
  );
});

test('does not round somebody to nobody, nor nearly all to all', () => {
  expect(percentText(1, 1000)).toBe('<1%');
  expect(percentText(999, 1000)).toBe('>99%');
  expect(percentText(0, 1000)).toBe('0%');
  expect(shareText(118, 281)).toBe('42% (118)');
});

test('leaders', () => {
  expect([...leaders([0, 0])]).toEqual([]);
  expect([...leaders([3, 7, 7])]).toEqual([1, 2]);
});

test('says of what', () => {
  expect(baseSentence({ voted: 0, abstained: 3 }, 1)).toBe('No votes yet.');
  expect(baseSentence({ voted: 1, abstained: 0 }, 1)).toBe('Percentages of the one person who voted.');
  expect(baseSentence({ voted: 318, abstained: 4 }, 3)).toBe(
    'Percentages of the 318 people who voted, several choices each.',
  );
});
