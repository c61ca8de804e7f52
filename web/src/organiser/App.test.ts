// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { FakeServer } from '../ui/fakeServer.ts';
import App from './App.svelte';
import { FakeLine, slow } from './event/fakes.svelte.ts';
import { Router } from './router.svelte.ts';
import { Session } from './session.svelte.ts';

let app: object | null = null;
afterEach(async () => {
  if (app) await unmount(app);
  app = null;
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});

test('an address without a place leads to one, and another place of the event does not connect anew', async () => {
  const server = new FakeServer({ organiser: { ...new FakeLine().state! } });
  history.replaceState(null, '', '/organiser/events/event');
  const session = new Session(
    (async (_method: string, path: string) => slow(path) ?? { signedIn: true, setUp: true, rooms: [] }) as never,
  );
  const router = new Router();
  app = mount(App, { target: document.body, props: { token: null, router, session } });
  for (let round = 0; round < 5; round++) await new Promise((done) => setTimeout(done));
  flushSync();
  await tick();
  const wire = server.wire('organiser');
  wire.say({
    type: 'welcome',
    protocol: 1,
    role: 'organiser',
    heartbeatMs: 25_000,
    beatMs: 0,
    graceMs: 15_000,
    now: Date.now(),
    server: '1',
    may: ['editActivity', 'setStage', 'exportEvent'],
  } as never);
  flushSync();
  await tick();
  expect(location.pathname).toBe('/organiser/events/event/prepare');
  router.go({ page: 'event', event: 'event', place: 'results' });
  flushSync();
  await tick();
  expect(document.body.textContent).toContain('Take it with you');
  expect(server.wire('organiser')).toBe(wire);
});
