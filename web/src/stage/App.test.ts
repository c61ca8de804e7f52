// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { OrganiserSnapshot, Poll, StageSnapshot } from '../protocol/messages.gen.ts';
import { FakeServer, settle } from '../ui/fakeServer.ts';
import App from './App.svelte';
import { poll, snapshot } from './testing.ts';

const organiser = (over: object = {}) =>
  ({
    ...snapshot(),
    type: 'organiserSnapshot',
    room: { id: 'r', name: 'Hall', rev: 1, view: 'activity', activity: 'p', byResult: false, zoom: 100, theme: 'dark' },
    runOrder: [{ ...poll, rev: 7, hasVotes: true }],
    ...over,
  }) as unknown as OrganiserSnapshot;

let app: object | null = null;
async function show(stage: StageSnapshot | null, signedIn = false, hash = '#secret') {
  const server = new FakeServer({ ...(stage && { stage }), organiser: organiser() });
  server.signedIn = signedIn;
  window.history.replaceState(null, '', `/stage/ev/r${hash}`);
  app = mount(App, { target: document.body });
  await settle();
  return server;
}
afterEach(async () => {
  if (app) await unmount(app);
  app = null;
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
  localStorage.clear();
});
const text = () => document.querySelector('main')!.textContent!.replace(/\s+/g, ' ');
const press = async (key: string) => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  flushSync();
  await settle();
};
const bars = () => [...document.querySelectorAll<HTMLElement>('.fill')].map((bar) => bar.style.transform);
const table = () =>
  [...document.querySelectorAll('tbody tr')]
    .slice(0, 2)
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('says hello with the secret of its link', async () => {
  const server = await show(snapshot());
  expect(server.wire('stage').sent[0]).toEqual({
    type: 'hello',
    protocol: 1,
    role: 'stage',
    event: 'ev',
    room: 'r',
    token: 'secret',
    page: expect.stringMatching(/^[a-z0-9]{16,24}$/),
  });
});

test('shows bars of which the track is 100 %, counts, base, abstainers, and a table with the same', async () => {
  await show(snapshot());
  expect(bars()).toEqual(['translateX(-25%)', 'translateX(-75%)']);
  expect(table()).toEqual([
    ['Culture, leading', '75%', '30'],
    ['Mentoring', '25%', '10'],
  ]);
  for (const words of [
    'What <b>first</b>?',
    'Voting is open',
    'Choose one',
    '45 of 60 have answered',
    'Percentages of those who voted',
    '5 chose “Prefer not to say”',
    'H7K 2MQ',
  ]) {
    expect(text()).toContain(words);
  }
});

test('O10 before the fifth answer the numbers move and no bar does; then it says of how many it is', async () => {
  const server = await show(
    snapshot({
      activity: { ...poll, tally: { ...poll.tally!, result: [0, 0], voted: 0, abstained: 0, answers: 4 } } as Poll,
    }),
  );
  expect(text()).toContain('4 of 60 have answered');
  expect(text()).toContain('Results appear from the fifth answer');
  expect(text()).not.toContain('%');
  expect(bars()).toEqual(['translateX(-100%)', 'translateX(-100%)']);
  server.wire('stage').say({
    type: 'tally',
    epoch: 'e',
    activity: 'p',
    tally: { ...poll.tally!, version: 2, result: [12, 8], voted: 20, abstained: 0, answers: 23 },
  });
  flushSync();
  expect(text()).toContain('23 of 60 have answered');
  expect(text()).toContain('Result of the first 20 answers; 23 have voted');
  expect(table()).toEqual([
    ['Culture, leading', '60%', '12'],
    ['Mentoring', '40%', '8'],
  ]);
});

test('bars follow the tally; the order stays until sorting is asked for', async () => {
  const server = await show(snapshot());
  server.wire('stage').say({
    type: 'tally',
    epoch: 'e',
    activity: 'p',
    tally: { ...poll.tally, version: 2, result: [30, 70], voted: 100 },
  });
  flushSync();
  expect(table().map(([name]) => name)).toEqual(['Culture', 'Mentoring, leading']);
  await press('o');
  expect(table().map(([name]) => name)).toEqual(['Mentoring, leading', 'Culture']);
  await press('o');
  expect(table().map(([name]) => name)).toEqual(['Culture', 'Mentoring, leading']);
});

