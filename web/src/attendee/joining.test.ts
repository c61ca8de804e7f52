import { describe, expect, test } from 'vitest';
import { ApiError } from '../protocol/api.ts';
import { FakeClock, FakeStorage } from '../protocol/fakes.ts';
import { answer, HANGS, KEY, membership, setUp, settle, setUpWith, tab } from './entry.testing.ts';
import { Memberships } from './membership.ts';
import { go } from './rooms.ts';

describe('C3 over a dead link', () => {
  test('joining ends after a few seconds, says what is wrong and when it is tried again, by itself', async () => {
    const t = setUp(HANGS, HANGS, answer);
    void t.entry.join('H7K2MQ');
    await settle();
    t.clock.advance(4_999);
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'joining', problem: null });
    t.clock.advance(1);
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'joining', problem: expect.stringContaining('No answer') });
    expect(t.entry.again).toBe(2);
    t.clock.advance(1_000);
    expect(t.entry.again).toBe(1);
    t.clock.advance(1_000);
    await settle();
    expect([t.entry.again, t.asked.length]).toEqual([null, 2]);
    t.clock.advance(8_000); // a slow network gets longer every time
    await settle();
    expect(t.within).toEqual([5_000, 8_000]);
    expect(t.entry.again).toBe(3);
    t.clock.advance(3_000);
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'room' });
  });

  test('pauses grow up to some seconds, and no try gets longer than 20 s', async () => {
    const t = setUp(...Array.from({ length: 30 }, () => HANGS));
    void t.entry.join('H7K2MQ');
    await settle();
    const pauses: number[] = [];
    for (let i = 0; i < 8; i++) {
      t.clock.advance(t.within.at(-1) as number);
      await settle();
      pauses.push(t.entry.again!);
      t.clock.advance(t.entry.again! * 1_000);
      await settle();
    }
    expect(pauses.slice(0, 3)).toEqual([2, 3, 5]);
    expect(Math.max(...pauses)).toBe(9);
    expect(t.within.slice(0, 7)).toEqual([5_000, 8_000, 11_000, 14_000, 17_000, 20_000, 20_000]);
  });

  test('"Try again now" does, and what comes of the try before is ignored', async () => {
    const t = setUp(HANGS, answer);
    void t.entry.join('H7K2MQ');
    await settle();
    void t.entry.join('H7K2MQ');
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'room' });
    t.clock.advance(60_000);
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'room' });
    expect(t.asked).toHaveLength(2);
  });
});

describe('C4 a full room', () => {
  test('is tried again by itself with growing pauses, and says when', async () => {
    const t = setUp(answer);
    t.entry.enter(membership);
    const pauses: number[] = [];
    for (let i = 0; i < 5; i++) {
      t.entry.refused(membership, 'roomFull');
      expect(t.entry.step).toMatchObject({
        name: 'closed',
        title: 'The room is full.',
        retry: { code: membership.code },
      });
      pauses.push(t.entry.again!);
      t.clock.advance(t.entry.again! * 1_000);
      expect(t.entry.step).toMatchObject({ name: 'room', membership });
      expect([t.entry.full, t.entry.again]).toEqual([true, null]);
    }
    expect(pauses).toEqual([10, 15, 25, 35, 35]);
    t.entry.live();
    expect(t.entry.full).toBe(false);
    t.entry.refused(membership, 'roomFull');
    expect(t.entry.again).toBe(10);
  });

  test('at the door as well, and a network that fails meanwhile changes nothing of what is said', async () => {
    const t = setUp(new ApiError('limitReached', 'x', 409), new ApiError('offline', 'x', 0), answer);
    await t.entry.join('H7K2MQ');
    t.clock.advance(10_000);
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'closed', title: 'The room is full.' });
    expect(t.entry.again).toBe(2);
    t.entry.open('H7K2MQ');
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'room' });
  });
});

describe('C12 when the network comes back', () => {
  test('a join that hangs is asked anew at once, but not one that began just now', async () => {
    const t = setUp(HANGS, answer);
    void t.entry.join('H7K2MQ');
    await settle();
    t.clock.advance(500);
    t.entry.wake();
    await settle();
    expect(t.asked).toHaveLength(1);
    t.clock.advance(600);
    t.entry.wake();
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'room' });
    t.entry.wake();
    await settle();
    expect(t.asked).toHaveLength(2);
  });

  test('a change of rooms that hangs is asked anew; it ends in time, and the next step is said', async () => {
    const annexe = { id: 'r2', name: 'Annexe' };
    const t = setUp(HANGS, { ...answer, code: 'ANNEXE', room: annexe }, HANGS);
    t.entry.enter(membership);
    void go(t.entry, answer.token, annexe);
    expect(t.entry.problem).toBe('Taking you to Annexe.');
    t.clock.advance(2_000);
    t.entry.wake();
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'room', membership: { room: annexe } });
    expect(t.entry.problem).toBe('');

    void go(t.entry, answer.token, membership.room);
    t.clock.advance(8_000);
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'room', membership: { room: annexe } });
    expect(t.entry.problem).toBe('No connection. Try again in a moment.');
    t.entry.wake();
    await settle();
    expect(t.asked).toHaveLength(3);
  });

  test('who is in no room yet is asked for again, and nothing that was asked before moves them later', async () => {
    const rooms = [
      { id: 'r1', name: 'Main hall' },
      { id: 'r2', name: 'Annexe' },
    ];
    const t = setUp(HANGS, HANGS, { ...answer, room: null, rooms });
    t.entry.enter(membership);
    void go(t.entry, answer.token, rooms[1]!);
    t.entry.refused(membership, 'roomGone');
    t.clock.advance(2_000);
    t.entry.wake();
    await settle();
    expect(t.asked).toHaveLength(1);
    void go(t.entry, answer.token, null);
    t.clock.advance(8_000);
    await settle();
    expect(t.entry.problem).toBe('No connection. We keep trying.');
    t.clock.advance(2_000);
    await settle();
    expect(t.entry.step).toMatchObject({ name: 'choose', rooms });
    expect(t.entry.problem).toBe('');
  });
});

