import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach } from 'vitest';
import type { QueueItem } from '../../../protocol/messages.gen.ts';
import EventPage from '../../../organiser/event/EventPage.svelte';
import { FakeLine, poll, session } from '../../../organiser/event/fakes.svelte.ts';
import { Router } from '../../../organiser/router.svelte.ts';
import { FakeQueue, question } from './fakes.ts';

let page: ReturnType<typeof mount> | null = null;
export let line: FakeLine;
export let server: FakeQueue;

export async function show(items: QueueItem[], settings: ConstructorParameters<typeof FakeQueue>[2] = {}) {
  history.replaceState(null, '', '/organiser/events/event/moderate');
  line = new FakeLine([poll('a')]);
  server = new FakeQueue(line, items, settings);
  page = mount(EventPage, {
    target: document.body,
    props: { event: 'event', line, session: session(), router: new Router() },
  });
  await settle();
}
beforeEach(() => localStorage.clear());
afterEach(async () => {
  if (page) await unmount(page);
  page = null;
  document.body.innerHTML = '';
});

export async function settle() {
  for (let round = 0; round < 3; round++) await new Promise((done) => setTimeout(done));
  await tick();
  flushSync();
}
export const column = () => document.querySelector<HTMLElement>('[data-column="questions"]')!;
export const text = () =>
  column()
    .textContent?.replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ') ?? '';
export const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[data-question]')].map((row) => row.dataset['question']);
export const at = () => (document.activeElement as HTMLElement).dataset['question'];
export async function key(...names: string[]) {
  for (const name of names) {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    );
    await settle();
  }
}
/** To the question in hand, or the first. */
export async function enter() {
  const first = rows()[0];
  const to = document.querySelector<HTMLElement>('[data-question][aria-current="true"], li.current [data-question]');
  (to ?? document.querySelector<HTMLElement>(`[data-question="${first}"]`) ?? column()).focus();
  await settle();
}
export async function click(name: string | RegExp) {
  const all = [...document.querySelectorAll('button')];
  const found = all.find((b) =>
    typeof name === 'string' ? b.textContent?.trim().startsWith(name) : name.test(b.textContent ?? ''),
  );
  if (!found) throw new Error(`No button ${name} among ${all.map((b) => b.textContent).join(' | ')}`);
  found.click();
  await settle();
}
export const acts = () => line.sent.filter(({ type }) => type !== 'watchQueue' && type !== 'getQueue');
export const three = () => ['a', 'b', 'c'].map((id, index) => question(id, { asked: 30_211_440 + index }));
