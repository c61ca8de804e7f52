import { beforeEach, describe, expect, test } from 'vitest';
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

test('C8: a vote of an event that goes on can be removed and brought back, and counts all the same', () => {
  voted('x', 'AAAAA-AAAAA', 'BBBBB-BBBBB');
  const undo = kept.forget('x', 'AAAAA-AAAAA');
  expect(storage.getItem('plenary.votes.x')).not.toContain('AAAAA-AAAAA"');
  expect(storage.getItem('plenary.votes.x'), 'the number of the vote stays').toContain('"AAAAA-AAAAA:1":{"seq":1,');
  expect(kept.all()[0]!.votes.map(({ receipt }) => receipt)).toEqual(['BBBBB-BBBBB']);
  undo();
  expect(kept.all()[0]!.votes.map(({ receipt, says }) => [receipt, says])).toEqual([
    ['AAAAA-AAAAA', 'Gender pay'],
    ['BBBBB-BBBBB', 'Gender pay'],
  ]);
});

test('C8: a vote that was counted since is not undone', () => {
  voted('x', 'AAAAA-AAAAA');
  const undo = kept.forget('x', 'AAAAA-AAAAA');
  const stored = storage.getItem('plenary.votes.x')!;
  storage.setItem('plenary.votes.x', stored.replace('"counted":null', `"counted":${JSON.stringify(counted('NEWER'))}`));
  undo();
  expect(kept.all()[0]!.votes.map(({ receipt }) => receipt)).toEqual(['NEWER']);
});

test('C8: a removed receipt comes back where it was', () => {
  voted('x', 'AAAAA-AAAAA', 'BBBBB-BBBBB', 'CCCCC-CCCCC');
  kept.over('x');
  const undo = kept.forget('x', 'BBBBB-BBBBB');
  undo();
  expect(kept.all()[0]!.votes.map(({ receipt }) => receipt)).toEqual(['AAAAA-AAAAA', 'BBBBB-BBBBB', 'CCCCC-CCCCC']);
  const last = ['AAAAA-AAAAA', 'BBBBB-BBBBB', 'CCCCC-CCCCC'].map((receipt) => kept.forget('x', receipt));
  expect(storage.length).toBe(0);
  last.at(-1)!();
  expect(kept.all()[0]!.votes.map(({ receipt }) => receipt)).toEqual(['CCCCC-CCCCC']);
});

describe('C8: in a storage that is full', () => {
  const size = () => [...storage.items].reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  /** Room for what is there and so much more. */
  function full(more: number): void {
    const limit = size() + more;
    const set = storage.setItem;
    storage.setItem = (name, text) => {
      if (size() - (storage.getItem(name)?.length ?? -name.length) + text.length > limit) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      set(name, text);
    };
  }
  const receipts = () => kept.all().flatMap(({ votes }) => votes.map(({ receipt }) => receipt));

  test('receipts take the room of what was chosen', () => {
    voted('x', 'AAAAA-AAAAA', 'BBBBB-BBBBB');
    place('x', 0);
    full(0);
    kept.over('x');
    expect(receipts()).toEqual(['AAAAA-AAAAA', 'BBBBB-BBBBB']);
    expect(storage.getItem('plenary.votes.x')).toBeNull();
  });

  test('what was chosen elsewhere goes first, the event not visited for longest before the others', () => {
    for (const [event, receipt, at] of [
      ['new', 'AAAAA-AAAAA', 9],
      ['old', 'BBBBB-BBBBB', 5],
      ['waits', 'CCCCC-CCCCC', 1],
    ] as const) {
      voted(event, receipt);
      place(event, at);
    }
    const waits = storage.getItem('plenary.votes.waits')!;
    storage.setItem('plenary.votes.waits', waits.replace('"pending":null', '"pending":{"seq":2}'));
    voted('x', 'DDDDD-DDDDD');
    storage.setItem('plenary.receipts.x', JSON.stringify({ name: 'X', votes: [{ question: '', receipt: 'EEEEE' }] }));
    storage.setItem('plenary.place.x', JSON.stringify({ at: 0, event: { id: 'x', name: 'Long '.repeat(36) } }));
    full(0);
    kept.over('x');
    expect(receipts().sort()).toEqual(['AAAAA-AAAAA', 'BBBBB-BBBBB', 'CCCCC-CCCCC', 'DDDDD-DDDDD', 'EEEEE']);
    expect(storage.getItem('plenary.votes.old'), 'given up').toBeNull();
    expect(storage.getItem('plenary.votes.new'), 'visited last').not.toBeNull();
    expect(storage.getItem('plenary.votes.waits'), 'nothing that waits to be sent is lost').not.toBeNull();
  });
});

test('C8: storage that is blocked or garbled lists nothing and throws nothing', () => {
  storage.setItem('plenary.votes.x', '{"slots":{"a":{}}}');
  storage.setItem('plenary.receipts.y', '[1');
  expect(kept.all()).toEqual([]);
  expect(new KeptVotes(null).all()).toEqual([]);
});
