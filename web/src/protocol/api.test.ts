import { expect, test } from 'vitest';
import { api } from './api.ts';

const answering = (status: number, body: string | null, headers = {}) => api(async () => new Response(body, { status, headers }));

test('posts JSON and reads JSON', async () => {
  let seen: [string, RequestInit] | undefined;
  const request = api(async (path, init) => ((seen = [path, init]), new Response('{"id":"e"}')));
  expect(await request('POST', '/api/v1/events', { name: 'X' })).toEqual({ id: 'e' });
  expect(seen?.[0]).toBe('/api/v1/events');
  expect(seen?.[1]).toMatchObject({ method: 'POST', body: '{"name":"X"}', headers: { 'content-type': 'application/json' } });
});

test('takes 204 for an answer', async () => {
  expect(await answering(204, null)('DELETE', '/api/v1/session')).toBeUndefined();
});

test('an error keeps its code, message, field and pause', async () => {
  const body = '{"code":"slowDown","message":"Wait.","field":"code"}';
  await expect(answering(429, body, { 'retry-after': '7' })('POST', '/')).rejects.toMatchObject({
    code: 'slowDown', message: 'Wait.', field: 'code', status: 429, retryAfter: 7,
  });
});

test('a page of a hotel network is not an answer', async () => {
  await expect(answering(200, '<html>')('GET', '/')).rejects.toMatchObject({ code: 'unexpected', status: 200 });
  await expect(answering(502, '<html>')('GET', '/')).rejects.toMatchObject({ code: 'unexpected', status: 502, retryAfter: null });
});

test('no network is offline', async () => {
  const request = api(() => Promise.reject(new TypeError('failed')));
  await expect(request('GET', '/')).rejects.toMatchObject({ code: 'offline', status: 0 });
});
