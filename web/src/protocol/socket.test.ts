import { describe, expect, test } from 'vitest';
import { FakeClock, FakeSocket } from './fakes.ts';
import type { ServerMessage } from './messages.gen.ts';
import { Connection } from './socket.ts';
import type { Status } from './status.ts';

const welcome = {
  type: 'welcome',
  protocol: 1,
  role: 'attendee',
  heartbeatMs: 25_000,
  beatMs: 0,
  graceMs: 15_000,
  now: 0,
  server: '0',
};

function setUp(random = 0.5) {
  const clock = new FakeClock();
  const sockets: FakeSocket[] = [];
  const statuses: Status[] = [];
  const heard: ServerMessage[] = [];
  const connection = new Connection({
    url: 'ws://test/ws',
    open: () => {
      sockets.push(new FakeSocket());
      return sockets.at(-1)!;
    },
    clock,
    random: () => random,
    hello: () => ({ type: 'hello', protocol: 1, role: 'attendee', event: 'e', token: 't' }),
    onMessage: (message) => heard.push(message),
    onStatus: (status) => statuses.push(status),
  });
  const live = () => {
    sockets.at(-1)!.onopen?.();
    sockets.at(-1)!.say(welcome);
  };
  const kinds = () => statuses.map((status) => status.kind);
  return { clock, sockets, statuses, kinds, heard, connection, live, socket: () => sockets.at(-1)! };
}

describe('a connection', () => {
  test('says hello first and is live when welcomed', () => {
    const t = setUp();
    t.connection.start();
    expect(t.connection.send({ type: 'ping' })).toBe(false);
    t.live();
    expect(t.socket().sent).toEqual([
      {
        type: 'hello',
        protocol: 1,
        role: 'attendee',
        event: 'e',
        token: 't',
        page: expect.stringMatching(/^[a-z0-9]{16,24}$/),
      },
    ]);
    expect(t.kinds()).toEqual(['live']);
    expect(t.connection.send({ type: 'ping' })).toBe(true);
  });

  test('knows the way from how long hello took, within reason', () => {
    const t = setUp();
    t.connection.start();
    expect(t.connection.wayMs).toBe(0);
    t.clock.advance(900); // the handshake is not the way
    t.socket().onopen?.();
    t.clock.advance(300);
    t.socket().say(welcome);
    expect(t.connection.wayMs).toBe(150);
    t.socket().onclose?.({ code: 1006 });
    t.clock.advance(500);
    const slow = t.socket();
    slow.onopen?.();
    t.clock.advance(7_000);
    slow.say(welcome);
    expect(t.connection.wayMs).toBe(500);
  });

  test('comes back with growing, jittered pauses and short ones again after a steady time', () => {
    const t = setUp();
    t.connection.start();
    for (const pause of [500, 1000, 2000, 4000, 7500, 7500]) {
      const before = t.sockets.length;
      t.socket().onclose?.({ code: 1006 });
      t.clock.advance(pause - 1);
      expect(t.sockets.length).toBe(before);
      t.clock.advance(1);
      expect(t.sockets.length).toBe(before + 1);
    }
    t.live();
    t.clock.advance(6_000);
    t.socket().onclose?.({ code: 1006 });
    const before = t.sockets.length;
    t.clock.advance(500);
    expect(t.sockets.length).toBe(before + 1);
    expect(t.kinds()).toEqual(['offline', 'live', 'offline']);
  });

  test('gives up a socket that is never welcomed', () => {
    const t = setUp();
    t.connection.start();
    const [first] = t.sockets;
    t.clock.advance(9_999);
    expect(first!.closed).toBe(false);
    t.clock.advance(1);
    expect(first!.closed).toBe(true);
    expect(t.kinds()).toEqual(['offline']);
  });

  test('C1 asks every heartbeat; without an answer it opens a second line and keeps that one', () => {
    const t = setUp();
    t.connection.start();
    t.live();
    t.clock.advance(25_000);
    expect(t.socket().sent.at(-1)).toEqual({ type: 'ping' });
    t.socket().say({ type: 'pong' });
    t.clock.advance(25_000);
    t.clock.advance(2_500);
    expect(t.kinds()).toEqual(['live', 'offline']);
    const [old] = t.sockets;
    t.clock.advance(1_250);
    t.live();
    expect([t.sockets.length, old!.closed, t.kinds().at(-1)]).toEqual([2, false, 'offline']);
    t.clock.advance(1_000);
    expect([old!.closed, t.socket().closed, t.kinds()]).toEqual([true, false, ['live', 'offline', 'live']]);
    expect(t.socket().sent[0]).toEqual(old!.sent[0]); // the same page says hello
    t.clock.advance(20_000);
    expect(t.sockets.length).toBe(2);
  });

  test('C1 awake again it proves the connection alive, and ends a pause', () => {
    const t = setUp();
    t.connection.start();
    t.live();
    t.connection.kick('wake');
    expect(t.socket().sent.at(-1)).toEqual({ type: 'ping' });
    t.clock.advance(2_500);
    expect(t.kinds()).toEqual(['live', 'offline']);
    t.socket().say({ type: 'pong' });
    expect(t.kinds()).toEqual(['live', 'offline', 'live']);
    t.socket().onclose?.({ code: 1006 });
    for (let i = 0; i < 6; i++) {
      t.clock.advance(15_000);
      t.socket().onclose?.({ code: 1006 });
    }
    const before = t.sockets.length;
    t.connection.kick('online');
    t.clock.advance(300);
    expect(t.sockets.length).toBe(before + 1);
  });

  test('waits as long as goodbye says', () => {
    const t = setUp(0);
    t.connection.start();
    t.live();
    t.socket().say({ type: 'goodbye', code: 4000, message: 'Back soon.', reconnect: true, afterMs: 700 });
    t.clock.advance(699);
    expect(t.sockets.length).toBe(1);
    t.clock.advance(1);
    expect(t.sockets.length).toBe(2);
  });

  test.each([4001, 4003, 4005, 4006, 4007, 4012])('does not come back after %i', (code) => {
    const t = setUp();
    t.connection.start();
    t.socket().onclose?.({ code });
    t.clock.advance(600_000);
    t.connection.kick('online');
    t.clock.advance(600_000);
    expect(t.sockets.length).toBe(1);
    expect(t.statuses.at(-1)).toMatchObject({ kind: 'refused', code });
  });

  test('ignores what it cannot read and what an old socket says', () => {
    const t = setUp(0);
    t.connection.start();
    t.live();
    t.socket().onmessage?.({ data: '{' });
    t.socket().onmessage?.({ data: '[]' });
    const old = t.socket();
    old.onclose?.({ code: 1006 });
    t.clock.advance(1);
    old.say({ type: 'store', status: 'away' });
    expect(t.heard.map((message) => message.type)).toEqual(['welcome']);
  });
});
