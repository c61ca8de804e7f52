import { expect, test } from 'vitest';
import { stepSentence, unpublished } from './steps.ts';

const tally = (voted: number, abstained: number, answers: number, complete?: boolean) => ({
  voted,
  abstained,
  answers,
  ...(complete && { complete }),
});

test('O10 says how many answers a result is of, and of how many', () => {
  expect(stepSentence(tally(18, 2, 23))).toBe('Result of the first 20 answers; 23 have voted.');
  expect(stepSentence(tally(23, 0, 23))).toBe('');
  expect(stepSentence(tally(0, 0, 0))).toBe('');
  expect(stepSentence(tally(0, 0, 0, true))).toBe('');
});

test('O10 before the fifth answer says when results appear, and at the end why they do not', () => {
  expect(stepSentence(tally(0, 0, 4))).toBe('Results appear from the fifth answer.');
  expect(stepSentence(tally(0, 0, 4, true))).toBe('Fewer than five people answered, so the result is not shown.');
  expect(unpublished(tally(0, 5, 5))).toBe(false);
});
