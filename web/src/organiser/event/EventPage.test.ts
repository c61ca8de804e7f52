// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandError } from '../../protocol/commands.ts';
import type { OrganiserPoll } from '../../protocol/messages.gen.ts';
import { OLDER } from '../../ui/older.ts';
import { Router } from '../router.svelte.ts';
import EventPage from './EventPage.svelte';
import { eventually } from '../../eventually.ts';
import { FakeLine, open, poll, session } from './fakes.svelte.ts';
import { editors } from './kinds.ts';

let page: ReturnType<typeof mount> | null = null;
let line: FakeLine;
let signedIn = session();

function show(polls: OrganiserPoll[], place = 'prepare') {
  history.replaceState(null, '', `/organiser/events/event/${place}`);
  line = new FakeLine(polls);
  signedIn = session();
  page = mount(EventPage, {
    target: document.body,
    props: { event: 'event', line, session: signedIn, router: new Router() },
  });
  flushSync();
}
beforeEach(async () => {
  editors.load();
  await eventually('the forms are here', () => editors.module);
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(async () => {
  if (page) await unmount(page);
  page = null;
  document.body.innerHTML = '';
});

const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
const button = (name: string | RegExp): HTMLButtonElement => {
  const all = [...document.querySelectorAll('button')];
  const found = all.find((b) =>
    typeof name === 'string' ? b.textContent?.includes(name) : name.test(b.textContent ?? ''),
  );
  if (!found) throw new Error(`No button ${name} among ${all.map((b) => b.textContent).join(' | ')}`);
  return found;
};
/** In Run, with this one on stage. */
function run(polls: OrganiserPoll[], activity: string) {
  show(polls, 'run');
  line.say({ room: { ...line.state!.room, view: 'activity', activity } });
  flushSync();
}
async function settle() {
  await new Promise((done) => setTimeout(done));
  await tick();
  flushSync();
}
const click = async (name: string | RegExp) => (button(name).click(), settle());
async function key(name: string, more: KeyboardEventInit = {}) {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
  );
  await settle();
}
async function write(label: string, value: string) {
  const field = [...document.querySelectorAll('label')].find((l) => l.textContent === label);
  const control = (
    field ? document.getElementById(field.htmlFor) : document.querySelector(`[aria-label="${label}"]`)
  ) as HTMLInputElement;
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

describe('the page of an event', () => {
  test('selects what runs, and says numbers and base', () => {
    show([poll('a'), open('b')]);
    expect(document.querySelector('[data-activity][aria-current="true"]')?.getAttribute('data-activity')).toBe('b');
    expect([...document.querySelectorAll('dl .card')].map((card) => card.textContent?.trim())).toEqual([
      'connected 20',
      'voted 13',
      'abstained 1',
      'came too late 2',
    ]);
    expect(text()).toContain('Percentages of the 12 people who voted.');
    expect(text()).toContain('The stage shows these results, phones do not.');
  });

  test('keys and buttons send commands with the revision that was seen', async () => {
    run([poll('a'), open('b')], 'b');
    await key('s');
    await key('v');
    await key('j');
    await key('ArrowLeft');
    expect(line.sent).toEqual([
      { type: 'lockActivity', activity: 'b', rev: 3 },
      { type: 'showResults', activity: 'b', rev: 3, results: 'hidden' },
      { type: 'setStage', room: 'room', view: 'join', activity: null },
      { type: 'setStage', room: 'room', view: 'activity', activity: 'a' },
    ]);
  });

  test('E3: the selection does not move by itself, also when what was selected is deleted', async () => {
    show([poll('a'), open('b')]);
    line.say({ runOrder: [poll('a', { state: 'open' }), { ...open('b'), state: 'locked' }] });
    flushSync();
    expect(document.querySelector('[data-activity][aria-current="true"]')?.getAttribute('data-activity')).toBe('b');
    line.say({ runOrder: [poll('a')] });
    flushSync();
    expect(document.querySelector('[data-activity][aria-current="true"]')).toBeNull();
  });

  test('moves by keys at once, and back when it is refused', async () => {
    show([poll('a'), poll('b'), poll('c')]);
    await key('ArrowDown', { altKey: true });
    expect(line.sent).toEqual([{ type: 'moveActivity', activity: 'a', after: 'b' }]);
    const order = () =>
      [...document.querySelectorAll('[data-activity]')].map((item) => item.getAttribute('data-activity'));
    expect(order()).toEqual(['b', 'a', 'c']);
    expect(text()).toContain('Moved to place 2 of 3.');
    line.say({ runOrder: [poll('c'), poll('b'), poll('a')] });
    flushSync();
    expect(order()).toEqual(['c', 'b', 'a']);
    line.answer = new CommandError('conflict', 'Somebody else changed this just now.');
    await key('ArrowUp', { altKey: true });
    expect(order()).toEqual(['c', 'b', 'a']);
    expect(text()).toContain('Nothing was changed. Somebody else changed this just now.');
  });

  test('keeps its state without a connection, and the buttons wait', async () => {
    run([open('b')], 'b');
    line.status = { kind: 'offline' };
    flushSync();
    expect(text()).toContain('No connection. The page reconnects by itself.');
    expect(text()).toContain('Question b?');
    expect(button('Lock voting').getAttribute('aria-disabled')).toBe('true');
    await click('Lock voting');
    await key('s');
    expect(line.sent).toEqual([]);
  });

  test('asks to sign in again when the session has ended, and goes on after it', async () => {
    run([open('b')], 'b');
    line.answer = new CommandError('notSignedIn', 'Sign in to do this.');
    await key('s');
    expect(signedIn.expired).toBe(true);
    expect(text()).toContain('You are signed out. Sign in again to go on.');
    expect(text()).toContain('Question b?');
    line.status = { kind: 'refused', code: 4005, name: 'signedOut', message: 'You were signed out.' };
    flushSync();
    signedIn.expired = false;
    flushSync();
    expect(line.status.kind).toBe('live');
  });

  test('says that votes wait while the store is away', () => {
    show([open('b')]);
    line.say({ store: 'away' });
    flushSync();
    expect(text()).toContain('Votes wait on the phones');
  });

  test('O6 says why the store is away, and what to do', () => {
    show([open('b')]);
    line.say({ store: 'away', storeReason: 'The disk of the data folder is full. Make room on it.' });
    flushSync();
    expect(text()).toContain('The disk of the data folder is full. Make room on it.');
  });

  test('O15 says of which copy of the store a final poll is not erased yet', () => {
    show([poll('b', { state: 'final' })]);
    expect(text()).toContain('is being destroyed');
    line.say({ storeReason: 'not yet erased on copy 10.0.0.3:6379 of the store.' });
    flushSync();
    expect(text()).toContain('Final, not yet erased on copy 10.0.0.3:6379 of the store.');
  });

  test('O15 offers a kind that not all servers know as one that cannot be made yet, and says why', async () => {
    show([]);
    line.say({ withheld: ['poll', 'ranking'] });
    await click('Add the first…');
    const radio = (kind: string) => document.querySelector<HTMLInputElement>(`input[value="${kind}"]`)!;
    expect([radio('poll').disabled, radio('ranking').disabled, radio('number').disabled]).toEqual([true, true, false]);
    expect(radio('poll').checked, 'what cannot be made is not begun').toBe(false);
    expect(text()).toContain('Ranking: Not all servers know this kind yet');
    line.say({ withheld: [] });
    flushSync();
    expect(radio('ranking').disabled).toBe(false);
    expect(text()).not.toContain('Not all servers know');
  });

  test('a reset says how many votes go and needs a second press', async () => {
    show([open('b')]);
    await click('Reset…');
    expect(line.sent).toEqual([]);
    expect(text()).toContain('13 votes will be deleted.');
    await click('Delete 13 votes');
    expect(line.sent).toEqual([{ type: 'resetActivity', activity: 'b', rev: 3 }]);
  });

  test('a poll with votes is not edited but duplicated or reset', async () => {
    show([open('b')]);
    await key('e');
    expect(text()).toContain('This poll has votes');
    line.answer = { id: 'copy' };
    await click(/^Duplicate$/);
    expect(line.sent).toEqual([
      { type: 'duplicateActivity', activity: 'b', id: expect.stringMatching(/^[a-z0-9]{16,24}$/) },
    ]);
  });

  test('a key right after Escape counts, though the browser tells of the closed dialog a frame later', async () => {
    show([open('b')]);
    await click('Reset…');
    const closing = document.querySelector('dialog[open]')!;
    closing.removeAttribute('open');
    await key('?');
    const title = () => document.querySelector('dialog[open] h2')?.textContent;
    expect(title()).toBe('Keys');
    closing.dispatchEvent(new Event('close'));
    await settle();
    expect(title()).toBe('Keys');
  });

  test('does not listen to letters when they are turned off', async () => {
    run([open('b')], 'b');
    localStorage.setItem('plenary.keys', 'off');
    await key('s');
    expect(line.sent).toEqual([]);
    await key('?');
    expect(document.querySelector('dialog[open]')).toBeNull();
  });

  test('where they are turned off, the menu of the event turns them on again', async () => {
    run([open('b')], 'b');
    localStorage.setItem('plenary.keys', 'off');
    await click(/^Keys$/);
    expect(document.querySelector('dialog[open] h2')?.textContent).toBe('Keys');
    document.querySelector<HTMLElement>('dialog[open] input[type=checkbox]')!.click();
    document.querySelector('dialog[open]')!.removeAttribute('open');
    await key('s');
    expect(line.sent.map(({ type }) => type)).toEqual(['lockActivity']);
  });
});

describe('the editor', () => {
  test('makes a poll at the end', async () => {
    show([poll('a')]);
    await key('n');
    await write('Question', 'Should men be able to join the network?');
    await click('Add poll');
    expect(text()).toContain('Write at least two options.');
    expect(line.sent).toEqual([]);
    await write('Option 1', 'Yes');
    await write('Option 2', 'No');
    line.answer = { id: 'new' };
    await click('Add poll');
    expect(line.sent).toEqual([
      {
        type: 'createActivity',
        room: 'room',
        after: 'a',
        kind: 'poll',
        draft: {
          question: 'Should men be able to join the network?',
          options: [{ text: 'Yes' }, { text: 'No' }],
          maxChoices: 1,
          abstain: null,
          results: 'hidden',
        },
        id: expect.stringMatching(/^[a-z0-9]{16,24}$/),
      },
    ]);
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(sessionStorage.length).toBe(0);
  });

  test('keeps every word when the server refuses, the connection goes and another is looked at', async () => {
    show([poll('a'), poll('b')]);
    await key('e');
    await write('Question', 'My words?');
    line.answer = new CommandError('lost', 'The connection was lost.');
    await click(/^Save$/);
    expect(text()).toContain('Not saved. The connection was lost.');
    line.status = { kind: 'offline' };
    await settle();
    expect(text()).toContain('What you typed is kept');
    await click('Question b?');
    line.status = { kind: 'live' };
    await settle();
    expect(document.querySelector('textarea')?.value).toBe('Question b?');
    await click('Question a?');
    expect(document.querySelector('textarea')?.value).toBe('My words?');
  });

  test('says at once that another organiser changed it, shows the newest, and goes back', async () => {
    show([poll('a')]);
    await key('e');
    await write('Question', 'My words?');
    line.say({ runOrder: [poll('a', { rev: 4, question: 'Their words?' })] });
    await settle();
    expect(text()).toContain('Another organiser changed this poll just now.');
    expect(document.querySelector('textarea')?.value).toBe('My words?');
    await click('Look at the newest');
    expect(document.querySelector('textarea')?.value).toBe('Their words?');
    await click('Back to my text');
    expect(document.querySelector('textarea')?.value).toBe('My words?');
    await click(/^Save$/);
    expect(line.sent).toMatchObject([{ type: 'editActivity', rev: 4, kind: 'poll', draft: { question: 'My words?' } }]);
  });

  test.each([
    ['votes arrive', [poll('a', { state: 'open', hasVotes: true })], 'Votes are in.'],
    ['it is deleted', [], 'Another organiser deleted this poll.'],
  ])('saves as a copy when %s', async (_name, runOrder, said) => {
    show([poll('a')]);
    await key('e');
    await write('Question', 'My words?');
    line.say({ runOrder });
    await settle();
    expect(text()).toContain(said);
    await click('Save as a copy');
    expect(line.sent).toMatchObject([{ type: 'createActivity', kind: 'poll', draft: { question: 'My words?' } }]);
  });
});

test('what is newer than the page is said to be so, in the run order and beside it', async () => {
  const bell = { kind: 'bell', id: 'b', round: 1, rev: 1, state: 'open' } as never;
  show([bell, poll('a')]);
  expect(text()).toContain('This page is older than the event. Reload it to work with this activity.');
  for (const pressed of ['s', ' ', 'e']) await key(pressed);
  expect(line.sent).toEqual([]);
  expect(document.querySelector('dialog[open]')).toBeNull();
  await click('Question a?');
  line.say({ runOrder: [poll('a')], beside: [bell] });
  await settle();
  expect(text()).toContain(OLDER);
});