test.each([
  [
    'hidden',
    { results: 'hidden', tally: { ...poll.tally!, result: null } },
    ['Results are hidden until the presenter reveals them.', '45 of 60 have answered'],
  ],
  ['draft', { state: 'draft', tally: null }, ['Voting opens soon']],
] as const)('%s: no bar and no number of an option', async (_name, over, words) => {
  await show(snapshot({ activity: { ...poll, ...over } as Poll }));
  expect(bars()).toEqual([]);
  const tiles = [...document.querySelectorAll('[data-row] .label')].map((label) => label.textContent);
  expect(tiles).toEqual(['Culture', 'Mentoring']);
  for (const word of words) expect(text()).toContain(word);
});

test('locked and paused are said', async () => {
  await show(snapshot({ activity: { ...poll, state: 'locked' }, store: 'away' }));
  expect(text()).toContain('Voting is locked');
  expect(text()).toContain('Counting is paused. This is the last result.');
  expect(text()).not.toContain('Choose one');
});

test('the join screen has name, address, code and how many have joined', async () => {
  await show(snapshot({ view: 'join', activity: null }));
  for (const words of [
    'Conference',
    'On your phone, go to',
    'vote.example.org',
    'and enter',
    'H7K 2MQ',
    '60 people have joined',
  ]) {
    expect(text()).toContain(words);
  }
  expect(document.querySelector('img')!.getAttribute('src')).toBe('/qr/H7K2MQ.svg');
});

test('keeps the last result while away, says so only after a while', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const server = await show(snapshot());
  vi.stubGlobal(
    'WebSocket',
    class {
      close() {}
    },
  );
  server.wire('stage').close(1006);
  flushSync();
  expect(text()).not.toContain('Reconnecting');
  await vi.advanceTimersByTimeAsync(4_100);
  flushSync();
  expect(text()).toContain('Reconnecting. This is the last result.');
  expect(bars()).toHaveLength(2);
  vi.useRealTimers();
});

test('a stage that nothing comes to says that it connects, after a moment, so that no words flash', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const server = await show(null);
  const said = () => text().includes('Connecting to the event.');
  await vi.advanceTimersByTimeAsync(200);
  flushSync();
  expect(said()).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  flushSync();
  expect(said()).toBe(true);
  server.wire('stage').say(snapshot());
  flushSync();
  expect(said()).toBe(false);
  expect(text()).toContain('What <b>first</b>?');
  vi.useRealTimers();
});

test('a link that is refused or cut short gets a calm sentence', async () => {
  const server = await show(null);
  server.wire('stage').close(4003);
  flushSync();
  expect(text()).toContain('This stage link does not work any more.');
  await unmount(app!);
  document.body.innerHTML = '';
  await show(null, false, '');
  expect(text()).toContain('This link is not complete.');
});

test('the link alone changes nothing: a hint, and J, B and O on this screen only', async () => {
  const server = await show(snapshot());
  await press('s');
  expect(document.querySelector('.toast')!.textContent).toBe('Sign in on this computer, or use the remote.');
  expect(server.wires.has('organiser')).toBe(false);
  await press('j');
  expect(text()).toContain('60 people have joined');
  await press('Escape');
  expect(text()).toContain('What <b>first</b>?');
  await press('b');
  expect(text()).toContain('The stage is blank');
  await press('b');
  expect(text()).toContain('What <b>first</b>?');
});

test.each([
  ['s', { type: 'lockActivity', activity: 'p', rev: 7 }],
  [' ', { type: 'lockActivity', activity: 'p', rev: 7 }],
  ['v', { type: 'showResults', activity: 'p', rev: 7, results: 'hidden' }],
  ['b', { type: 'setStage', room: 'r', view: 'blank', activity: null }],
  ['o', { type: 'arrangeStage', room: 'r', byResult: true }],
  ['+', { type: 'arrangeStage', room: 'r', zoom: 110 }],
  ['j', { type: 'setStage', room: 'r', view: 'join', activity: null }],
])('E2 an organiser who is signed in here steers with %j, for everybody', async (key, command) => {
  const server = await show(snapshot(), true);
  await press(key);
  expect(server.wire('organiser').sent.at(-1)).toMatchObject(command);
  expect(server.wire('organiser').sent[0]).not.toHaveProperty('token');
});

