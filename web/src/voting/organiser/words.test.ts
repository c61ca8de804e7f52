import { expect, test } from 'vitest';
import type { OrganiserPoll } from '../../protocol/messages.gen.ts';
import { liveText, ballotMark } from './words.ts';

test('says where voting stands', () => {
  const poll = {
    state: 'open',
    abstain: 'No view',
    tally: { round: 1, version: 1, result: [1, 0, 0], voted: 1, abstained: 2, late: 0, answers: 3, connected: 10 },
  } as OrganiserPoll;
  expect(liveText(poll)).toBe('Open for voting. 3 of 10 answered, 2 of those in the result abstained.');
  expect(liveText({ ...poll, state: 'draft', tally: null })).toBe('Not opened yet. 0 of 0 answered.');
});

test('C1 says Closing while votes on their way still count', () => {
  const poll = { state: 'locked', closingMs: 9_000, tally: null } as OrganiserPoll;
  expect(liveText(poll)).toBe('Closing. 0 of 0 answered.');
  expect(ballotMark(poll)).toEqual({ text: 'Closing', tone: 'locked' });
  expect(ballotMark({ state: 'locked' })).toEqual({ text: 'Locked', tone: 'locked' });
});
