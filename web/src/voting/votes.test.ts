import { beforeEach, describe, expect, test } from 'vitest';
import { FakeClock, FakeStorage } from '../protocol/fakes.ts';
import type { CastVote, Poll, ServerMessage } from '../protocol/messages.gen.ts';
import { BallotBox, storageKey } from './votes.ts';

const poll: Poll = {
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'Q?',
  maxChoices: 2,
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'hidden',
  tally: null,
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase(), exclusive: false })),
};

let clock: FakeClock;
let storage: FakeStorage;
let sent: CastVote[];
let ids = 0;
beforeEach(() => {
  clock = new FakeClock();
  storage = new FakeStorage();
  sent = [];
});

const box = (more: Partial<ConstructorParameters<typeof BallotBox>[0]> = {}) =>
  new BallotBox({
    event: 'e',
    owner: 'me',
    storage,
    clock,
    random: () => 0.5,
    newVoteId: () => `vote-number-${String(++ids).padStart(6, '0')}`,
    send: (message) => (sent.push(message), true),
    nextRef: () => sent.length + 1,
    wayMs: () => 0,
    onChange: () => undefined,
    ...more,
  });
const counted = (vote: CastVote): ServerMessage => ({ ...about(vote), type: 'voteCounted', receipt: 'RRRRR-RRRRR' });
const refused = (vote: CastVote, code: string, more = {}): ServerMessage => ({
  ...about(vote),
  type: 'voteRefused',
  code,
  message: `${code}.`,
  ...more,
});
const about = ({ ref, activity, round, vote, seq }: CastVote) => ({ ref, activity, round, vote, seq });
const last = () => sent.at(-1)!;

