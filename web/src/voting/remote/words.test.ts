import { expect, test } from 'vitest';
import { asideLine, stateWord, votedLine } from './words.ts';

const tally = { round: 1, version: 1, result: [3], voted: 3, abstained: 2, late: 1, answers: 5, connected: 10 };

test('says how many have voted, never more than there are', () => {
  expect(votedLine({ tally, abstain: null })).toBe('5 of 10 have voted');
  expect(votedLine({ tally, abstain: 'No view' })).toBe('5 of 10 have answered');
  expect(votedLine({ tally: null, abstain: null })).toBe('0 of 0 have voted');
});

test('says who is in no bar', () => {
  expect(asideLine({ tally, abstain: 'Prefer not to say' })).toBe('2 chose “Prefer not to say”. 1 came too late.');
  expect(asideLine({ tally: { ...tally, abstained: 0, late: 0 }, abstain: 'x' })).toBe('');
});

test('C1 says Closing while votes on their way still count', () => {
  expect(stateWord({ state: 'locked', closingMs: 9_000 })).toBe('Closing');
  expect(stateWord({ state: 'locked' })).toBe('Voting is locked');
});
