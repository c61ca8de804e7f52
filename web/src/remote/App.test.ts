// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { FakeServer, settle } from '../ui/fakeServer.ts';
import App from './App.svelte';

const poll = (id: string, over = {}) => ({
  kind: 'poll',
  id,
  round: 1,
  rev: 3,
  hasVotes: false,
  question: `Question ${id}?`,
  maxChoices: 1,
  abstain: null,
  state: 'draft',
  results: 'hidden',
  options: ['Yes', 'No'].map((text, index) => ({ id: `${index}`, text, exclusive: false })),
  tally: { round: 1, version: 1, result: [3, 1], voted: 4, abstained: 0, late: 2, answers: 4, connected: 6 },
  ...over,
});
const snapshot = (first: object, over = {}) => ({
  type: 'organiserSnapshot',
  epoch: 'e',
  version: 1,
  event: { id: 'ev', name: 'Conference' },
  room: { id: 'r', name: 'Hall', rev: 1, view: 'activity', activity: 'a' },
  runOrder: [poll('a', first), poll('b')],
  beside: [],
  join: { code: 'H7K2MQ', host: 'vote.example.org', url: 'u', qr: '/q' },
  presence: { joined: 6, here: 5 },
  store: 'ok',
  ...over,
});

let app: object | null = null;
async function show(first: object, over = {}) {
  const server = new FakeServer({ remote: snapshot(first, over) });
  window.history.replaceState(null, '', '/remote/ev/r#secret');
  app = mount(App, { target: document.body });
  await settle();
  return server;
}
afterEach(async () => {
  if (app) await unmount(app);
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});
const text = () => document.body.textContent!.replace(/\s+/g, ' ');
const button = (says: string) => [...document.querySelectorAll('button')].find((it) => it.textContent!.includes(says))!;
const tap = async (says: string) => {
  button(says).click();
  await settle();
};

test.each([
  [{}, 'Open voting', { type: 'openActivity', activity: 'a', rev: 3 }],
  [{ state: 'open' }, 'Lock voting', { type: 'lockActivity', activity: 'a', rev: 3 }],
  [{ state: 'locked' }, 'Reveal results', { type: 'showResults', activity: 'a', rev: 3, results: 'everyone' }],
  [{ state: 'locked' }, 'Reopen voting', { type: 'openActivity', activity: 'a', rev: 3 }],
  [
    { state: 'locked', results: 'everyone' },
    'Hidden',
    { type: 'showResults', activity: 'a', rev: 3, results: 'hidden' },
  ],
  [{}, 'On stage', { type: 'showResults', activity: 'a', rev: 3, results: 'stage' }],
  [{}, 'Next', { type: 'setStage', room: 'r', view: 'activity', activity: 'b' }],
  [{}, 'Show join screen', { type: 'setStage', room: 'r', view: 'join', activity: null }],
  [{}, 'Question b?', { type: 'setStage', room: 'r', view: 'activity', activity: 'b' }],
])('%j: %s', async (first, says, command) => {
  const server = await show(first);
  expect(server.wire('remote').sent[0]).toMatchObject({ role: 'remote', token: 'secret' });
  await tap(says);
  expect(server.wire('remote').sent.at(-1)).toMatchObject(command);
});

test('one command at a time, and its answer is felt', async () => {
  const vibrate = vi.fn();
  vi.stubGlobal('navigator', Object.assign(navigator, { vibrate }));
  const server = await show({ state: 'open' });
  await tap('Lock voting');
  await tap('Lock voting');
  const { sent, say } = server.wire('remote');
  expect(sent).toHaveLength(2);
  say({ type: 'done', ref: sent[1]!.ref });
  await settle();
  expect(vibrate).toHaveBeenCalledOnce();
  await tap('Lock voting');
  expect(sent).toHaveLength(3);
});

test('a conflict is said in a sentence', async () => {
  const server = await show({ state: 'open' });
  await tap('Lock voting');
  const { sent, say } = server.wire('remote');
  say({ type: 'error', ref: sent[1]!.ref, code: 'conflict', message: 'Somebody else changed this just now.' });
  await settle();
  expect(text()).toContain('Somebody else changed this just now.');
});

test('without a connection the buttons are off and say why', async () => {
  const server = await show({ state: 'open' });
  vi.stubGlobal(
    'WebSocket',
    class {
      close() {}
    },
  );
  server.wire('remote').close(1006);
  flushSync();
  expect(button('Lock voting').disabled).toBe(true);
  expect(document.getElementById(button('Lock voting').getAttribute('aria-describedby')!)!.textContent).toContain(
    'No connection',
  );
  const steering = [...document.querySelectorAll('button')].filter((it) => it.textContent !== 'Keys');
  expect(steering.every((it) => it.disabled)).toBe(true);
});

