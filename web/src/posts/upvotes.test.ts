import { expect, test } from 'vitest';
import { FakeClock, FakeStorage } from '../protocol/fakes.ts';
import type { CastUpvote, ServerMessage } from '../protocol/messages.gen.ts';
import { UpvoteBook } from './upvotes.ts';

const qa = { id: 'q', round: 1 };

function book(storage = new FakeStorage(), clock = new FakeClock()) {
  const sent: CastUpvote[] = [];
  const refused: string[] = [];
  const upvotes = new UpvoteBook(
    {
      event: 'e',
      owner: 'me',
      storage,
      clock,
      random: () => 0.5,
      send: (message) => sent.push(message) > 0,
      nextRef: () => sent.length + 1,
      onChange: () => undefined,
    },
    (n, code, message) => refused.push(`${n} ${code} ${message}`),
  );
  return { upvotes, sent, refused, storage, clock };
}
const about = ({ ref, activity, round, n, seq }: CastUpvote) => ({ ref, activity, round, n, seq });
const counted = (cast: CastUpvote): ServerMessage => ({ type: 'upvoteCounted', ...about(cast), on: cast.on });
const superseded = (cast: CastUpvote, stands: { seq: number; on: boolean }): ServerMessage => ({
  type: 'upvoteRefused',
  ...about(cast),
  code: 'superseded',
  message: 'Newer.',
  counted: stands,
});

test('the number rises whatever the question', () => {
  const { upvotes, sent } = book();
  upvotes.connected();
  upvotes.cast(qa, 3, true);
  upvotes.cast(qa, 7, true);
  upvotes.cast(qa, 3, false);
  expect(sent.map(({ n, seq, on }) => [n, seq, on])).toEqual([
    [3, 1, true],
    [7, 2, true],
    [3, 3, false],
  ]);
});

test('starts anew in a new round, and drops nothing of it', () => {
  const { upvotes, sent } = book();
  upvotes.connected();
  upvotes.cast(qa, 3, true);
  upvotes.receive(counted(sent[0]!));
  upvotes.cast({ id: 'q', round: 2 }, 3, true);
  expect(sent[1]).toMatchObject({ round: 2, seq: 1 });
  expect(upvotes.on(qa, 3)).toBe(true);
});

test('a phone that lost its storage adopts what stands and goes on from there', () => {
  const { upvotes, sent } = book();
  upvotes.connected();
  upvotes.cast(qa, 3, false);
  upvotes.receive(superseded(sent[0]!, { seq: 40, on: true }));
  expect(upvotes.on(qa, 3)).toBe(true);
  upvotes.cast(qa, 3, false);
  expect(sent[1]).toMatchObject({ seq: 41, on: false });
});

test('an answer to an earlier tap does not undo a later one', () => {
  const { upvotes, sent } = book();
  upvotes.connected();
  upvotes.cast(qa, 3, true);
  upvotes.cast(qa, 3, false);
  upvotes.receive(counted(sent[0]!));
  expect(upvotes.on(qa, 3)).toBe(false);
  upvotes.receive(counted(sent[1]!));
  upvotes.receive(counted(sent[0]!));
  expect(upvotes.on(qa, 3)).toBe(false);
  expect(upvotes.pending()).toEqual([]);
});

test('a refusal takes the tap back and says why; a busy server does not', () => {
  const { upvotes, sent, refused, clock } = book();
  upvotes.connected();
  upvotes.cast(qa, 3, true);
  upvotes.receive({ type: 'error', ref: sent[0]!.ref, code: 'busy', message: 'Busy.' });
  expect(upvotes.on(qa, 3)).toBe(true);
  expect(upvotes.trouble).toBe('Busy.');
  clock.advance(20_000);
  upvotes.receive({ type: 'upvoteRefused', ...about(sent[1]!), code: 'notUpvotable', message: 'No upvotes any more.' });
  expect(upvotes.on(qa, 3)).toBe(false);
  expect(refused).toEqual(['3 notUpvotable No upvotes any more.']);
});

test('forty taps without a network are sent in turns, every one of them', () => {
  const { upvotes, sent } = book();
  for (let n = 1; n <= 40; n++) upvotes.cast(qa, n, true);
  upvotes.connected();
  expect(sent).toHaveLength(20);
  for (let i = 0; i < 40; i++) upvotes.receive(counted(sent[i]!));
  expect(sent.map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  expect(upvotes.pending()).toEqual([]);
});
