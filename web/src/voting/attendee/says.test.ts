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

test('the question is said until one has voted; then the vote, how voting stands, and who leads', () => {
  expect(says(activity, seen())).toMatchObject({ own: '', state: 'Voting is open: What first?' });
  expect(says(activity, seen({ counted }))).toEqual({
    own: 'Counted. Tea. Receipt 7F4KQ-2MX9A.',
    state: 'Voting is still open. The result appears here when the organiser shows it.',
    lead: 'Tea leads.',
  });
  expect(says({ ...activity, results: 'stage' }, seen({ counted })).lead).toBe('');
});

test('E7: while a vote is on its way nothing else is said, so that what became of it comes next', () => {
  const pending = { ...counted, activity: 'b', round: 1, vote: 'v', castAt: 1, question: 'What first?', says: 'Tea' };
  expect(says(activity, seen({ pending }))).toEqual({ own: '', state: '', lead: '' });
});

test('E7: a lead that changes says nothing of one’s own vote again, and the lock is always said', () => {
  const before = says(activity, seen({ counted }));
  const flipped = voicing({ ...answering, result: () => 'Coffee leads.' } as Answering<BallotActivity, string>);
  const after = flipped.says(activity, seen({ counted }));
  expect([after.own, after.state]).toEqual([before.own, before.state]);
  expect(after.lead).not.toBe(before.lead);
  for (const results of ['everyone', 'stage', 'hidden'] as const) {
    const locked = says({ ...activity, results, state: 'locked' }, seen({ counted }));
    expect(locked.own).toBe(before.own);
    expect(locked.state, results).toContain('Voting is locked.');
    expect(locked.lead).toBe('');
  }
});

test('it waits for a vote while it is open', () => {
  expect(waits(activity, seen())).toBe(true);
  expect(waits(activity, seen({ counted }))).toBe(false);
  expect(waits({ ...activity, state: 'locked' }, seen())).toBe(false);
});
