import { expect, test } from 'vitest';
import { kindText } from './words.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id, exclusive: false }));

test.each([
  [1, null, 'Choose one · 3 options'],
  [2, null, 'Choose up to 2 · 3 options'],
  [3, 'Prefer not to say', 'Choose all that apply · 3 options · may abstain: “Prefer not to say”'],
])('at most %i, abstain %s', (maxChoices, abstain, expected) =>
  expect(kindText({ maxChoices, abstain, options })).toBe(expected),
);
