import { expect, test } from 'vitest';
import { choose, chooseHint } from './choose.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id, exclusive: id === 'c' }));

test('says how many', () => {
  expect(choose({ maxChoices: 1, options })).toBe('Choose one');
  expect(choose({ maxChoices: 2, options })).toBe('Choose all that apply');
  expect(choose({ maxChoices: 2, options: options.map((option) => ({ ...option, exclusive: false })) })).toBe(
    'Choose up to 2',
  );
});

test('does not repeat the question', () => {
  expect(chooseHint({ maxChoices: 3, options, question: 'Which of these? Choose all that apply' })).toBe('');
  expect(chooseHint({ maxChoices: 1, options, question: 'Which of these?' })).toBe('Choose one');
});
