// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { QuestionItem, StageQuestions } from '../../../protocol/messages.gen.ts';
import { FakeServer, settle } from '../../../ui/fakeServer.ts';
import App from '../../../stage/App.svelte';
import { besides, liveSize, listSize, nextSize, upWidth } from './qaLayout.ts';
import { lines } from '../../../stage/measure.ts';

const item = (n: number, up: number, over: Partial<QuestionItem> = {}): QuestionItem => ({
  n,
  up,
  text: `Question ${n}?`,
  minute: 30_000_000,
  state: 'published',
  ...over,
});
const qa = (over: Partial<StageQuestions> = {}): StageQuestions => ({
  kind: 'qa',
  id: 'q',
  round: 1,
  state: 'open',
  asking: true,
  totals: { published: 12, answered: 4 },
  live: item(9, 50, { state: 'live', name: 'A chair' }),
  next: [item(3, 48), item(1, 12), item(2, 5), item(5, 2), item(6, 1)],
  ...over,
});
const stage = (activity: StageQuestions, version = 1) => ({
  type: 'stageSnapshot',
  epoch: 'e',
  version,
  event: { id: 'ev', name: 'Conference' },
  room: { id: 'r', name: 'Hall' },
  view: 'activity',
  activity,
  beside: [],
  position: { index: 0, of: 1 },
  look: { theme: 'dark', byResult: false, zoom: 100 },
  join: { code: 'H7K2MQ', host: 'vote.example.org', url: 'u', qr: '/qr/H7K2MQ.svg' },
  presence: { joined: 60, here: 50 },
  store: 'ok',
});
const organiser = (live: QuestionItem | null, activity = 'q') => ({
  ...stage(qa()),
  type: 'organiserSnapshot',
  room: { id: 'r', name: 'Hall', rev: 1, view: 'activity', activity },
  runOrder: [],
  beside: [
    {
      kind: 'qa',
      id: 'q',
      round: 1,
      rev: 5,
      state: 'open',
      anonymised: false,
      asking: true,
      check: 'before',
      names: 'choice',
      maxLength: 300,
      perPerson: 10,
      openCounts: false,
      live,
      counts: {},
    },
  ],
});

let app: object | null = null;
async function show(activity: StageQuestions, signedIn = false, staged = 'q') {
  const server = new FakeServer({ stage: stage(activity), organiser: organiser(activity.live, staged) });
  server.signedIn = signedIn;
  window.history.replaceState(null, '', '/stage/ev/r#secret');
  app = mount(App, { target: document.body });
  await settle();
  return server;
}
afterEach(async () => {
  if (app) await unmount(app);
  app = null;
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});
const press = async (key: string) => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  flushSync();
  await settle();
};
const text = () => document.querySelector('main')!.textContent!.replace(/\s+/g, ' ');
const next = () => [...document.querySelectorAll('li .text')].map((each) => each.textContent);
const picked = () => document.querySelector('.picked')?.getAttribute('data-n') ?? null;

test('the live question large, the next four beside it, the totals in the foot', async () => {
  await show(qa());
  expect(document.querySelector('h1')!.textContent).toBe('Question 9?');
  for (const words of [
    'Being answered now',
    'A chair',
    '50 upvotes',
    '48 upvotes',
    '16 questions · 4 answered',
    'H7K 2MQ',
  ]) {
    expect(text()).toContain(words);
  }
  expect(next()).toEqual(['Question 3?', 'Question 1?', 'Question 2?', 'Question 5?']);
});

test('none live: the top five; none at all: an invitation', async () => {
  const server = await show(qa({ live: null }));
  expect(next()).toHaveLength(5);
  server.wire('stage').say(stage(qa({ live: null, next: [], totals: { published: 0, answered: 0 } }), 2));
  flushSync();
  expect(text()).toContain('Ask yours on your phone. It appears here.');
});

test('the buttons are those that mean something for questions: they have an order of their own', async () => {
  await show(qa());
  const buttons = [...document.querySelectorAll('.buttons button')].map((button) => button.firstChild!.textContent);
  expect(buttons).toContain('Take no more');
  expect(buttons).not.toContain('Sort by result');
});