test('says why a command had no effect, and where the run order ends', async () => {
  const server = await show(snapshot(), true);
  await press('PageDown');
  expect(document.querySelector('.toast')!.textContent).toBe('This is the last activity.');
  await press('s');
  server.wire('organiser').say({
    type: 'error',
    ref: server.wire('organiser').sent.at(-1)!.ref,
    code: 'conflict',
    message: 'Somebody else changed this.',
  });
  await settle();
  expect(document.querySelector('.toast')!.textContent).toBe('Somebody else changed this.');
});

test('help says which keys work now', async () => {
  await show(snapshot());
  await press('?');
  const rows = [...document.querySelectorAll('dialog tbody tr')].map((row) => row.textContent!.replace(/\s+/g, ' '));
  expect(rows.filter((row) => row.includes('Needs signing in'))).toHaveLength(8);
  expect(document.querySelector('dialog')!.open).toBe(true);
});

test('order, letters and theme are the room’s; a screen alone may differ until the room’s change', async () => {
  const server = await show(snapshot({ look: { theme: 'light', byResult: true, zoom: 125 } }));
  const names = () => table().map(([name]) => name);
  expect(document.documentElement.classList.contains('light')).toBe(true);
  await press('o');
  await press('+');
  expect(document.querySelector('.toast')!.textContent).toBe('Letters at 140%');
  server.wire('stage').say(
    snapshot({
      version: 2,
      look: { theme: 'dark', byResult: true, zoom: 125 },
      activity: { ...poll, tally: { ...poll.tally!, version: 2, result: [10, 30] } },
    }),
  );
  await settle();
  expect(document.documentElement.classList.contains('light')).toBe(false);
  expect(names()).toEqual(['Culture', 'Mentoring, leading']);
  server.wire('stage').say(snapshot({ version: 3, look: { theme: 'dark', byResult: false, zoom: 100 } }));
  await settle();
  expect(document.querySelector('.toast')!.textContent).toBe('Letters at 140%');
});

test('a blank stage shows nothing, and says so to those who listen', async () => {
  await show(snapshot({ view: 'blank' }));
  expect(text()).toContain('The stage is blank');
  expect(bars()).toEqual([]);
});

test('E2 one press of the space bar is one step: a second in the same breath does nothing', async () => {
  const server = await show(snapshot(), true);
  await press(' ');
  await press(' ');
  expect(server.wire('organiser').sent.filter(({ type }) => type !== 'hello')).toHaveLength(1);
});

test('E18 options changed while sorted stand once each', async () => {
  const server = await show(snapshot({ look: { theme: 'dark', byResult: true, zoom: 100 } }));
  const options = ['Culture', 'Pay', 'Mentoring'].map((text, index) => ({
    id: `${2 - index}`,
    text,
    exclusive: false,
  }));
  server.wire('stage').say(
    snapshot({
      version: 2,
      look: { theme: 'dark', byResult: true, zoom: 100 },
      activity: { ...poll, options, tally: { ...poll.tally!, version: 2, result: [1, 2, 3] } },
    }),
  );
  flushSync();
  await settle();
  const shown = [...document.querySelectorAll('[data-row] .label')].map((label) => label.textContent);
  expect([...shown].sort()).toEqual(['Culture', 'Mentoring', 'Pay']);
});

test('E18 a tally fits nothing anew', async () => {
  const server = await show(snapshot());
  const asked = vi.spyOn(JSON, 'parse');
  server.wire('stage').say({
    type: 'tally',
    epoch: 'e',
    activity: 'p',
    tally: { ...poll.tally!, version: 2, result: [31, 10] },
  });
  flushSync();
  expect(asked.mock.calls.filter(([text]) => String(text).includes('"bars"'))).toEqual([]);
  asked.mockRestore();
});

test('what is newer than the page is said to be so; what is newer beside it is left out', async () => {
  const bell = { kind: 'bell', id: 'b', round: 1, state: 'open' } as never;
  await show(snapshot({ activity: bell, beside: [bell] }));
  expect(text()).toContain('This page is older than the event');
  await press('s');
  expect(text()).toContain('This page is older than the event');
});
