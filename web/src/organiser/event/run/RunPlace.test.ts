// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { qa } from '../../../kinds/qa/organiser/fakes.ts';
import type { Command } from '../../../protocol/commands.ts';
import type { OrganiserPoll, Welcome } from '../../../protocol/messages.gen.ts';
import { Router } from '../../router.svelte.ts';
import EventPage from '../EventPage.svelte';
import { FakeLine, open, poll, presents, session } from '../fakes.svelte.ts';

let page: ReturnType<typeof mount> | null = null;
let line: FakeLine;
afterEach(async () => {
  vi.useRealTimers();
  if (page) await unmount(page);
  page = null;
  document.body.innerHTML = '';
  localStorage.clear();
});

function show(polls: OrganiserPoll[], activity: string | null, beside: unknown[] = []) {
  vi.useFakeTimers();
  history.replaceState(null, '', '/organiser/events/event/run');
  line = new FakeLine(polls);
  line.say({
    room: { ...line.state!.room, view: activity ? 'activity' : 'join', activity },
    beside: beside as never,
  });
  page = mount(EventPage, {
    target: document.body,
    props: { event: 'event', line, session: session(), router: new Router() },
  });
  flushSync();
}
async function settle(ms = 700) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
  flushSync();
}
const key = async (name: string) => {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );
  await tick();
  flushSync();
};
const welcome: Welcome = {
  type: 'welcome',
  protocol: 1,
  role: 'organiser',
  heartbeatMs: 25_000,
  beatMs: 0,
  graceMs: 15_000,
  now: 0,
  server: '1',
  may: [...presents, 'setStage', 'watchQueue'],
};
const looks = ['watchQuestions', 'getQuestions'];
const sent = (): Command[] => line.sent.filter(({ type }) => !looks.includes(type));
const main = () => document.querySelector('.main')!;
const text = () => document.body.textContent!.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');
/** The poll on stage is like this now. */
const becomes = (next: OrganiserPoll) => {
  line.say({ runOrder: line.state!.runOrder.map((each) => (each.id === next.id ? next : each)) });
  flushSync();
};

test('Space presses the main button: open, lock, reveal, next', async () => {
  show([poll('a'), poll('b')], 'a');
  const says: (string | null | undefined)[] = [];
  for (const after of [
    open('a'),
    poll('a', { state: 'locked', hasVotes: true }),
    poll('a', { state: 'locked', hasVotes: true, results: 'everyone' }),
    null,
  ]) {
    await settle();
    says.push(main().firstChild?.textContent);
    await key(' ');
    await settle(0);
    if (after) becomes(after);
  }
  expect(says).toEqual(['Open voting', 'Lock voting', 'Reveal results', 'Open the next question']);
  expect(sent()).toMatchObject([
    { type: 'openActivity', activity: 'a' },
    { type: 'lockActivity', activity: 'a' },
    { type: 'showResults', activity: 'a', results: 'everyone' },
    { type: 'openActivity', activity: 'b' },
  ]);
});

test('a second press right after the words changed does nothing: nobody opens and locks in one go', async () => {
  show([poll('a')], 'a');
  await settle();
  await key(' ');
  becomes(open('a'));
  await settle(100);
  expect(main().firstChild?.textContent).toBe('Lock voting');
  await key(' ');
  (main() as HTMLButtonElement).click();
  await settle(300);
  expect(sent().map(({ type }) => type)).toEqual(['openActivity']);
  await settle();
  await key(' ');
  expect(sent().map(({ type }) => type)).toEqual(['openActivity', 'lockActivity']);
});

test('E3: keys act on what is on stage, which is said, and on nothing when nothing is', async () => {
  show([poll('a'), open('b')], null);
  await settle();
  for (const name of ['s', 'v']) await key(name);
  expect(sent()).toEqual([]);
  expect(text()).toContain('No activity is on stage yet.');
  line.say({ room: { ...line.state!.room, view: 'activity', activity: 'b' } });
  line.say({ runOrder: [poll('a')] }); // it is deleted while it is on stage
  flushSync();
  await key('s');
  expect(sent()).toEqual([]);
});

test('E2: the keys are written on the buttons, with what a press will do', async () => {
  show([open('a'), poll('b')], 'a');
  await settle();
  const keyed = [...document.querySelectorAll<HTMLElement>('.steer [aria-keyshortcuts]')].map((each) => [
    each.getAttribute('aria-keyshortcuts'),
    each.firstChild?.textContent?.trim() || each.textContent?.replace(/\s+/g, ' ').trim(),
  ]);
  expect(keyed).toEqual([
    ['Space', 'Lock voting'],
    ['V', expect.stringContaining('Hide result')],
    ['S', expect.stringContaining('Lock voting')],
    ['O', expect.stringContaining('Sort by result')],
    ['J', expect.stringContaining('Join screen')],
    ['B', expect.stringContaining('Blank')],
    ['ArrowLeft', expect.stringContaining('Back')],
    ['ArrowRight', expect.stringContaining('Skip to it')],
  ]);
});

