import { expect, test } from 'vitest';
import type { Poll } from '../../../protocol/messages.gen.ts';
import { abstainLine, hiddenLine, stateLine } from '../../../voting/stage/sentences.ts';
import { baseLine, summary } from './sentences.ts';

const tally = {
  round: 1,
  version: 4,
  result: [118, 61, 74],
  voted: 253,
  abstained: 12,
  late: 2,
  answers: 265,
  connected: 342,
};
const poll: Poll = {
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'What first?',
  maxChoices: 1,
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'stage',
  tally,
  options: ['Culture', 'Mentoring', 'Flexible working'].map((text, index) => ({
    id: `${index}`,
    text,
    exclusive: false,
  })),
};

test('says of what the percentages are', () => {
  expect(baseLine(poll)).toBe('Percentages of those who voted');
  expect(baseLine({ ...poll, maxChoices: 3 })).toBe('Per cent of voters, who could choose several');
  expect(baseLine({ ...poll, tally: { ...tally, voted: 0, abstained: 0, answers: 0 } })).toBe(
    'Results appear from the fifth answer',
  );
  expect(baseLine({ ...poll, smallGroup: true, tally: { ...tally, voted: 0, abstained: 0, answers: 0 } })).toBe(
    'No votes yet',
  );
  expect(baseLine({ ...poll, tally: { ...tally, voted: 0, abstained: 0, answers: 4 } }), 'O10').toBe(
    'Results appear from the fifth answer',
  );
  expect(baseLine({ ...poll, tally: { ...tally, voted: 18, abstained: 2, answers: 23 } }), 'O10').toBe(
    'Result of the first 20 answers; 23 have voted',
  );
});

test('says abstainers apart, in the organiser’s words, and only when there are any', () => {
  expect(abstainLine(poll)).toBe('12 chose “Prefer not to say”');
  expect(abstainLine({ ...poll, tally: { ...tally, abstained: 0 } })).toBe('');
  expect(abstainLine({ ...poll, abstain: null })).toBe('');
});

test('C1 says Closing while votes on their way still count', () => {
  expect(stateLine({ ...poll, state: 'locked', closingMs: 9_000 })).toBe('Closing');
  expect(stateLine({ ...poll, state: 'locked' })).toBe('Voting is locked');
});

test('sums up for a screen reader: the leader while open, all of it at the end', () => {
  expect(summary(poll, false)).toBe(
    'What first? Voting is open. 265 of 342 have answered. Leading: Culture 47%, 118. 12 chose “Prefer not to say”.',
  );
  expect(summary({ ...poll, state: 'locked' }, true)).toBe(
    'What first? Voting is locked. 265 of 342 have answered. ' +
      'Result: Culture 47%, 118; Flexible working 29%, 74; Mentoring 24%, 61. 12 chose “Prefer not to say”.',
  );
});

test('the summary tells nothing that is hidden', () => {
  const hidden = summary({ ...poll, results: 'hidden', tally: { ...tally, result: null } }, false);
  expect(hidden).toBe(
    'What first? Voting is open. 265 of 342 have answered. Results are hidden until the presenter reveals them.',
  );
  expect(summary({ ...poll, state: 'draft', tally: null }, false)).toBe('What first? Voting opens soon.');
});

test('says why there are no bars', () => {
  expect(hiddenLine({ ...poll, state: 'draft' })).toBe('Voting opens soon.');
});
