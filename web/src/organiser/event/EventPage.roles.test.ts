// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { Router } from '../router.svelte.ts';
import EventPage from './EventPage.svelte';
import { FakeLine, open, poll, presents, session } from './fakes.svelte.ts';

let page: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  document.body.innerHTML = '';
});

function show(role: 'organiser' | 'moderator' | 'presenter', may?: string[]): FakeLine {
  const line = new FakeLine([open('a'), poll('b')]);
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

test('an organiser finds everything', () => {
  show('organiser');
  for (const name of [
    'Lock voting',
    'Edit',
    'Delete…',
    '+ Add',
    'People',
    'Settings',
    'Export',
    'Remote',
    'Move down',
  ]) {
    const labels = [...document.querySelectorAll('[aria-label]')].map((e) => e.getAttribute('aria-label'));
    expect([buttons(), ...labels].join(' | ')).toContain(name);
  }
});

test('an organiser takes home results, questions and the event itself', () => {
  const line = show('organiser');
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

test('a presenter runs polls and finds the links of the room, and is offered nothing else', () => {
  const line = show('presenter', presents);
  expect(buttons()).toContain('Lock voting');
  expect(buttons()).toContain('Everyone');
  for (const name of [
    'Edit',
    'Delete',
    'Duplicate',
    '+ Add',
    'People',
    'Settings',
    'Export',
    'Finalise',
    'Reset',
    'Replace',
  ]) {
    expect(buttons()).not.toContain(name);
  }
  for (const name of ['Remote', 'Open stage']) expect(buttons()).toContain(name);
  expect(document.querySelector('[aria-label="Move down"]')).toBeNull();
  key('n');
  key('e');
  expect(document.querySelector('dialog[open]')).toBeNull();
  key('s');
  expect(line.sent.map(({ type }) => type)).toEqual(['lockActivity']);
});

test('a moderator sees the polls and leaves them alone', () => {
  const line = show('moderator', ['moderateQuestions']);
  expect(buttons()).not.toContain('Lock voting');
  for (const name of ['Everyone', 'Remote', 'Open stage']) expect(buttons()).not.toContain(name);
  for (const name of ['s', ' ', 'q', 'Enter']) key(name);
  expect(line.sent).toEqual([]);
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
