// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { __vitePreload } from './preload.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  document.head.innerHTML = '';
});

test('nothing is imported before all that the part needs has come, and it is asked for anew each time', async () => {
  const answers: (() => Promise<Response>)[] = [
    async () => new Response('one'),
    () => Promise.reject(new TypeError('Failed to fetch')),
    async () => new Response('one'),
    async () => new Response('gone', { status: 404 }),
    async () => new Response('one'),
    async () => new Response('two'),
  ];
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => (asked.push(path), answers.shift()!()));
  let imported = 0;
  const load = () => __vitePreload(async () => ++imported, ['assets/part.js', 'assets/fields.js']);
  await expect(load()).rejects.toThrow();
  await expect(load()).rejects.toThrow();
  expect(imported).toBe(0);
  expect(await load()).toBe(1);
  expect(asked).toEqual(Array.from({ length: 3 }, () => ['/assets/part.js', '/assets/fields.js']).flat());
});

test('a style sheet that the page has is not loaded again', async () => {
  document.head.innerHTML = '<link href="/assets/part.css">';
  vi.stubGlobal('fetch', () => Promise.reject(new Error('asked for')));
  expect(await __vitePreload(async () => 1, ['assets/part.css'])).toBe(1);
  expect(await __vitePreload(async () => 2)).toBe(2);
});