test('how long voting has been open is said by the clock of the server, whatever this page saw of it', async () => {
  show([open('a'), poll('b')], 'a');
  const now = Date.now() - 3_600_000; // the clock of this device is an hour wrong
  line.standing.receive({ ...welcome, now });
  becomes({ ...open('a'), openedAt: now - 84_000 });
  await settle(1_000);
  expect(text()).toContain('1 min 25 s');
  becomes(poll('a', { state: 'locked', hasVotes: true, openedAt: now - 84_000 }));
  await settle(1_000);
  expect(text()).not.toContain('1 min 2');
});

test('the drawer says how long the oldest waiting question has waited', async () => {
  const counts = { ...qa({}).counts, waiting: 3, oldest: Math.floor(Date.now() / 60_000) - 12 };
  show([open('a')], 'a', [qa({ counts } as never)]);
  await settle();
  document.querySelector<HTMLElement>('.end > [aria-expanded]')!.click();
  await settle();
  expect(text()).toContain('3 waiting for a moderator, the oldest 12 min');
});

test('F shows the stage over the whole screen; where the browser refuses, that is said', async () => {
  show([open('a')], 'a');
  await settle();
  const whole = vi.fn(async () => undefined);
  const frame = document.querySelector('.now .frame')!;
  Object.assign(frame, { requestFullscreen: whole });
  await key('f');
  await settle(0);
  expect(whole).toHaveBeenCalledOnce();
  whole.mockRejectedValueOnce(new TypeError());
  await key('f');
  await settle(0);
  expect(text()).toContain('This browser does not give full screen here.');
});

test('E11: an event that has ended offers no opening, and says what can be done', async () => {
  show([poll('a'), poll('b')], 'a');
  line.say({ event: { ...line.state!.event, phase: 'ended' } });
  await settle();
  expect(main().tagName).toBe('P');
  expect(main().textContent).toMatch(/This event has ended.*Reopen/);
  await key(' ');
  await key('s');
  await settle();
  expect(sent()).toEqual([]);
  expect(text()).toContain('This event has ended, so nothing opens any more.');
});

test.each([
  [['reopenEvent'], ['Reopen…'], 'Reopen is above.'],
  [['finaliseEvent'], ['Finalise all…'], 'An organiser can reopen it.'],
  [[], [], 'An organiser can reopen it.'],
])('E11: with %j an ended event offers %j, and Run says so', async (rights, offered, says) => {
  show([poll('a')], 'a');
  line.welcome('organiser', [...presents, 'setStage', ...rights]);
  line.say({ event: { ...line.state!.event, phase: 'ended' } });
  await settle();
  expect([...document.querySelectorAll('.strip button')].map((each) => each.textContent)).toEqual(offered);
  expect(main().textContent).toContain(says);
});

test('votes are not said one by one: how voting stands is, once', async () => {
  show([poll('a'), poll('b')], 'a');
  const said = new Set<string>();
  const hear = async () => {
    await settle(6_000);
    const regions = [...document.querySelectorAll('[role=status]')].map((each) => each.textContent!.trim());
    for (const words of regions) if (words.includes('Question a?')) said.add(words.replace(/[\u2068\u2069]/g, ''));
  };
  await hear();
  for (const answers of [1, 2, 3]) {
    const { tally, ...rest } = open('a');
    becomes({ ...rest, tally: { ...tally!, version: answers, answers, voted: answers } } as OrganiserPoll);
    await hear();
  }
  becomes(poll('a', { state: 'locked', hasVotes: true }));
  await hear();
  expect([...said]).toEqual([
    'Question a? Not opened yet.',
    'Question a? Open for voting.',
    'Question a? Voting locked.',
  ]);
});

test('the focus stays near: at the end of the run order, and where questions close', async () => {
  show([open('a')], 'a', [qa({})]);
  await settle();
  const focus = () => document.activeElement;
  (main() as HTMLElement).focus();
  becomes(poll('a', { state: 'locked', hasVotes: true, results: 'everyone' }));
  await settle();
  expect(main().tagName).toBe('P');
  expect(focus()?.getAttribute('aria-label')).toBe('Next step');
  const chip = document.querySelector<HTMLElement>('.end > [aria-expanded]')!;
  chip.focus();
  chip.click();
  await settle();
  document.querySelector<HTMLElement>('.cross')!.focus();
  (document.activeElement as HTMLElement).click();
  await settle();
  expect(focus()).toBe(chip);
});