describe('C11 one phone is one person', () => {
  const second = { ...answer, token: 'e2.me.sig', code: 'SECOND', event: { id: 'e2', name: 'Another conference' } };

  test('(a) a tab that was open before another one joined shows the token of that one', async () => {
    const t = setUp(answer);
    const other = setUpWith(t.storage, answer);
    await other.entry.join('H7K2MQ');
    await t.entry.join('H7K2MQ');
    expect(t.asked).toEqual([{ code: 'H7K2MQ', tokens: [answer.token], key: KEY }]);
  });

  test('(b) every token is shown, whichever event was the last one', async () => {
    const t = setUp(answer, second, { ...answer, code: 'ANNEXE', room: { id: 'r2', name: 'Annexe' } });
    for (const code of ['H7K2MQ', 'SECOND', 'ANNEXE']) {
      t.clock.advance(10);
      await t.entry.join(code);
    }
    expect(t.asked.map((body) => (body as { tokens: string[] }).tokens)).toEqual([
      [],
      [answer.token],
      [second.token, answer.token],
    ]);
    expect(t.memberships.tokens()).toEqual([answer.token, second.token]);
  });

  test('(c) an event that is over takes only its own place with it, also what another tab has kept since', async () => {
    const t = setUp(answer);
    await t.entry.join('H7K2MQ');
    await setUpWith(t.storage, second).entry.join('SECOND');
    t.entry.refused(membership, 'eventGone');
    expect(t.entry.step).toMatchObject({ name: 'closed', title: 'This event is over.' });
    expect(tab(t.storage).tokens()).toEqual([second.token]);
  });

  test('the key is kept first, is the same in every tab and at every try, and goes once there is a place', async () => {
    const t = setUp(HANGS, answer);
    void t.entry.join('H7K2MQ');
    await settle();
    expect(t.storage.getItem('plenary.joining')).toBe(KEY);
    const other = new Memberships({
      storage: t.storage,
      clock: t.clock,
      newId: () => 'another-key-altogether',
      alone: (run) => run(),
    });
    expect(await other.joinKey()).toBe(KEY);
    for (const ms of [5_000, 2_000]) {
      t.clock.advance(ms);
      await settle();
    }
    expect(t.asked.map((body) => (body as { key: string }).key)).toEqual([KEY, KEY]);
    expect(t.entry.step).toMatchObject({ name: 'room' });
    expect(t.storage.getItem('plenary.joining')).toBeNull();
    expect(await other.joinKey()).toBe('another-key-altogether');
  });

  test('a garbled key is made anew, and one that cannot be stored stays as long as the page', async () => {
    const storage = new FakeStorage();
    storage.setItem('plenary.joining', 'x');
    expect(await tab(storage).joinKey()).toBe(KEY);
    let made = 0;
    const broken = {
      length: 0,
      key: () => null,
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => {
        throw new Error('full');
      },
    };
    for (const none of [null, broken]) {
      const page = new Memberships({
        storage: none,
        clock: new FakeClock(),
        newId: () => `key-number-000000000-${made++ % 10}`,
        alone: (run) => run(),
      });
      expect(await page.joinKey()).toBe(await page.joinKey());
      page.remember(membership);
      expect(page.latest()).toMatchObject(membership);
      page.forget('e1');
      expect(page.latest()).toBeNull();
    }
    expect(made).toBe(2);
  });

  test('who joined anew in another tab is the same person here, and stays in this room', () => {
    const t = setUp();
    t.entry.enter(membership);
    tab(t.storage).remember({ ...answer, token: 'e1.anew.sig', code: 'ANNEXE', room: { id: 'r2', name: 'Annexe' } });
    t.entry.storageChanged();
    expect(t.entry.step).toMatchObject({ name: 'room', membership: { token: 'e1.anew.sig', room: membership.room } });
    tab(t.storage).forget('e1');
    t.entry.storageChanged();
    expect(t.entry.step).toMatchObject({ name: 'room', membership: { token: 'e1.anew.sig' } });
  });

  test('twenty places are kept, and the oldest ones go', () => {
    const clock = new FakeClock();
    const places = tab(new FakeStorage(), clock);
    for (let i = 0; i < 25; i++) {
      clock.advance(1);
      places.remember({ ...membership, token: `t${i}`, event: { id: `e${i}`, name: 'X' } });
    }
    expect(places.tokens()).toEqual(Array.from({ length: 20 }, (_, i) => `t${24 - i}`));
  });
});
