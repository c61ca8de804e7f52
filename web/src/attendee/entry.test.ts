import { describe, expect, test } from 'vitest';
import { ApiError } from '../protocol/api.ts';
import { FakeStorage } from '../protocol/fakes.ts';
import { answer, KEY, membership, setUp, settle, tab } from './entry.testing.ts';
import { participant } from './membership.ts';
import { go } from './rooms.ts';

describe('the way in', () => {
  test('joins, puts the code into the address and remembers the place', async () => {
    const t = setUp(answer);
    await t.entry.join('H7K2MQ');
    expect(t.asked).toEqual([{ code: 'H7K2MQ', tokens: [], key: KEY }]);
    expect(t.entry.step).toMatchObject({ name: 'room', membership });
    expect(t.addresses).toEqual(['H7K2MQ']);
    expect(tab(t.storage).latest()).toMatchObject(membership);
  });

  test('comes back as the same person without asking', () => {
    const t = setUp();
    t.memberships.remember(membership);
    t.entry.open('H7K2MQ');
    expect(t.asked).toEqual([]);
    expect(t.entry.step).toMatchObject({ name: 'room', membership });
  });

  test('shows the token it has when the server refuses the connection', async () => {
    const t = setUp({ ...answer, token: 'e1.anew.sig' });
    t.memberships.remember(membership);
    t.entry.refused(membership, 'refused');
    await settle();
    expect(t.asked).toEqual([{ code: 'H7K2MQ', tokens: ['e1.me.sig'], key: KEY }]);
    expect(t.entry.step).toMatchObject({ name: 'room', membership: { token: 'e1.anew.sig' } });
  });

  test('a wrong code is said, with the code to correct', async () => {
    const t = setUp(new ApiError('unknownCode', 'x', 404));
    await t.entry.join('ABCDEF');
    expect(t.entry.step).toEqual({
      name: 'form',
      code: 'ABCDEF',
      problem: 'No event has the code ABC DEF. Check it on the screen and try again.',
    });
  });

  test('a code that was right once belongs to an event that is over', async () => {
    const t = setUp(new ApiError('unknownCode', 'x', 404));
    t.memberships.remember(membership);
    await t.entry.join('H7K2MQ');
    expect(t.entry.step).toMatchObject({ name: 'closed', title: 'This event is over.' });
    expect(t.memberships.latest()).toBeNull();
  });

  test('too many tries', async () => {
    const t = setUp(new ApiError('slowDown', 'x', 429, null, 20));
    await t.entry.join('ABCDEF');
    expect(t.entry.step).toMatchObject({
      name: 'form',
      problem: 'That was too many tries. Wait 20 seconds, then try again.',
    });
  });

  test('a full room can be tried again', async () => {
    const t = setUp(new ApiError('limitReached', 'x', 409));
    await t.entry.join('H7K2MQ');
    expect(t.entry.step).toMatchObject({
      name: 'closed',
      title: 'The room is full.',
      retry: { code: 'H7K2MQ', words: 'Try again now' },
    });
  });

  test('keeps trying without network and takes people in by itself', async () => {
    const t = setUp(new ApiError('offline', 'x', 0), new ApiError('tryAgain', 'x', 503, null, 1), answer);
    await t.entry.join('H7K2MQ');
    expect(t.entry.step).toMatchObject({ name: 'joining', problem: expect.stringContaining('No connection.') });
    t.clock.advance(2_000);
    await settle();
    expect(t.entry.step).toMatchObject({
      name: 'joining',
      problem: expect.stringContaining('does not answer right now'),
    });
    t.entry.wake();
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'room' });
    t.clock.advance(60_000);
    expect(t.asked).toHaveLength(3);
  });

  test('an answer that comes after people turned away is ignored', async () => {
    const t = setUp(answer);
    const joining = t.entry.join('H7K2MQ');
    t.entry.leave();
    await joining;
    expect(t.entry.step).toMatchObject({ name: 'form' });
  });
});

describe('several rooms', () => {
  const rooms = [
    { id: 'r1', name: 'Main hall' },
    { id: 'r2', name: 'Annexe' },
  ];
  const asks = { ...answer, room: null, rooms };
  const annexe = { ...answer, code: 'ANNEXE', room: rooms[1]!, rooms };

  test('the code of the event leads to a choice; a reload before it stays the same person', async () => {
    const t = setUp(asks, asks, annexe);
    await t.entry.join('H7K2MQ');
    expect(t.entry.step).toMatchObject({ name: 'choose', rooms });
    t.entry.open('H7K2MQ');
    await settle();
    expect(t.asked[1]).toMatchObject({ code: 'H7K2MQ', tokens: [answer.token] });
    await go(t.entry, answer.token, rooms[1]!);
    expect(t.asked[2]).toEqual({ token: answer.token, room: 'r2' });
    expect(t.entry.step).toMatchObject({
      name: 'room',
      membership: { code: 'ANNEXE', token: answer.token, room: rooms[1] },
    });
    expect(t.addresses.at(-1)).toBe('ANNEXE');
    expect(t.entry.said).toBe('You are in Annexe.');
  });

  test('where people are stays as it is until they are in the other room', async () => {
    const t = setUp(
      answer,
      new ApiError('offline', 'x', 0),
      new ApiError('unknownRoom', 'There is no such room in this event.', 404),
      annexe,
    );
    await t.entry.join('H7K2MQ');
    const before = t.entry.step;
    await go(t.entry, answer.token, rooms[1]!);
    expect(t.entry.step).toBe(before);
    expect(t.entry.problem).toBe('No connection. Try again in a moment.');
    await go(t.entry, answer.token, rooms[1]!);
    expect(t.entry.problem).toBe('There is no such room in this event.');
    await go(t.entry, answer.token, rooms[1]!);
    expect(t.entry.problem).toBe('');
    expect(tab(t.storage).latest()).toMatchObject({ code: 'ANNEXE', room: rooms[1] });
  });

  test('one tab too many says so, and goes on where somebody wants it', () => {
    const t = setUp();
    t.entry.enter(membership);
    t.entry.refused(membership, 'elsewhere');
    expect(t.entry.step).toMatchObject({
      name: 'closed',
      title: 'This page was closed.',
      retry: { code: membership.code, words: 'Go on here' },
    });
    t.entry.open(membership.code);
    expect(t.entry.step).toMatchObject({ name: 'room', membership });
  });

  test('a room that was closed leads to the others', async () => {
    const t = setUp(asks);
    t.entry.enter(membership);
    t.entry.refused(membership, 'roomGone');
    expect(t.entry.step).toMatchObject({ name: 'choose', rooms: [], closed: 'Main hall' });
    await go(t.entry, answer.token, null);
    expect(t.entry.step).toMatchObject({ name: 'choose', rooms, closed: 'Main hall' });
  });
});

test('memberships survive garbled storage', () => {
  const storage = new FakeStorage();
  for (const [index, text] of ['[1, null, {"code": "X"}', '1', 'null', '', JSON.stringify({ code: 'X' })].entries()) {
    storage.setItem(`plenary.place.${index}`, text);
  }
  storage.setItem('something.else', JSON.stringify(membership));
  expect(tab(storage).latest()).toBeNull();
  storage.setItem('plenary.place.e1', JSON.stringify(membership));
  expect(tab(storage).latest()).toMatchObject(membership);
  expect(participant(membership.token)).toBe('me');
});
