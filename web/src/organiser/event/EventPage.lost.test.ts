// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { CommandError } from '../../protocol/commands.ts';
import type { OrganiserPoll } from '../../protocol/messages.gen.ts';
import { Router } from '../router.svelte.ts';
import EventPage from './EventPage.svelte';
import { FakeLine, poll, session } from './fakes.svelte.ts';
import { editors } from './kinds.ts';

let page: ReturnType<typeof mount> | null = null;
let line: FakeLine;
beforeEach(async () => {
  editors.load();
  await eventually('the forms are here', () => editors.module);
  sessionStorage.clear();
});
afterEach(async () => {
  if (page) await unmount(page);
  page = null;
  document.body.innerHTML = '';
});

function show(polls: OrganiserPoll[]) {
  history.replaceState(null, '', '/organiser/events/event/prepare');
  line = new FakeLine(polls);
  page = mount(EventPage, {
    target: document.body,
    props: { event: 'event', line, session: session(), router: new Router() },
  });
  flushSync();
}
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
async function settle() {
  await new Promise((done) => setTimeout(done));
  await tick();
  flushSync();
}
async function click(name: string | RegExp) {
  const within = document.querySelector('dialog[open]') ?? document;
  const found = [...within.querySelectorAll('button')].find((each) =>
    typeof name === 'string' ? each.textContent?.includes(name) : name.test(each.textContent?.trim() ?? ''),
  );
  found!.click();
  await settle();
}
async function key(name: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await settle();
}

test('E3: what was selected and is deleted leaves nothing selected; keys go on at its place', async () => {
  show(['a', 'b', 'c'].map((id) => poll(id)));
  await click('Question b?');
  line.say({ runOrder: [poll('a'), poll('c')] });
  await settle();
  expect(document.querySelector('[data-activity][aria-current="true"]')).toBeNull();
  expect(text()).toContain('Nothing is selected');
  await key('e');
  await key('ArrowUp', { altKey: true });
  for (const pressed of ['s', ' ']) await key(pressed);
  expect(line.sent).toEqual([]);
  await key('ArrowDown');
  expect(document.querySelector('[data-activity][aria-current="true"]')?.textContent).toContain('Question c?');
});

test('E15: settings whose answer was lost and that stand are saved, not another’s', async () => {
  show([poll('a')]);
  await click('Rooms, people, settings');
  await click(/^Settings$/);
  line.answer = new CommandError('lost', 'The connection was lost.');
  const name = [...document.querySelectorAll<HTMLInputElement>('dialog[open] input')].find(
    ({ value }) => value === 'Conference',
  )!;
  name.value = 'Conference  of leaders ';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
  await click(/^Save$/);
  expect(text()).toContain('The connection was lost.');
  const { event } = line.state!;
  line.say({ event: { ...event, rev: 2, name: 'Conference of leaders', smallGroup: false } });
  await settle();
  expect(text()).not.toContain('Another organiser changed these settings');
  expect(document.querySelector('dialog[open]')).toBeNull();
});

test('E15: a room whose renaming had no answer and that has the new name is renamed', async () => {
  show([poll('a')]);
  await click('Rooms, people, settings');
  await click(/^Rooms$/);
  const room = (name: string) =>
    ({ id: 'room', rev: 1, name, code: 'H7K2MQ', presence: { joined: 0, here: 0 }, open: null, staged: null }) as never;
  const overview = (name: string) =>
    line.hear({ type: 'overviewSnapshot', epoch: 'e', version: 1, rooms: [room(name)] });
  overview('Main hall');
  await settle();
  await click(/^Rename/);
  const field = document.querySelector<HTMLInputElement>('dialog[open] li input')!;
  field.value = 'Great Hall';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  line.answer = new CommandError('lost', 'The connection was lost.');
  await settle();
  await click(/^Save$/);
  expect(text()).toContain('The connection was lost.');
  overview('Great Hall');
  await settle();
  expect(text()).not.toContain('The connection was lost.');
  expect(document.querySelector('dialog[open] li input')).toBeNull();
});

async function ask(question: string) {
  const field = document.querySelector<HTMLTextAreaElement>('form [data-first]')!;
  field.value = question;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

test('a new one is written also while there is no connection', async () => {
  show([poll('a')]);
  line.status = { kind: 'offline' };
  await settle();
  await key('n');
  await ask('What is next?');
  expect(text()).toContain('Add poll');
  expect(text()).toContain('What you typed is kept');
  expect(line.sent).toEqual([]);
});

test('a new one that is written stays when somebody else adds the first activity meanwhile', async () => {
  show([]);
  await key('n');
  await ask('What is next?');
  line.say({ runOrder: [poll('a')] });
  await settle();
  expect(text()).toContain('Add poll');
  expect(document.querySelector<HTMLTextAreaElement>('form [data-first]')!.value).toBe('What is next?');
});
