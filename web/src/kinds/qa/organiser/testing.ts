import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach } from 'vitest';
import type { QueueItem } from '../../../protocol/messages.gen.ts';
import { Desk } from '../../../organiser/event/desk.svelte.ts';
import { FakeLine, poll } from '../../../organiser/event/fakes.svelte.ts';
import { FakeQueue, question } from './fakes.ts';
import QuestionsColumn from './QuestionsColumn.svelte';

let page: ReturnType<typeof mount> | null = null;
export let line: FakeLine;
export let server: FakeQueue;

export async function show(items: QueueItem[], settings: ConstructorParameters<typeof FakeQueue>[2] = {}) {
  line = new FakeLine([poll('a')]);
  server = new FakeQueue(line, items, settings);
  page = mount(QuestionsColumn, { target: document.body, props: { desk: new Desk(line), line } });
  await settle();
}
beforeEach(() => (localStorage.clear(), sessionStorage.clear()));
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
const rowsIn = (list: string) =>
  [...document.querySelectorAll<HTMLElement>(`.list.${list} [data-question]`)].map((row) => row.dataset['question']);
/** What waits. */
export const rows = () => rowsIn('waiting');
/** What stands beside it. */
export const beside = () => rowsIn('beside');
/** The focus on the question in hand, or on the first. */
export async function enter(id?: string) {
  const row = id ?? document.querySelector<HTMLElement>('[data-question][aria-current]')?.dataset['question'];
  const to = row === undefined ? '[data-question]' : `[data-question="${row}"]`;
  (document.querySelector<HTMLElement>(to) ?? column()).focus();
  await settle();
}
export const at = () => (document.activeElement as HTMLElement).dataset['question'];
export async function key(...names: string[]) {
  for (const name of names) {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    );
    await settle();
  }
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
/** The question in hand, for the reason that is offered first. */
export async function decline() {
  await key('d');
  (document.activeElement as HTMLElement).click();
  await settle();
}
/** The page is loaded anew. */
export async function again(items: QueueItem[]) {
  if (page) await unmount(page);
  document.body.innerHTML = '';
  await show(items);
}
export const acts = () => line.sent.filter(({ type }) => type !== 'watchQueue' && type !== 'getQueue');
export const three = () => ['a', 'b', 'c'].map((id, index) => question(id, { asked: 30_211_440 + index }));
