// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { Poll } from '../protocol/messages.gen.ts';
import { FakeServer, settle } from '../ui/fakeServer.ts';
import App from './App.svelte';
import { poll, snapshot } from './testing.ts';

let app: object | null = null;
afterEach(async () => {
  if (app) await unmount(app);
  document.body.innerHTML = '';
});

test('E8 a key holds the pages of a long list on this screen; the next poll goes on by itself', async () => {
  const options = Array.from({ length: 20 }, (_, n) => ({
    id: `${n}`,
    text: `${n} ${'of many words '.repeat(14)}`,
    exclusive: false,
  }));
  const long: Poll = { ...poll, options, results: 'hidden', tally: { ...poll.tally!, result: null } };
  const server = new FakeServer({ stage: snapshot({ activity: long }) });
  window.history.replaceState(null, '', '/stage/ev/r#secret');
  app = mount(App, { target: document.body });
  await settle();
  const text = () => document.querySelector('main')!.textContent!.replace(/\s+/g, ' ');
  const press = async (key: string) => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    flushSync();
    await settle();
  };
  const bar = () => [...document.querySelectorAll('.buttons button')].map((button) => button.textContent);
  expect(text()).toMatch(/Page 1 of \d+(?!, held)/);
  expect(bar()).toContain('Hold pageP');
  await press('p');
  expect(text()).toMatch(/Page 1 of \d+, held/);
  expect(document.querySelector('.toast')!.textContent).toBe('This page stays');
  await press('p');
  expect(document.querySelector('.toast')!.textContent).toBe('Pages go on');
  await press('p');
  server.wire('stage').say(snapshot({ version: 2, activity: { ...long, id: 'other' } }));
  await settle();
  expect(text()).toMatch(/Page 1 of \d+(?!, held)/);
  server.wire('stage').say(snapshot({ version: 3 }));
  await settle();
  expect(bar().some((words) => words!.startsWith('Hold'))).toBe(false);
  await press('p');
  expect(document.querySelector('.toast')!.textContent).toBe('Nothing here moves by itself.');
});