test('E13: a press by pointer leaves no focus that the next key would press', async () => {
  show([open('a'), poll('b')], 'a', [qa({})]);
  await settle();
  const presses = [...document.querySelectorAll<HTMLElement>('[data-place] button')].map((button) => {
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    button.dispatchEvent(down);
    return [button.textContent?.trim(), down.defaultPrevented];
  });
  expect(presses.length).toBeGreaterThan(10);
  expect(presses.filter(([, kept]) => !kept)).toEqual([]);
});

test('says what opening locks', async () => {
  show([poll('a'), open('b')], 'a');
  await settle();
  expect(text()).toContain('Opening this locks “Question b?”');
});

test('numbers of what is on stage, its place, and who sees the result', async () => {
  show([open('a'), poll('b')], 'a');
  await settle();
  expect([...document.querySelectorAll('.now dl div')].map((each) => each.textContent!.trim())).toEqual([
    'voted, of 20 connected 13',
    'not yet 7',
    'abstained 1',
  ]);
  expect(text()).toContain('1 of 2');
  expect(text()).toContain('Result on stage, not on phones');
  line.say({ room: { ...line.state!.room, activity: 'b' } });
  flushSync();
  expect([...document.querySelectorAll('.now dd')].map((each) => each.textContent)).toEqual(['–', '–', '–']);
});

test('notes of what is on stage are asked for and shown', async () => {
  show([poll('a'), poll('b')], 'a');
  let written = 'Notes';
  line.answers.getNotes = ({ activity }) => ({ type: 'notes', ref: 1, activity, notes: `${written} of ${activity}` });
  line.say({ runOrder: [poll('a', { rev: 4 }), poll('b')] });
  await settle();
  expect(text()).toContain('Notes of a');
  line.say({ room: { ...line.state!.room, activity: 'b' } });
  await settle();
  expect(text()).toContain('Notes of b');
  written = 'Other notes';
  becomes(poll('b', { rev: 4 }));
  await settle();
  expect(text()).toContain('Other notes of b');
});

test('E1: questions at hand say whether they are on stage, and come there from the desk', async () => {
  const live = { n: 3, text: 'Why?', up: 4, minute: 1 };
  show([open('a')], 'a', [qa({ live } as never)]);
  await settle();
  document.querySelector<HTMLElement>('.end > [aria-expanded]')!.click();
  await settle();
  expect(text()).toContain('Being answered, not on stage');
  await key('u');
  await settle(0);
  expect(sent()).toEqual([{ type: 'setStage', room: 'room', view: 'activity', activity: 'qa' }]);
  line.say({ room: { ...line.state!.room, activity: 'qa' } });
  flushSync();
  expect(text()).toContain('Being answered, on stage');
  expect(text()).toContain('Questions on stage');
  await key('w');
  await settle(0);
  expect(sent().at(-1)).toMatchObject({ type: 'answeredQuestion', activity: 'qa', n: 3 });
});

test('sorting and a blank stage are for the room, and come back', async () => {
  show([open('a')], 'a');
  await settle();
  await key('o');
  await key('b');
  await settle(0);
  expect(sent()).toEqual([
    { type: 'arrangeStage', room: 'room', byResult: true },
    { type: 'setStage', room: 'room', view: 'blank', activity: null },
  ]);
  line.say({ room: { ...line.state!.room, view: 'blank', byResult: true } });
  flushSync();
  expect(text()).toContain('Stage is blank');
  expect(text()).toContain('Given order');
  expect(main().firstChild?.textContent).toBe('Show the question');
  await key('b');
  await settle(0);
  expect(sent().at(-1)).toEqual({ type: 'setStage', room: 'room', view: 'activity', activity: null });
});

test('a countdown on stage is two presses, and two take it off', async () => {
  show([poll('a')], 'a');
  const press = async (says: RegExp) => {
    const found = [...document.querySelectorAll<HTMLButtonElement>('.now .head button')];
    found.find((it) => says.test(it.textContent))!.click();
    await settle(0);
  };
  await press(/^Countdown/);
  await press(/^2 minutes/);
  expect(sent()).toEqual([{ type: 'arrangeStage', room: 'room', until: expect.any(Number) }]);
  const { until } = sent()[0] as { until: number };
  expect(Math.abs(until - Date.now() - 120_000)).toBeLessThan(2_000);
  line.say({ room: { ...line.state!.room, until } });
  await settle(1_000);
  expect(document.querySelector('.now .head')!.textContent).toMatch(/Countdown 1:5\d/);
  await press(/^Countdown/);
  await press(/^Take it off/);
  expect(sent().at(-1)).toEqual({ type: 'arrangeStage', room: 'room', until: null });
});