describe('the ballot box', () => {
  test('sends at once when live, and keeps the receipt', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a', 'b'], abstain: false }, 'what was chosen');
    expect(last()).toMatchObject({ seq: 1, answer: ['a', 'b'], abstain: false, heldMs: 0 });
    expect(votes.slot('p', 1).pending).not.toBeNull();
    votes.receive(counted(last()));
    expect(votes.slot('p', 1)).toMatchObject({
      pending: null,
      counted: { seq: 1, answer: ['a', 'b'], receipt: 'RRRRR-RRRRR' },
    });
    clock.advance(600_000);
    expect(sent).toHaveLength(1);
  });

  test('keeps a vote made without network over a reload, and says how long it was held', () => {
    box().cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    expect(sent).toHaveLength(0);
    clock.advance(90_000);
    const reloaded = box();
    expect(reloaded.pending()).toMatchObject([{ question: 'Q?', says: 'what was chosen' }]);
    reloaded.connected();
    expect(last()).toMatchObject({ seq: 1, answer: ['a'], heldMs: 90_000 });
  });

  test('says how long the way takes as well: who pressed before the lock has pressed in time', () => {
    const votes = box({ wayMs: () => 149.6 });
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    expect(last().heldMs).toBe(150);
  });

  test('believes the longer clock, and never sends a negative time', () => {
    const votes = box();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    clock.advance(5_000);
    clock.offset -= 60_000;
    votes.connected();
    expect(last().heldMs).toBe(5_000);
    const reloaded = box();
    reloaded.connected();
    expect(last().heldMs).toBe(0);
  });

  test('sends the same vote again on tryAgain, after what the server asks and then longer pauses', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    const first = last();
    for (const pause of [2_500, 3_000, 4_000, 6_000, 9_500, 9_500]) {
      votes.receive({ type: 'error', ref: last().ref, code: 'tryAgain', message: 'Later.', retryAfterMs: 2_000 });
      expect(votes.trouble).toBe('Later.');
      const before = sent.length;
      clock.advance(pause - 1);
      expect(sent).toHaveLength(before);
      clock.advance(1);
      expect(sent).toHaveLength(before + 1);
      expect(last()).toMatchObject({ vote: first.vote, seq: 1, answer: ['a'] });
    }
    votes.receive(counted(last()));
    expect(votes.trouble).toBeNull();
  });

  test('sends again when no answer comes', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    clock.advance(20_000);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map((vote) => vote.vote)).size).toBe(1);
  });

  test('a changed vote has the next number; a late answer to the first does not end the second', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    const first = last();
    votes.cast(poll, { answer: [], abstain: true }, 'what was chosen');
    votes.receive(counted(first));
    expect(votes.slot('p', 1)).toMatchObject({
      pending: { seq: 2, abstain: true, answer: [] },
      counted: { seq: 1, answer: ['a'] },
    });
    votes.receive(counted(last()));
    votes.receive(counted(first));
    expect(votes.slot('p', 1)).toMatchObject({ pending: null, counted: { seq: 2, abstain: true } });
  });

  test('too late is final, and what was counted before still stands', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    votes.receive(counted(last()));
    votes.cast(poll, { answer: ['b'], abstain: false }, 'what was chosen');
    votes.receive(refused(last(), 'tooLate'));
    expect(votes.slot('p', 1)).toMatchObject({
      pending: null,
      counted: { answer: ['a'] },
      refused: { code: 'tooLate', says: 'what was chosen' },
    });
    votes.lost();
    votes.connected();
    expect(sent).toHaveLength(2);
  });

  test('C1 too late after a long way is not final: sent again, it says how long ago it was pressed', () => {
    const votes = box({ wayMs: () => 100 });
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    expect(last().heldMs).toBe(100);
    clock.advance(1_000);
    const first = last();
    votes.receive(refused(first, 'tooLate'));
    expect(votes.slot('p', 1)).toMatchObject({ refused: null });
    expect(last()).toEqual({ ...first, ref: last().ref, heldMs: 1_100 });
    expect(sent).toHaveLength(2);
    votes.receive(counted(last()));
    expect(votes.slot('p', 1)).toMatchObject({ pending: null, counted: { answer: ['a'] }, refused: null });
  });

  test('C1 too late is final when it came soon, or for the third time', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    clock.advance(999);
    votes.receive(refused(last(), 'tooLate'));
    expect(votes.slot('p', 1)).toMatchObject({ pending: null, refused: { code: 'tooLate' } });
    votes.cast(poll, { answer: ['b'], abstain: false }, 'what was chosen');
    for (let i = 0; i < 3; i++) {
      expect(votes.slot('p', 1)).toMatchObject({ pending: { answer: ['b'] } });
      clock.advance(1_000);
      votes.receive(refused(last(), 'tooLate'));
    }
    expect(votes.slot('p', 1)).toMatchObject({ pending: null, refused: { code: 'tooLate' } });
    expect(sent).toHaveLength(4);
  });

  test('adopts what the server says is counted, and numbers the next vote after it', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    votes.receive(refused(last(), 'superseded', { counted: { seq: 7, answer: ['c'], abstain: false, receipt: 'X' } }));
    expect(votes.slot('p', 1)).toMatchObject({ seq: 7, pending: null, counted: { seq: 7, answer: ['c'] } });
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    expect(last().seq).toBe(8);
  });

  test('starts anew after a reset', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    votes.receive(counted(last()));
    votes.cast({ ...poll, round: 2 }, { answer: ['b'], abstain: false }, 'what was chosen');
    expect(last()).toMatchObject({ round: 2, seq: 1 });
    expect(votes.slot('p', 1).counted?.answer).toEqual(['a']);
  });

  test('an error about the vote ends it, one about the connection does not', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    votes.receive({ type: 'error', ref: last().ref, code: 'notSignedIn', message: 'Join.' });
    clock.advance(60_000);
    expect(sent).toHaveLength(1);
    votes.lost();
    votes.connected();
    expect(sent).toHaveLength(2);
    votes.receive({ type: 'error', ref: last().ref, code: 'badAnswer', message: 'No.' });
    expect(votes.slot('p', 1)).toMatchObject({ pending: null, refused: { code: 'badAnswer' } });
  });

  test('another tab that has a connection sends what this one could not', () => {
    const other = box();
    other.connected();
    box().cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    expect(sent).toHaveLength(0);
    other.storageChanged(storageKey('e'));
    clock.advance(4_000);
    expect(last()).toMatchObject({ seq: 1, answer: ['a'] });
  });

  test('somebody who had to join anew takes along what waits, not what another was counted for', () => {
    const votes = box();
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    votes.receive(counted(last()));
    votes.lost();
    votes.cast({ ...poll, id: 'q' }, { answer: ['b'], abstain: false }, 'what was chosen');
    const anew = box({ owner: 'other' });
    anew.connected();
    expect(last()).toMatchObject({ activity: 'q', answer: ['b'] });
    expect(anew.slot('p', 1).counted).toBeNull();
  });

  test.each([
    ['no storage', null],
    ['storage that throws', { getItem: boom, setItem: boom, removeItem: boom }],
    [
      'garbled storage',
      Object.assign(new FakeStorage(), { getItem: () => '{"owner":"me","slots":{"p:1":{"seq":"x"}}' }),
    ],
    ['a slot that makes no sense', Object.assign(new FakeStorage(), { getItem: () => null })],
  ])('votes with %s', (_name, odd) => {
    const votes = box({ storage: odd });
    votes.connected();
    votes.cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    votes.cast(poll, { answer: ['b'], abstain: false }, 'what was chosen');
    expect(last()).toMatchObject({ seq: 2, answer: ['b'] });
    votes.receive(counted(last()));
    expect(votes.slot('p', 1)).toMatchObject({ pending: null, counted: { answer: ['b'] } });
  });

  test('drops only the slots that make no sense', () => {
    box().cast(poll, { answer: ['a'], abstain: false }, 'what was chosen');
    const kept = JSON.parse(storage.items.get(storageKey('e'))!);
    kept.slots['q:1'] = { seq: 1, pending: { seq: 1 }, counted: null, refused: null };
    storage.setItem(storageKey('e'), JSON.stringify(kept));
    expect(box().pending()).toHaveLength(1);
  });
});

function boom(): never {
  throw new Error('denied');
}
