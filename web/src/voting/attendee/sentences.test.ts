import { describe, expect, test } from 'vitest';
import { emptySlot, type Slot } from '../ballot.ts';
import type { Poll } from '../../protocol/messages.gen.ts';
import { ownVote, pollSentence } from './sentences.ts';

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
const names: Record<string, string> = { a: 'Job share', b: 'Part-time' };
const counted = { seq: 1, answer: ['a'], abstain: false, receipt: '7F4KQ-2MX9A' };
const pending = {
  activity: 'p',
  round: 1,
  vote: 'v',
  seq: 2,
  answer: ['b'],
  abstain: false,
  castAt: 0,
  question: 'Q?',
  says: 'Part-time',
};
const refused = (code: string) => ({
  seq: 2,
  code,
  message: 'The words of the server.',
  question: 'Q?',
  says: 'Part-time',
});
const told = (slot: Partial<Slot>, more: object = {}) =>
  ownVote({
    poll: poll(),
    slot: { ...emptySlot, ...slot },
    earlier: null,
    live: true,
    storeAway: false,
    words: ({ answer, abstain }) => (abstain ? 'Prefer not to say' : answer.map((id) => names[id]).join()),
    ...more,
  });

describe('about one’s own vote', () => {
  test('nothing before one voted', () => expect(told({})).toBeNull());
  test('sending', () =>
    expect(told({ pending })).toMatchObject({ tone: 'waiting', title: 'Sending your vote.', text: 'Part-time.' }));
  test('waiting for the network', () => {
    expect(told({ pending }, { live: false })).toMatchObject({
      title: 'Your vote is waiting on this phone.',
      text: 'Part-time. We send it when the network is back and tell you here.',
    });
  });
  test('waiting for the store, while an earlier vote counts', () => {
    expect(told({ pending, counted }, { storeAway: true })?.text).toBe(
      'Part-time. Votes cannot be stored right now. We keep trying and tell you here. ' +
        'Your earlier vote counts until then: Job share.',
    );
  });
  test('counted', () =>
    expect(told({ counted })).toMatchObject({ tone: 'good', text: 'Job share.', receipt: '7F4KQ-2MX9A' }));
  test('counted as abstaining', () => {
    expect(told({ counted: { ...counted, answer: [], abstain: true } })?.text).toBe('Prefer not to say.');
  });
  test('too late', () => {
    expect(told({ refused: refused('tooLate') })).toMatchObject({
      tone: 'late',
      title: 'Too late.',
      text: expect.stringContaining('Part-time is not counted.'),
    });
    expect(told({ refused: refused('tooLate'), counted })?.text).toContain(
      'Your earlier vote still counts: Job share.',
    );
  });
  test('refused for another reason', () =>
    expect(told({ refused: refused('badAnswer') })?.text).toBe('The words of the server.'));
  test('superseded: what counts is said', () =>
    expect(told({ refused: refused('superseded'), counted })?.title).toBe('Counted.'));
  test('reset', () => {
    expect(told({}, { earlier: { ...emptySlot, counted } })?.title).toBe('The organiser reset this poll.');
    expect(told({}, { earlier: { ...emptySlot, refused: refused('activityChanged') } })?.title).toBe(
      'The organiser changed this poll.',
    );
  });
});

test('about the poll', () => {
  const voted = { ...emptySlot, counted };
  expect(pollSentence(poll({ state: 'final' }), emptySlot)).toBe(
    'Voting is over. You did not vote in this poll. The result is not shown yet. What comes next appears here.',
  );
  expect(pollSentence(poll({ state: 'locked' }), emptySlot)).toBe(
    'Voting is locked. You did not vote in this poll. The result is not shown yet. What comes next appears here.',
  );
  expect(pollSentence(poll({ state: 'locked', results: 'stage' }), voted)).toBe(
    'Voting is locked. The result is on the screen in the room. What comes next appears here.',
  );
  expect(pollSentence(poll({ state: 'locked', results: 'everyone', tally: tally(1, 2) }), voted)).toBe(
    'Voting is locked. What comes next appears here.',
  );
  expect(pollSentence(poll(), voted)).toBe(
    'Voting is still open. The result appears here when the organiser shows it.',
  );
});