test('open counts stand in the foot where the organiser shows them', async () => {
  await show(
    qa({
      open: {
        received: 40,
        waiting: 5,
        approved: 27,
        merged: 3,
        declined: { offTopic: 1, abusive: 1, namesSomebody: 1, duplicate: 0, notAQuestion: 0, other: 2 },
      },
    }),
  );
  expect(text()).toContain('40 received · 27 approved · 3 merged · 5 declined');
});

test('upvotes move with the snapshots', async () => {
  const server = await show(qa());
  server.wire('stage').say(stage(qa({ live: item(9, 73, { state: 'live' }) }), 2));
  flushSync();
  expect(text()).toContain('73 upvotes');
});

test('arrow keys pick, H answers what was picked, W says it was answered', async () => {
  const server = await show(qa(), true);
  await press('ArrowDown');
  await press('ArrowDown');
  expect(picked()).toBe('1');
  await press('ArrowUp');
  await press('ArrowUp');
  expect(picked()).toBe('3');
  await press('h');
  expect(server.wire('organiser').sent.at(-1)).toMatchObject({
    type: 'highlightQuestion',
    activity: 'q',
    n: 3,
    live: 9,
  });
  expect(picked()).toBeNull();
  server.wire('organiser').say({ type: 'done', ref: server.wire('organiser').sent.at(-1)!.ref });
  await settle();
  await press('w');
  expect(server.wire('organiser').sent.at(-1)).toMatchObject({ type: 'answeredQuestion', activity: 'q', n: 9 });
});

test('a pick that is gone is no pick', async () => {
  const server = await show(qa(), true);
  await press('ArrowDown');
  server.wire('stage').say(stage(qa({ next: [item(1, 12)] }), 2));
  flushSync();
  expect(picked()).toBeNull();
});

test('S stops and starts asking, V has nothing to show', async () => {
  const server = await show(qa(), true);
  await press('s');
  expect(server.wire('organiser').sent.at(-1)).toMatchObject({
    type: 'setAsking',
    activity: 'q',
    rev: 5,
    asking: false,
    check: 'before',
  });
  server.wire('organiser').say({ type: 'done', ref: server.wire('organiser').sent.at(-1)!.ref });
  await settle();
  await press('v');
  expect(document.querySelector('.toast')!.textContent).toBe('Questions have no results to show or hide.');
});

test('U puts the questions on stage', async () => {
  const server = await show(qa(), true, 'p');
  await press('u');
  expect(server.wire('organiser').sent.at(-1)).toMatchObject({
    type: 'setStage',
    room: 'r',
    view: 'activity',
    activity: 'q',
  });
});

test('the link alone can pick, and change nothing', async () => {
  const server = await show(qa());
  await press('ArrowDown');
  expect(picked()).toBe('3');
  await press('h');
  expect(document.querySelector('.toast')!.textContent).toContain('Sign in');
  expect(server.wires.has('organiser')).toBe(false);
});

test('the live question shrinks by steps up to 1,000 characters, and never leaves its place', () => {
  const space = { width: 96, height: 54 };
  const sizes = [40, 120, 300, 500].map((length) => liveSize('ab cdefghi '.repeat(100).slice(0, length), 4, space));
  expect(sizes.slice(0, 2)).toEqual([5, 3.6]);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  const long = 'ab cdefghi '.repeat(100).slice(0, 1_000);
  expect(besides(qa({ live: item(9, 1, { text: long }) }))).toEqual([]);
  const size = liveSize(long, 0, space);
  expect(size).toBeGreaterThanOrEqual(1.5);
  expect(lines(long, size, 86.4) * size * 1.24).toBeLessThanOrEqual(33);
  expect(nextSize(['Why?', 'Who?'], 2.65, space)).toEqual({ size: 2, lines: 12 });
  expect(nextSize([long, long, long, long], 2.65, space)).toEqual({ size: 1.4, lines: 3 });
  expect(nextSize([long, 'Who?', 'Why?', 'When?'], 2.65, space)).toMatchObject({ size: 1.4, lines: 6 });
  expect(upWidth(['4,987'])).toBeGreaterThan(upWidth(['7', '12']));
  expect(upWidth(['7'])).toBe(upWidth(['12']));
  expect(listSize(['Why?'], 2.65, space)).toBeGreaterThan(
    listSize(
      Array.from({ length: 5 }, () => long),
      2.65,
      space,
    ),
  );
});
