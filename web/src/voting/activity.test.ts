import { expect, test } from 'vitest';
import { hasVotes } from './activity.ts';

test('one vote freezes the words, as soon as the tally tells', () => {
  const tally = { round: 1, version: 1, result: null, voted: 0, abstained: 1, late: 0, answers: 1, connected: 3 };
  expect(hasVotes({ hasVotes: false, tally: null })).toBe(false);
  expect(hasVotes({ hasVotes: false, tally: { ...tally, answers: 0 } })).toBe(false);
  expect(hasVotes({ hasVotes: false, tally })).toBe(true);
  expect(hasVotes({ hasVotes: true, tally: null })).toBe(true);
});