test('shows numbers also while they are hidden from the room', async () => {
  await show({ state: 'open' });
  expect(text()).toContain('4 of 6 have voted');
  expect(text()).toContain('75%');
  expect(text()).toContain('2 came too late.');
});

test('refused and cut short links get a sentence', async () => {
  const server = await show({});
  server.wire('remote').close(4003);
  flushSync();
  expect(text()).toContain('This remote link does not work any more.');
  expect(document.querySelectorAll('button')).toHaveLength(0);
});

test('what is newer than the page is said to be so, on stage, in the run order and beside it', async () => {
  const bell = (id: string) => ({ kind: 'bell', id, round: 1, rev: 1, state: 'open' });
  const server = await show({}, { runOrder: [bell('a'), poll('b')], beside: [bell('c')] });
  expect(text()).toContain('This page is older than the event.');
  expect(text()).toContain('Something new');
  await tap('Question b?');
  expect(server.wire('remote').sent.at(-1)).toMatchObject({ type: 'setStage', activity: 'b' });
});

const key = async (name: string) => {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await settle();
};
const qa = {
  kind: 'qa',
  id: 'q',
  round: 1,
  rev: 1,
  state: 'open',
  asking: true,
  check: 'after',
  live: null,
  counts: { waiting: 0, published: 0, live: 0, answered: 0, declined: 0, merged: 0, archived: 0, withdrawn: 0 },
};
const commands = (server: FakeServer) =>
  server
    .wire('remote')
    .sent.map(({ type }) => type)
    .filter((type) => !['hello', 'getNotes', 'watchQuestions'].includes(type as string));

test('E2: Space presses the main button, and nothing while the questions are shown instead of it', async () => {
  const server = await show({ state: 'open' }, { beside: [qa] });
  await tap('Questions');
  await key(' ');
  expect(commands(server)).toEqual([]);
  await tap('Run order');
  await key(' ');
  expect(commands(server)).toEqual(['lockActivity']);
});

test('E2: right after the words of the main button changed, Space does nothing, as a press does', async () => {
  const server = await show({});
  await key(' ');
  const { sent, say } = server.wire('remote');
  say({ type: 'done', ref: sent.at(-1)!.ref });
  say(snapshot({ state: 'open' }, { version: 2 }));
  await settle();
  expect(button('Lock voting')).toBeDefined();
  await key(' ');
  await tap('Lock voting');
  expect(commands(server)).toEqual(['openActivity']);
});

test('keys of one character do nothing where they were turned off', async () => {
  localStorage.setItem('plenary.keys', 'off');
  const server = await show({ state: 'open' });
  for (const name of [' ', 's', 'v']) await key(name);
  expect(commands(server)).toEqual([]);
  localStorage.clear();
  await key('s');
  expect(commands(server)).toEqual(['lockActivity']);
});

test('where keys are turned off, a button leads to where they are turned on again', async () => {
  await show({ state: 'open' });
  localStorage.setItem('plenary.keys', 'off');
  await key('?');
  expect(document.querySelector('dialog[open]')).toBeNull();
  await tap('Keys');
  document.querySelector<HTMLElement>('dialog[open] input[type=checkbox]')!.click();
  await tap('Close');
  expect(localStorage.getItem('plenary.keys')).toBe('on');
  localStorage.clear();
});

test('E13: a press by pointer leaves no focus that the next key would press', async () => {
  await show({ state: 'open' });
  for (const each of document.querySelectorAll('button')) {
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    each.dispatchEvent(down);
    expect(down.defaultPrevented, each.textContent!).toBe(true);
  }
});

test('E11: an event that has ended opens nothing again, and says what to do', async () => {
  await show({ state: 'locked', results: 'everyone' }, { event: { id: 'ev', name: 'Conference', phase: 'ended' } });
  expect(button('Reopen voting')).toBeUndefined();
  expect(button('Open the next question')).toBeUndefined();
  expect(text()).toMatch(/This event has ended.*An organiser can reopen it/);
});

test('the countdown on stage is one press, by the server’s clock, and one press takes it off', async () => {
  const server = await show({});
  expect(button('Off').disabled).toBe(true);
  await tap('5 minutes');
  const { room, until } = server.wire('remote').sent.at(-1)! as unknown as { room: string; until: number };
  expect(room).toBe('r');
  expect(Math.abs(until - Date.now() - 300_000)).toBeLessThan(5_000);
  server.wire('remote').say(snapshot({}, { version: 2, room: { ...snapshot({}).room, until } }));
  await settle();
  expect(text()).toMatch(/Countdown on stage(5:00|4:5\d)/);
  server.wire('remote').say({ type: 'done', ref: server.wire('remote').sent.at(-1)!.ref });
  await settle();
  await tap('Off');
  expect(server.wire('remote').sent.at(-1)).toMatchObject({ type: 'arrangeStage', room: 'r', until: null });
});
