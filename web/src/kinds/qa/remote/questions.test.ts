// @vitest-environment happy-dom
import { mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { QuestionItem } from '../../../protocol/messages.gen.ts';
import { FakeServer, settle } from '../../../ui/fakeServer.ts';
import App from '../../../remote/App.svelte';
import { answerNext, topOf } from './answering.ts';

const item = (n: number, up: number, over: Partial<QuestionItem> = {}): QuestionItem => ({
  n,
  up,
  text: `Question ${n}?`,
  minute: 30_000_000,
  state: 'published',
  ...over,
});
const questions = (over: object = {}) => ({
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
  live: item(9, 50, { state: 'live' }),
  counts: { waiting: 2, published: 11, live: 1, answered: 4, declined: 0, merged: 0, archived: 0, withdrawn: 0 },
  ...over,
});
const snapshot = (over: object | null = {}, activity = 'q') => ({
  type: 'organiserSnapshot',
  epoch: 'e',
  version: 1,
  event: { id: 'ev', name: 'Conference' },
  room: { id: 'r', name: 'Hall', rev: 1, view: 'activity', activity },
  runOrder: [],
  beside: over ? [questions(over)] : [],
  join: { code: 'H7K2MQ', host: 'vote.example.org', url: 'u', qr: '/q' },
  presence: { joined: 6, here: 5 },
  store: 'ok',
});

let app: object | null = null;
async function show(first: object) {
  const server = new FakeServer({ remote: first });
  window.history.replaceState(null, '', '/remote/ev/r#secret');
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
const text = () => document.body.textContent!.replace(/\s+/g, ' ');
const button = (says: string) =>
  [...document.querySelectorAll('button')].find((it) => it.textContent!.replace(/\s+/g, ' ').includes(says))!;
const tap = async (says: string) => (button(says).click(), await settle());
async function open(server: FakeServer, items: QuestionItem[]) {
  await tap('Questions ·');
  const { sent, say } = server.wire('remote');
  say({
    type: 'questionsHead',
    ref: sent.at(-1)!.ref,
    activity: 'q',
    round: 1,
    feed: 'f',
    frame: 0,
    newest: items.length,
    order: 'popular',
    items,
    more: false,
  });
  await settle();
}

test('has no tab where there are no questions', async () => {
  await show(snapshot(null));
  expect(document.querySelector('nav')).toBeNull();
});

test('the top ten that can be answered, and the live one above', async () => {
  const server = await show(snapshot());
  await open(server, [
    item(9, 50, { state: 'live' }),
    item(8, 40, { state: 'answered' }),
    ...Array.from({ length: 15 }, (_, index) => item(10 + index, 30 - index)),
  ]);
  expect(server.wire('remote').sent.at(-1)).toMatchObject({
    type: 'watchQuestions',
    activity: 'q',
    on: true,
    order: 'popular',
  });
  expect([...document.querySelectorAll('ol .text')].map((each) => each.textContent)).toEqual(
    Array.from({ length: 10 }, (_, index) => `Question ${10 + index}?`),
  );
  expect(document.querySelector('.now h2')!.textContent).toBe('Question 9?');
  expect(text()).toContain('12 to answer · 4 answered · 2 waiting for a moderator.');
});

test('one big button: answered, next', async () => {
  const server = await show(snapshot());
  await open(server, [item(9, 50, { state: 'live' }), item(3, 40), item(4, 30)]);
  await tap('Answered, next');
  const { sent, say } = server.wire('remote');
  expect(sent.at(-1)).toMatchObject({ type: 'answeredQuestion', n: 9 });
  say({ type: 'done', ref: sent.at(-1)!.ref });
  await settle();
  expect(sent.at(-1)).toMatchObject({ type: 'highlightQuestion', n: 3, live: null });
});

test('when the first did not work the second is not tried, and why is said', async () => {
  const server = await show(snapshot());
  await open(server, [item(9, 50, { state: 'live' }), item(3, 40)]);
  await tap('Answered, next');
  const { sent, say } = server.wire('remote');
  say({ type: 'error', ref: sent.at(-1)!.ref, code: 'conflict', message: 'Somebody else changed this just now.' });
  await settle();
  expect(text()).toContain('Somebody else changed this just now.');
  expect(sent.some(({ type }) => type === 'highlightQuestion')).toBe(false);
});

test('a tap answers that one now; what is live can be put back', async () => {
  const server = await show(snapshot());
  await open(server, [item(3, 40), item(4, 30)]);
  await tap('Question 4?');
  const { sent, say } = server.wire('remote');
  expect(sent.at(-1)).toMatchObject({ type: 'highlightQuestion', n: 4, live: 9 });
  say({ type: 'done', ref: sent.at(-1)!.ref });
  await settle();
  await tap('Put it back');
  expect(sent.at(-1)).toMatchObject({ type: 'highlightQuestion', n: null, live: 9 });
});

test('puts the questions on stage, and stops following when the run order is looked at', async () => {
  const server = await show(snapshot({}, 'p'));
  await open(server, []);
  await tap('Show questions on stage');
  const { sent } = server.wire('remote');
  expect(sent.at(-1)).toMatchObject({ type: 'setStage', view: 'activity', activity: 'q' });
  await tap('Run order');
  expect(sent.at(-1)).toMatchObject({ type: 'watchQuestions', on: false });
});

test('the big button says what it will do', () => {
  const qa = { id: 'q', live: item(9, 1) };
  expect(answerNext(qa, [])?.says).toBe('Answered');
  expect(answerNext({ id: 'q', live: null }, [item(3, 1)])).toMatchObject({
    says: 'Answer the first question',
    commands: [{ n: 3, live: null }],
  });
  expect(answerNext({ id: 'q', live: null }, [])).toBeNull();
  expect(topOf([item(1, 1, { state: 'answered' }), item(2, 1)], 2)).toEqual([]);
});
