import { beforeEach, expect, test } from 'vitest';
import { FakeStorage } from '../protocol/fakes.ts';
import { KeptVotes } from './kept.ts';

const DAY = 86_400_000;
let storage: FakeStorage;
let kept: KeptVotes;
beforeEach(() => {
  storage = new FakeStorage();
  kept = new KeptVotes(storage);
});

const counted = (receipt: string) => ({
  seq: 1,
  answer: ['o1'],
  abstain: false,
  receipt,
  question: `About ${receipt}?`,
  says: 'Gender pay',
});
function voted(event: string, ...receipts: string[]): void {
  const slots = Object.fromEntries(
    receipts.map((receipt) => [`${receipt}:1`, { seq: 1, pending: null, counted: counted(receipt), refused: null }]),
  );
  storage.setItem(`plenary.votes.${event}`, JSON.stringify({ owner: 'me', slots }));
}
const place = (event: string, at: number) =>
  storage.setItem(`plenary.place.${event}`, JSON.stringify({ at, event: { id: event, name: `Event ${event}` } }));

test('C8: votes are listed with what was chosen and their receipts', () => {
  voted('x', 'AAAAA-AAAAA');
  place('x', 0);
  expect(kept.all()).toEqual([
    {
      event: 'x',
      name: 'Event x',
      votes: [{ question: 'About AAAAA-AAAAA?', receipt: 'AAAAA-AAAAA', says: 'Gender pay' }],
    },
  ]);
});

test('C8: when an event is gone or was long ago, what was chosen goes and receipts stay', () => {
  voted('gone', 'AAAAA-AAAAA');
  voted('old', 'BBBBB-BBBBB');
  voted('now', 'CCCCC-CCCCC');
  place('old', 0);
  place('now', 40 * DAY);
  kept.tidy(41 * DAY);
  const all = JSON.stringify(Array.from({ length: storage.length }, (_, i) => storage.getItem(storage.key(i)!)));
  expect(all.match(/Gender pay/g), 'only of the event that goes on').toHaveLength(1);
  expect(all.match(/o1/g)).toHaveLength(1);
  const receipts = kept.all().flatMap(({ votes }) => votes.map(({ receipt }) => receipt));
  expect(receipts.sort()).toEqual(['AAAAA-AAAAA', 'BBBBB-BBBBB', 'CCCCC-CCCCC']);
  expect(kept.all().find(({ event }) => event === 'old')!.name, 'named when its place is gone, too').toBe('Event old');
});

test('C8: a receipt is taken away by its person, and by nothing else', () => {
  voted('x', 'AAAAA-AAAAA', 'BBBBB-BBBBB');
  kept.over('x');
  kept.over('x');
  kept.tidy(999 * DAY);
  expect(kept.all()[0]!.votes).toHaveLength(2);
  kept.forget('x', 'AAAAA-AAAAA');
  expect(kept.all()[0]!.votes.map(({ receipt }) => receipt)).toEqual(['BBBBB-BBBBB']);
  kept.forget('x', 'BBBBB-BBBBB');
  expect(storage.length).toBe(0);
});

test('C8: storage that is blocked or garbled lists nothing and throws nothing', () => {
  storage.setItem('plenary.votes.x', '{"slots":{"a":{}}}');
  storage.setItem('plenary.receipts.y', '[1');
  expect(kept.all()).toEqual([]);
  expect(new KeptVotes(null).all()).toEqual([]);
});
