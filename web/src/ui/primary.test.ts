import { expect, test } from 'vitest';
import type { OrganiserPoll, OrganiserSnapshot } from '../protocol/messages.gen.ts';
import { primary } from './primary.ts';

const poll = (id: string, over: Partial<OrganiserPoll> = {}) =>
  ({ kind: 'poll', id, rev: 3, state: 'draft', results: 'hidden', ...over }) as OrganiserPoll;
const state = (
  activity: string | null,
  runOrder: OrganiserPoll[],
  view: 'join' | 'activity' | 'blank' = activity ? 'activity' : 'join',
) =>
  ({
    type: 'organiserSnapshot',
    event: {},
    room: { id: 'r', view, activity },
    runOrder,
    beside: [] as unknown[],
  }) as OrganiserSnapshot;

test('leads through a poll: open, lock, reveal, next', () => {
  const step = (over: Partial<OrganiserPoll>) => primary(state('a', [poll('a', over), poll('b')]));
  expect(step({})).toEqual({
    says: 'Open voting',
    step: 'open',
    command: { type: 'openActivity', activity: 'a', rev: 3 },
  });
  expect(step({ state: 'open' })).toEqual({
    says: 'Lock voting',
    step: 'lock',
    command: { type: 'lockActivity', activity: 'a', rev: 3 },
  });
  for (const results of ['hidden', 'stage'] as const) {
    expect(step({ state: 'locked', results })).toEqual({
      says: 'Reveal results',
      step: 'reveal',
      command: { type: 'showResults', activity: 'a', rev: 3, results: 'everyone' },
    });
  }
  expect(step({ state: 'locked', results: 'everyone' })).toEqual({
    says: 'Open the next question',
    step: 'next',
    command: { type: 'openActivity', activity: 'b', rev: 3 },
  });
});

test('starts at the join screen, and goes back to what it covers', () => {
  expect(primary(state(null, [poll('a')]))).toMatchObject({
    says: 'Open the first question',
    command: { type: 'openActivity', activity: 'a' },
  });
  expect(primary(state('b', [poll('a'), poll('b')], 'join'))).toMatchObject({
    says: 'Show and open voting',
    command: { type: 'openActivity', activity: 'b' },
  });
  const open = [poll('a'), poll('b', { state: 'open' })];
  for (const view of ['join', 'blank'] as const) {
    expect(primary(state('b', open, view))).toMatchObject({
      says: 'Show the question',
      command: { type: 'setStage', activity: 'b' },
    });
  }
});

test('has nothing left at the end, or without a run order', () => {
  expect(primary(state('a', [poll('a', { state: 'locked', results: 'everyone' })]))).toBeNull();
  expect(primary(state(null, []))).toBeNull();
});

test('E11 in an event that has ended nothing is opened, and what is hidden can still be revealed', () => {
  const over = (activity: string | null, poll_: Partial<OrganiserPoll>) =>
    primary({ ...state(activity, [poll('a', poll_), poll('b')]), event: { phase: 'ended' } } as OrganiserSnapshot);
  expect(over(null, {})).toBeNull();
  expect(over('a', {})).toBeNull();
  expect(over('a', { state: 'locked', results: 'everyone' })).toBeNull();
  expect(over('a', { state: 'locked' })).toMatchObject({ says: 'Reveal results' });
});
