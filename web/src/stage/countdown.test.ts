// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { FakeServer, settle } from '../ui/fakeServer.ts';
import App from './App.svelte';
import { poll, snapshot } from './testing.ts';

let app: object | null = null;
afterEach(async () => {
  if (app) await unmount(app);
  document.body.innerHTML = '';
});
async function show(over: object) {
  const server = new FakeServer({ stage: snapshot(over) });
  window.history.replaceState(null, '', '/stage/ev/r#secret');
  app = mount(App, { target: document.body });
  await settle();
  return server;
}
const look = (ms: number) => ({ ...snapshot().look, until: Date.now() + ms });
const left = () => document.querySelector('.countdown')?.textContent.replace(/\s+/g, ' ').trim();
const spoken = () => [...document.querySelectorAll('[role="status"]')].map((it) => it.textContent).join('|');

test('the join screen says when it starts, by the second for the eyes and by the minute for the ears', async () => {
  const server = await show({ view: 'join', look: look(150_000) });
  expect(left()).toMatch(/^Starts in 2:(30|29)$/);
  expect(document.querySelector('.countdown')!.getAttribute('aria-hidden')).toBe('true');
  server.wire('stage').say(snapshot({ version: 2, view: 'join', look: look(-1_000) }));
  flushSync();
  expect(left()).toBe('Starting now');
  server.wire('stage').say(snapshot({ version: 3, view: 'join' }));
  flushSync();
  expect(left()).toBeUndefined();
});

test('above what people answer it is a plain figure: it locks nothing, and does not say so', async () => {
  const server = await show({ activity: poll, look: look(61_000) });
  expect(left()).toMatch(/^1:0[01]$/);
  expect(document.body.textContent).not.toMatch(/ends in|Starts in/);
  server.wire('stage').say(snapshot({ version: 2, activity: poll, look: look(-1_000) }));
  flushSync();
  expect(left()).toBe('Time is up');
});

test('a blank stage shows and says none', async () => {
  await show({ view: 'blank', look: look(150_000) });
  expect(left()).toBeUndefined();
  expect(spoken()).not.toContain('minutes');
});
