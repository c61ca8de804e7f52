// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { Router } from '../router.svelte.ts';
import EventPage from './EventPage.svelte';
import { FakeLine, open, poll, presents, session } from './fakes.svelte.ts';
import { editors } from './kinds.ts';
import { LastPlace } from './places.ts';

let page: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  localStorage.clear();
  if (page) await unmount(page);
  document.body.innerHTML = '';
});

function show(role: 'organiser' | 'moderator' | 'presenter', may?: string[], place = ''): FakeLine {
  history.replaceState(null, '', `/organiser/events/event${place}`);
  const line = new FakeLine([open('a'), poll('b')]);
  line.say({ room: { ...line.state!.room, view: 'activity', activity: 'a' } });
  if (may) line.welcome(role, may);
  page = mount(EventPage, {
    target: document.body,
    props: { event: 'event', line, session: session(), router: new Router() },
  });
  flushSync();
  return line;
}
const buttons = () =>
  [...document.querySelectorAll('main button, header button, header a, section button')]
    .map((each) => each.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    .join(' | ');
const key = (name: string) => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  flushSync();
};

const places = () => [...document.querySelectorAll('nav[aria-label="Places"] a')].map((a) => a.firstChild?.textContent);

test('an organiser finds everything', async () => {
  editors.load();
  await eventually('the forms are here', () => editors.module);
  show('organiser');
  expect(places()).toEqual(['Prepare', 'Run', 'Moderate', 'Results']);
  for (const name of ['Duplicate', 'Delete…', '+ Add', 'People', 'Settings', 'Share', 'Move down']) {
    const labels = [...document.querySelectorAll('[aria-label]')].map((e) => e.getAttribute('aria-label'));
    expect([buttons(), ...labels].join(' | ')).toContain(name);
  }
  key('2');
  expect(location.pathname).toBe('/organiser/events/event/run');
  expect(buttons()).toContain('Lock voting');
  key('1');
  expect(buttons()).not.toContain('Lock voting');
});

test('an organiser takes home results, questions and the event itself', () => {
  const line = show('organiser', undefined, '/results');
  const files = Object.fromEntries(
    [...document.querySelectorAll<HTMLAnchorElement>('a[download]')].map((a) => [
      a.textContent,
      a.getAttribute('href'),
    ]),
  );
  const path = `/api/v1/events/${line.state!.event.id}`;
  expect(files).toMatchObject({
    'Workbook (XLSX)': `${path}/results.xlsx`,
    'Event file': `${path}/export.json`,
    'Questions (CSV)': `${path}/questions.csv`,
    'Questions (JSON)': `${path}/questions.json`,
    'Questions the room saw (CSV)': `${path}/questions.csv?public`,
  });
});

test('a presenter lands in Run, and is offered nothing else', () => {
  const line = show('presenter', presents, '/prepare');
  expect(places()).toEqual(['Run']);
  expect(location.pathname).toBe('/organiser/events/event/run');
  expect(buttons()).toContain('Lock voting');
  for (const name of ['Edit', 'Delete', 'Duplicate', '+ Add', 'People', 'Settings', 'Finalise', 'Reset']) {
    expect(buttons()).not.toContain(name);
  }
  for (const name of ['n', 'e', '1', '3', '4']) key(name);
  expect(document.querySelector('dialog[open]')).toBeNull();
  expect(location.pathname).toBe('/organiser/events/event/run');
  key('s');
  expect(line.sent.map(({ type }) => type)).toEqual(['lockActivity']);
});

test('a moderator lands in Moderate, and sees nothing of the polls', () => {
  const line = show('moderator', ['watchQueue', 'moderateQuestions'], '/run');
  expect(places()).toEqual(['Moderate']);
  expect(location.pathname).toBe('/organiser/events/event/moderate');
  expect(document.body.textContent).not.toContain('Question a?');
  for (const name of ['s', ' ', 'j', 'v', '2']) key(name);
  expect(line.sent.filter(({ type }) => type !== 'watchQueue' && type !== 'getQueue')).toEqual([]);
});

test('in Moderate, that there is no connection is said in one place', () => {
  const line = show('moderator', ['watchQueue', 'moderateQuestions'], '/moderate');
  line.status = { kind: 'offline' };
  flushSync();
  const said = [...document.querySelectorAll('main strong')].map((each) => each.textContent);
  expect(said).toEqual(['No connection.']);
});

test('the place remembers, each event for itself', () => {
  show('organiser', undefined, '/results');
  expect(JSON.parse(localStorage.getItem('plenary.places')!)).toEqual([['event', 'results']]);
  expect(new LastPlace(localStorage, 'event').get()).toBe('results');
  expect(new LastPlace(localStorage, 'other').get()).toBeNull();
});

test('who was taken off sees nothing of the event any more', () => {
  const line = show('presenter', presents);
  line.status = {
    kind: 'refused',
    code: 4010,
    name: 'notStaff',
    message: 'You do not help run this event or room (any more). Ask one of its organisers.',
  };
  flushSync();
  expect(document.body.textContent).toContain('You do not help run this event');
  expect(document.body.textContent).not.toContain('Question a?');
});
