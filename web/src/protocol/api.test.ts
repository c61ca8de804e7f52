import { describe, expect, test } from 'vitest';
import { api } from './api.ts';
import { FakeClock } from './fakes.ts';

const answering = (status: number, body: string | null, headers = {}) =>
  api(async () => new Response(body, { status, headers }), new FakeClock());

test('posts JSON and reads JSON', async () => {
  let seen: [string, RequestInit] | undefined;
  const request = api(async (path, init) => ((seen = [path, init]), new Response('{"id":"e"}')), new FakeClock());
  expect(await request('POST', '/api/v1/events', { name: 'X' })).toEqual({ id: 'e' });
  expect(seen?.[0]).toBe('/api/v1/events');
  expect(seen?.[1]).toMatchObject({
    method: 'POST',
    body: '{"name":"X"}',
    headers: { 'content-type': 'application/json' },
  });
});

test('takes 204 for an answer', async () => {
  expect(await answering(204, null)('DELETE', '/api/v1/session')).toBeUndefined();
});

test('an error keeps its code, message, field and pause', async () => {
  const body = '{"code":"slowDown","message":"Wait.","field":"code"}';
  await expect(answering(429, body, { 'retry-after': '7' })('POST', '/')).rejects.toMatchObject({
    code: 'slowDown',
    message: 'Wait.',
    field: 'code',
    status: 429,
    retryAfter: 7,
  });
});

test('a page of a hotel network is not an answer', async () => {
  await expect(answering(200, '<html>')('GET', '/')).rejects.toMatchObject({ code: 'unexpected', status: 200 });
  await expect(answering(502, '<html>')('GET', '/')).rejects.toMatchObject({
    code: 'unexpected',
    status: 502,
    retryAfter: null,
  });
});

test('no network is offline', async () => {
  const request = api(() => Promise.reject(new TypeError('failed')), new FakeClock());
  await expect(request('GET', '/')).rejects.toMatchObject({ code: 'offline', status: 0 });
});

describe('C12 a request that hangs', () => {
  const hangs = (_path: string, { signal }: RequestInit) =>
    new Promise<Response>((_resolve, reject) =>
      signal!.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
    );

  test('ends after its time', async () => {
    const clock = new FakeClock();
    const request = api(hangs, clock);
    const [reads, writes, joins] = [request('GET', '/'), request('POST', '/'), request('POST', '/join', {}, 5_000)];
    const ended: string[] = [];
    for (const [name, each] of Object.entries({ reads, writes, joins })) each.catch(() => ended.push(name));
    clock.advance(4_999);
    await Promise.resolve();
    expect(ended).toEqual([]);
    clock.advance(1);
    await expect(joins).rejects.toMatchObject({ code: 'noAnswer', status: 0 });
    expect(ended).toEqual(['joins']);
    clock.advance(10_000);
    await expect(reads).rejects.toMatchObject({ code: 'noAnswer' });
    await expect(writes).rejects.toMatchObject({ code: 'noAnswer' });
    expect(clock.waiting).toBe(0);
  });

  test('ends as well when the answer stops half-way', async () => {
    const clock = new FakeClock();
    const half = async (_path: string, { signal }: RequestInit) =>
      new Response(
        new ReadableStream({
          start(stream) {
            stream.enqueue(new TextEncoder().encode('{"id":'));
            signal!.addEventListener('abort', () => stream.error(new DOMException('aborted', 'AbortError')));
          },
        }),
      );
    const asked = api(half, clock)('GET', '/');
    await new Promise((resolve) => setTimeout(resolve));
    clock.advance(15_000);
    await expect(asked).rejects.toMatchObject({ code: 'noAnswer' });
  });

  test('leaves nothing behind once it was answered', async () => {
    const clock = new FakeClock();
    let signal: AbortSignal | null | undefined;
    await api(async (_path, init) => ((signal = init.signal), new Response('{}')), clock)('GET', '/');
    clock.advance(60_000);
    expect(signal?.aborted).toBe(false);
    expect(clock.waiting).toBe(0);
  });
});
