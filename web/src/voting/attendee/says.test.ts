import { expect, test } from 'vitest';
import type { Ballots } from '../ballots.svelte.ts';
import type { BallotActivity } from '../activity.ts';
import { emptySlot, type Slot } from '../ballot.ts';
import type { Answering } from './answering.ts';
import { voicing } from './says.ts';

const activity: BallotActivity = {
  id: 'b',
  round: 1,
  question: 'What first?',
  abstain: null,
  state: 'open',
  results: 'everyone',
  tally: null,
};
const answering = { words: () => 'Tea', result: () => 'Tea leads.' } as Partial<Answering<BallotActivity, string>>;
const { says, waits } = voicing(answering as Answering<BallotActivity, string>);
const counted = { seq: 1, answer: ['t'], abstain: false, receipt: '7F4KQ-2MX9A' };
const seen = (slot: Partial<Slot> = {}, live = true) => ({
  ballots: { slot: () => ({ ...emptySlot, ...slot }), earlier: () => null } as unknown as Ballots,
  live,
  away: false,
});

test('the question is said until one has voted; then the vote, and the result where it may be seen', () => {
  expect(says(activity, seen())).toBe('Voting is open: What first?');
  expect(says(activity, seen({ counted }))).toBe('Counted. Tea. Receipt 7F4KQ-2MX9A. Tea leads.');
  expect(says({ ...activity, results: 'stage' }, seen({ counted }))).toBe('Counted. Tea. Receipt 7F4KQ-2MX9A. ');
  expect(says(activity, seen({}, false))).toContain('No connection');
});

test('it waits for a vote while it is open', () => {
  expect(waits(activity, seen())).toBe(true);
  expect(waits(activity, seen({ counted }))).toBe(false);
  expect(waits({ ...activity, state: 'locked' }, seen())).toBe(false);
});
