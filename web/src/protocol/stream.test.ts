import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventParser } from './events.ts';
import { FakeClock } from './fakes.ts';
import { FakeStreams, turns, type Trouble } from './stream.fakes.ts';
import { StreamSocket } from './stream.ts';

async function opened() {
  const clock = new FakeClock();
  const server = new FakeStreams();
  const socket = new StreamSocket(server.fetch, clock);
  const heard: unknown[] = [];
  const closes: number[] = [];
  socket.onopen = () => socket.send('hello');
  socket.onmessage = ({ data }) => heard.push(JSON.parse(String(data)));
  socket.onclose = ({ code }) => closes.push(code);
  return { clock, server, socket, heard, closes };
}

async function live() {
  const t = await opened();
  t.clock.advance(0);
  await turns();
  return t;
}

/** Time for every repetition, with turns in between. */
async function wait(clock: FakeClock, ms: number) {
  for (let at = 0; at < ms; at += 500) {
    clock.advance(500);
    await turns();
  }
}

describe('a connection without WebSockets', () => {
  test('says hello in the body of the first request and nothing in an address', async () => {
    const t = await live();
    expect(t.server.newest.hello).toBe('hello');
    t.socket.send('one');
    await turns();
    expect(t.server.newest.taken).toEqual(['one']);
    expect(t.server.requests.map((request) => request.path)).toEqual(['/api/v1/stream', '/api/v1/stream/message']);
  });

  test('hears every message, however the network cuts them', async () => {
    const t = await live();
    const messages = [{ type: 'pong' }, { type: 'store', status: 'Ünruhe – 😀' }];
    for (const size of [1, 2, 3, 7]) for (const message of messages) t.server.say(message, size);
    t.server.write(':\n\nevent: other\ndata: {"type":"no"}\n\n', 5);
    await turns();
    expect(t.heard).toEqual([...messages, ...messages, ...messages, ...messages]);
  });

  test('counts as lost when the stream ends, and when it cannot be opened', async () => {
    const ended = await live();
    ended.server.cut();
    await turns();
    expect(ended.closes).toEqual([1006]);
    const refusals = [
      () => new Response('{}', { status: 503 }),
      () => new Response('<h1>Welcome to our network</h1>', { headers: { 'content-type': 'text/html' } }),
    ];
    for (const refusal of refusals) {
      const t = await opened();
      t.server.open = refusal;
      t.clock.advance(0);
      await turns();
      expect(t.closes).toEqual([1006]);
    }
  });

  test('sends again what was not answered, and the server takes it once', async () => {
    const t = await live();
    t.server.troubles = ['lost', 'unanswered', 'hangs', 'none'];
    t.socket.send('one');
    t.socket.send('two');
    await wait(t.clock, 15_000);
    expect(t.server.newest.taken).toEqual(['one', 'two']);
    expect(t.closes).toEqual([]);
    expect(t.clock.waiting).toBe(0);
  });

  test('C1 takes another connection for what is not answered, while those that a browser kept are silent', async () => {
    const t = await live();
    t.server.troubles = ['hangs', 'hangs', 'hangs', 'none'];
    t.socket.send('vote');
    await wait(t.clock, 7_000);
    expect(t.server.requests.length).toBe(1 + 4);
    expect(t.server.newest.taken).toEqual(['vote']);
    expect(t.clock.waiting).toBe(0);
    const silent = await opened();
    silent.server.troubles = ['silent', 'none'];
    silent.clock.advance(0);
    await wait(silent.clock, 3_000);
    silent.server.say({ type: 'pong' });
    await turns();
    expect([silent.server.streams.length, silent.heard]).toEqual([1, [{ type: 'pong' }]]);
  });

  test('a hello that is refused is not said again: that is for who counts the attempts', async () => {
    const t = await opened();
    t.server.open = () => new Response('{}', { status: 503 });
    t.clock.advance(0);
    await wait(t.clock, 20_000);
    expect([t.server.requests.length, t.closes]).toEqual([1, [1006]]);
  });

  test('gives up when nothing gets through, or the server no longer knows the stream', async () => {
    const dead = await live();
    dead.server.troubles = Array<Trouble>(9).fill('lost');
    dead.socket.send('one');
    await wait(dead.clock, 10_000);
    expect(dead.closes).toEqual([1006]);
    const forgotten = await live();
    forgotten.server.newest.out = null;
    forgotten.socket.send('one');
    await turns();
    expect(forgotten.closes).toEqual([1006]);
  });

  test('is quiet once it was closed', async () => {
    const t = await live();
    t.socket.send('one');
    t.socket.close();
    t.socket.send('two');
    await wait(t.clock, 20_000);
    expect(t.closes).toEqual([]);
    expect(t.clock.waiting).toBe(0);
    expect(t.server.newest.taken.length).toBeLessThanOrEqual(1);
  });
});

const trouble = fc.constantFrom<Trouble>('none', 'none', 'none', 'lost', 'unanswered', 'hangs', 'silent');

test('whatever the network does: nothing is lost while the stream lives, nor comes twice; order is kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(trouble, { maxLength: 25 }),
      fc.array(fc.boolean(), { maxLength: 12 }),
      async (troubles, pauses) => {
        const t = await live();
        t.server.troubles = troubles;
        const sent = pauses.map((_, i) => `m${i}`);
        for (const [i, pause] of pauses.entries()) {
          t.socket.send(sent[i]!);
          if (pause) await wait(t.clock, 500);
        }
        for (let i = 0; i < 60; i++) await wait(t.clock, 1_000 * 2);
        const { taken } = t.server.newest;
        expect(taken).toEqual(sent.slice(0, taken.length));
        if (t.closes.length === 0) expect(taken).toEqual(sent);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test('an event stream means the same wherever it is cut', () => {
  const text =
    ':pad\n\nevent: open\ndata: s\n\ndata: {"a":1}\n\ndata:b\ndata: c\n\nid: 4\n\nevent: x\n\ndata: after\n\n';
  const whole = [
    ['open', 's'],
    ['', '{"a":1}'],
    ['', 'b\nc'],
    ['', 'after'],
  ];
  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), (cuts) => {
      const events: string[][] = [];
      const parser = new EventParser((name, data) => events.push([name, data]));
      const at = [0, ...cuts.sort((a, b) => a - b), text.length];
      for (let i = 1; i < at.length; i++) parser.feed(text.slice(at[i - 1], at[i]));
      expect(events).toEqual(whole);
    }),
  );
});
