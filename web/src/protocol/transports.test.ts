import { describe, expect, test } from 'vitest';
import type { Socket } from './environment.ts';
import { FakeClock, FakeSocket, FakeStorage } from './fakes.ts';
import { withFallback } from './transports.ts';

const hello = { type: 'welcome' };

function setUp(kept: FakeStorage | null = new FakeStorage()) {
  const clock = new FakeClock();
  const opened: [string, FakeSocket][] = [];
  const make = (way: string) => () => {
    opened.push([way, new FakeSocket()]);
    return opened.at(-1)![1];
  };
  const transports = { socket: make('socket'), stream: make('stream'), clock, kept };
  let open = withFallback(transports);
  const t = {
    clock,
    opened,
    transports,
    closes: [] as number[],
    heard: [] as string[],
    outer: null as Socket | null,
    inner: () => opened.at(-1)![1],
    /** As the page's Connection does. */
    connect() {
      const socket = (t.outer = open('ws://test/ws'));
      socket.onopen = () => socket.send('{"type":"hello"}');
      socket.onmessage = ({ data }) => t.heard.push(String(data));
      socket.onclose = ({ code }) => t.closes.push(code);
    },
    reload: () => (open = withFallback(transports)),
    tried: () => opened.map(([way]) => way),
    fail: (code = 1006) => t.inner().onclose?.({ code }),
    welcome() {
      t.inner().onopen?.();
      t.inner().say(hello);
    },
    /** Connects where WebSockets fail and streams work; answers what was tried. */
    blocked() {
      const before = opened.length;
      t.connect();
      if (opened.at(-1)![0] === 'socket') t.fail();
      t.welcome();
      t.fail();
      return t.tried().slice(before);
    },
  };
  return t;
}

describe('either way', () => {
  test('is a WebSocket where that works, and nothing else', () => {
    const t = setUp();
    t.connect();
    t.welcome();
    t.clock.advance(60_000);
    t.outer!.send('{"type":"ping"}');
    expect(t.inner().sent.map((message) => message.type)).toEqual(['hello', 'ping']);
    t.fail();
    expect(t.tried()).toEqual(['socket']);
    expect(t.closes).toEqual([1006]);
  });

  test('goes over to a stream at once where a WebSocket is refused, and says hello there', () => {
    const t = setUp();
    t.connect();
    t.fail();
    expect(t.tried()).toEqual(['socket', 'stream']);
    t.welcome();
    expect(t.inner().sent).toEqual([{ type: 'hello' }]);
    expect(t.heard).toEqual([JSON.stringify(hello)]);
    expect(t.closes).toEqual([]);
  });

  test('goes over as well where opening a WebSocket throws', () => {
    const t = setUp();
    const throws = () => {
      throw new Error('forbidden');
    };
    const opened = withFallback({ ...t.transports, socket: throws })('ws://test/ws');
    opened.onopen = () => opened.send('{"type":"hello"}');
    t.clock.advance(0);
    t.welcome();
    expect(t.inner().sent).toEqual([{ type: 'hello' }]);
  });

  test('gives a silent WebSocket a second chance before it goes over', () => {
    const t = setUp();
    t.connect();
    t.inner().onopen?.(); // opened, and then nothing gets through
    t.clock.advance(4_000);
    expect(t.inner().closed).toBe(true);
    expect([t.tried(), t.closes]).toEqual([['socket'], [1006]]);
    t.connect();
    t.clock.advance(4_000);
    expect(t.tried()).toEqual(['socket', 'socket', 'stream']);
    t.welcome();
    t.clock.advance(60_000);
    expect(t.closes).toEqual([1006]);
  });

  test('does not leave WebSockets for one failure where they worked before: servers restart', () => {
    const t = setUp();
    t.connect();
    t.welcome();
    t.fail();
    t.connect();
    t.fail();
    expect(t.tried()).toEqual(['socket', 'socket']);
    t.reload();
    t.connect();
    t.fail();
    expect(t.tried()).toEqual(['socket', 'socket', 'socket']);
    t.connect();
    t.fail();
    expect(t.tried()).toEqual(['socket', 'socket', 'socket', 'socket', 'stream']);
  });

  test('remembers over a reload that streams work, and tries a WebSocket now and then', () => {
    const t = setUp();
    expect(t.blocked()).toEqual(['socket', 'stream']);
    t.reload();
    const rounds = Array.from({ length: 8 }, () => t.blocked().join());
    expect(rounds.filter((tried) => tried === 'stream').length).toBeGreaterThanOrEqual(5);
    expect(rounds.filter((tried) => tried === 'socket,stream').length).toBeGreaterThanOrEqual(1);
    while ((t.connect(), t.opened.at(-1)![0] === 'stream')) t.fail();
    t.welcome(); // the network lets WebSockets through now
    t.fail();
    t.connect();
    expect(t.opened.at(-1)![0]).toBe('socket');
  });

  test('a stream that is never answered makes room for a WebSocket', () => {
    const t = setUp();
    t.blocked();
    t.connect();
    expect(t.opened.at(-1)![0]).toBe('stream');
    t.fail();
    t.connect();
    expect(t.opened.at(-1)![0]).toBe('socket');
  });

  test('passes on a code of the server, which got through', () => {
    const t = setUp();
    t.connect();
    t.fail(4003);
    expect([t.tried(), t.closes]).toEqual([['socket'], [4003]]);
  });

  test('ends where the page ends it, whichever way is under way', () => {
    const t = setUp(null);
    t.connect();
    t.outer!.close();
    t.clock.advance(10_000);
    t.fail();
    expect([t.tried(), t.closes, t.clock.waiting]).toEqual([['socket'], [], 0]);
  });
});
