import { expect, test } from 'vitest';
import type { Poll } from '../../../protocol/messages.gen.ts';
import { resultSentence } from './result.ts';

const poll = (more: Partial<Poll> = {}): Poll => ({
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'Q?',
  maxChoices: 1,
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'hidden',
  tally: null,
  options: [
    { id: 'a', text: 'Job share', exclusive: false },
    { id: 'b', text: 'Part-time', exclusive: false },
  ],
  ...more,
});
const tally = (a: number, b: number) => ({
  round: 1,
  version: 1,
  result: [a, b],
  voted: a + b,
  abstained: 0,
  late: 0,
  answers: a + b,
  connected: 99,
});

test('of a result only who leads is said while votes come in, and all of it at the close', () => {
  const shown = (a: number, b: number, state: Poll['state'] = 'open') =>
    resultSentence(poll({ results: 'everyone', state, tally: tally(a, b) }));
  expect(shown(3, 1)).toBe(shown(30, 2));
  expect(shown(3, 1)).toBe('Job share leads.');
  expect(shown(2, 2)).toBe('Job share and Part-time are level.');
  expect(shown(0, 0)).toBe('No votes yet.');
  expect(shown(3, 1, 'final')).toBe(shown(3, 1, 'locked'));
  expect(shown(3, 1, 'locked')).toBe('Result: Job share 75% (3), Part-time 25% (1).');
  expect(resultSentence(poll({ tally: null }))).toBe('');
});
