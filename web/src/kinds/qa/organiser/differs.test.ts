import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differing, type Part } from './differs.ts';

const marks = (parts: Part[]) => parts.map(({ text, same }) => (same ? text : `[${text}]`)).join('');

test('what only one of two questions says is marked in it', () => {
  const [one, other] = differing(
    'What is the board going to do for part time leaders?',
    'What will the board do about part-time leaders?',
  );
  expect(marks(one)).toBe('What [is] the board [going to] do [for part time] leaders?');
  expect(marks(other)).toBe('What [will] the board do [about part-time] leaders?');
});

test('capitals and points are no difference; texts without a common word are not marked', () => {
  expect(differing('Who pays?', 'who pays').map(marks)).toEqual(['Who pays?', 'who pays']);
  expect(differing('Pay?', 'When?').map(marks)).toEqual(['Pay?', 'When?']);
  expect(differing('متى تبدأ السياسة', 'متى تنتهي السياسة').map(marks)).toEqual([
    'متى [تبدأ] السياسة',
    'متى [تنتهي] السياسة',
  ]);
});

test('nothing of a text is lost', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (one, other) => {
      const texts = differing(one, other).map((parts) => parts.map(({ text }) => text).join(''));
      expect(texts.map((text) => text.trim())).toEqual([one.trim(), other.trim()]);
    }),
  );
});
