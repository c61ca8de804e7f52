import { expect, test } from 'vitest';
import type { Poll } from '../../../protocol/messages.gen.ts';
import { choosing } from './answering.ts';

const poll: Poll = {
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'Q?',
  maxChoices: 2,
  abstain: null,
  state: 'open',
  results: 'hidden',
  tally: null,
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase(), exclusive: false })),
};

test('a vote holds what was chosen in the order of the poll, whatever the order of the presses', () => {
  const vote = choosing.vote(poll, { choice: ['c', 'a'], abstain: false, tooMany: false })!;
  expect(vote).toEqual({ answer: ['a', 'c'], abstain: false });
  expect(choosing.words(poll, { ...vote, answer: ['c', 'a'] })).toBe('A, C');
});

test('nothing chosen is no vote; abstaining is one', () => {
  expect(choosing.vote(poll, choosing.nothing(poll))).toBeNull();
  expect(choosing.vote(poll, { choice: [], abstain: true, tooMany: false })).toEqual({ answer: [], abstain: true });
});
