// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QueueItem } from '../../protocol/messages.gen.ts';
import EventPage from '../event/EventPage.svelte';
import { FakeLine, poll, session } from '../event/fakes.svelte.ts';
import { Router } from '../router.svelte.ts';
import { FakeQueue, question } from './fakes.ts';

let page: ReturnType<typeof mount> | null = null;
let line: FakeLine;
let server: FakeQueue;

async function show(items: QueueItem[], settings: ConstructorParameters<typeof FakeQueue>[2] = {}) {
  line = new FakeLine([poll('a')]);
  server = new FakeQueue(line, items, settings);
  page = mount(EventPage, { target: document.body, props: { event: 'event', line, session: session(), router: new Router() } });
  await settle();
}
beforeEach(() => localStorage.clear());
afterEach(async () => {
  if (page) await unmount(page);
  page = null;
  document.body.innerHTML = '';
});

async function settle() {
  for (let round = 0; round < 3; round++) await new Promise((done) => setTimeout(done));
  await tick();
  flushSync();
}
const column = () => document.querySelector<HTMLElement>('[data-column="questions"]')!;
const text = () => column().textContent?.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ') ?? '';
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-question]')].map((row) => row.dataset['question']);
const at = () => (document.activeElement as HTMLElement).dataset['question'];
async function key(...names: string[]) {
  for (const name of names) {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    await settle();
  }
}
async function click(name: string | RegExp) {
  const all = [...document.querySelectorAll('button')];
  const found = all.find((b) => (typeof name === 'string' ? b.textContent?.trim().startsWith(name) : name.test(b.textContent ?? '')));
  if (!found) throw new Error(`No button ${name} among ${all.map((b) => b.textContent).join(' | ')}`);
  found.click();
  await settle();
}
const acts = () => line.sent.filter(({ type }) => type !== 'watchQueue' && type !== 'getQueue');
const three = () => ['a', 'b', 'c'].map((id, index) => question(id, { asked: 30_211_440 + index }));

describe('going through the queue by keys', () => {
  test('2 leads there, approving hands the focus to the next, 1 leads back', async () => {
    await show(three());
    expect(rows()).toEqual(['a', 'b', 'c']);
    await key('2');
    expect(at()).toBe('a');
    await key('a');
    expect(acts()).toEqual([{ type: 'moderateQuestions', activity: 'qa', items: [{ id: 'a', rev: 1 }], act: { kind: 'approve' } }]);
    expect([rows(), at()]).toEqual([['b', 'c'], 'b']);
    await key('j', 'a');
    expect([rows(), at()]).toEqual([['b'], 'b']);
    await key('1');
    expect(document.activeElement?.hasAttribute('data-poll')).toBe(true);
    await key('s');
    expect(acts().at(-1)).toMatchObject({ type: 'openPoll' });
  });

  test('quick keys never act twice on the same question while the answer is on its way', async () => {
    await show(three());
    await key('2');
    server.held = true;
    await key('a', 'a', 'a', 'a');
    expect(acts().map((act) => 'items' in act && act.items[0]!.id)).toEqual(['a', 'b', 'c']);
    expect(text()).toContain('No questions are waiting.');
    server.release();
    await settle();
    expect(text()).toContain('Published · 3');
  });

  test('keys of the polls do nothing there, and letters may be turned off', async () => {
    await show(three());
    await key('2', 's', 'n', 'e');
    expect(acts()).toEqual([]);
    localStorage.setItem('plenary.keys', 'off');
    await key('a');
    expect(acts()).toEqual([]);
    await key('ArrowDown');
    expect(at()).toBe('b');
  });

  test('declining asks for the reason, tells who reads it, and Escape gives up', async () => {
    await show(three());
    await key('2', 'd');
    expect(text()).toContain('The asker sees the reason and your note.');
    await key('Escape');
    expect(at()).toBe('a');
    await key('d', '2');
    expect(acts()).toMatchObject([{ items: [{ id: 'a' }], act: { kind: 'decline', reason: 'abusive', note: null } }]);
    expect([rows(), at()]).toEqual([['b', 'c'], 'b']);
  });

  test('merging offers the likeliest one, or any other by J and K; undone by U', async () => {
    await show([...three(), question('d', { asked: 30_211_450, like: ['b'] })]);
    await key('2', 'End', 'm');
    expect(text()).toContain('into, which looks alike');
    await key('Enter');
    expect(acts()).toMatchObject([{ type: 'mergeQuestion', id: 'd', rev: 1, into: 'b' }]);
    expect(text()).toContain('1 question is merged into this');
    await key('u');
    expect(acts().at(-1)).toMatchObject({ type: 'unmergeQuestion', id: 'd', rev: 2 });
    expect(rows()).toContain('d');
    await key('Home', 'm', 'j', 'j', 'Enter');
    expect(acts().at(-1)).toMatchObject({ type: 'mergeQuestion', id: 'a', into: 'c' });
  });

  test('undo puts back what was declined, but not what somebody else has changed since', async () => {
    await show(three());
    await key('2', 'd', '1', 'u');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'a', rev: 2 }], act: { kind: 'restore' } });
    expect(rows()).toEqual(['a', 'b', 'c']);
    await key('Home', 'd', '1');
    server.put({ ...server.items.get('a')!, rev: 9 });
    await settle();
    await key('u');
    expect(text()).toContain('Another moderator has changed it since');
    expect(acts()).toHaveLength(3);
  });

  test('what was approved is only taken back with a reason', async () => {
    await show(three());
    await key('2', 'a', 'u');
    expect(text()).toContain('Decline “Question a?”');
    await key('5');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'a', rev: 2 }], act: { kind: 'decline', reason: 'notAQuestion' } });
  });

  test('several at once', async () => {
    await show(three());
    await key('2', ' ', 'j', ' ');
    expect(text()).toContain('2 selected');
    await key('a');
    expect(acts()).toMatchObject([{ items: [{ id: 'a' }, { id: 'b' }] }]);
    expect([rows(), at()]).toEqual([['c'], 'c']);
  });
});

describe('dialogs', () => {
  async function write(label: string, value: string) {
    const field = [...document.querySelectorAll('label')].find((each) => each.textContent === label)!;
    const control = document.getElementById(field.htmlFor) as HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  }

  test('labels of several, a new one and one that is taken off', async () => {
    await show([question('a', { labels: ['pay'] }), question('b', { labels: ['pay', 'board'] })]);
    await key('2', ' ', 'j', ' ', 'l');
    document.querySelector<HTMLInputElement>('dialog[open] input[type="checkbox"][checked], dialog[open] fieldset input:checked')!.click();
    await write('New label', 'job share');
    await click('Save labels');
    expect(acts()).toMatchObject([{ items: [{ id: 'a' }, { id: 'b' }], act: { kind: 'label', add: ['job share'], remove: ['pay'] } }]);
    expect(server.items.get('b')!.labels).toEqual(['board', 'job share']);
  });

  test('an answer in writing stays in its box when it is refused', async () => {
    await show([question('a', { state: 'published', n: 1 })]);
    await click('Published · 1');
    await key('2', 'r');
    await click('Publish the answer');
    expect(document.body.textContent).toContain('Write the answer.');
    await write('Answer', 'Yes, from April.');
    server.items.set('a', question('a', { state: 'published', n: 1, rev: 2 }));
    await click('Publish the answer');
    expect(document.querySelector('dialog[open]')?.textContent).toContain('Somebody else changed this just now.');
    expect(document.querySelector<HTMLTextAreaElement>('dialog[open] textarea')?.value).toBe('Yes, from April.');
    server.put(question('a', { state: 'published', n: 1, rev: 3 }));
    await settle();
    await click('Publish the answer');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'a', rev: 3 }], act: { kind: 'answer', text: 'Yes, from April.' } });
    expect(document.querySelector('dialog[open]')).toBeNull();
  });

  test('erasing takes a second press', async () => {
    await show(three());
    await key('2');
    await click(/^More\s/);
    await click('Erase…');
    expect(acts()).toEqual([]);
    await click('Erase for good');
    expect(acts()).toEqual([{ type: 'eraseQuestion', activity: 'qa', id: 'a', rev: 1 }]);
    expect(text()).toContain('The text was erased.');
  });

  test('settings are saved whole; ending questions takes a second press', async () => {
    await show([]);
    await click(/^Settings\s?of questions/);
    await write('Questions per person', '3');
    await click('Save');
    expect(acts()).toMatchObject([{ type: 'editQuestions', room: 'room', rev: 1, settings: { perPerson: 3, maxLength: 300, state: 'open' } }]);
    await click(/^Settings\s?of questions/);
    await click('Delete all questions…');
    expect(acts()).toHaveLength(1);
    await click(/^Delete all questions$/);
    expect(acts().at(-1)).toEqual({ type: 'resetQuestions', activity: 'qa', rev: 1 });
  });
});

describe('two moderators', () => {
  test('a refusal brings the question back and says why', async () => {
    await show(three());
    await key('2');
    server.items.set('a', question('a', { rev: 5 }));
    await key('a');
    expect(text()).toContain('Nothing was changed. Somebody else changed this just now.');
    expect(rows()).toEqual(['a', 'b', 'c']);
  });

  test('see each other’s hands, and are told what became of the question they were at', async () => {
    await show(three());
    await key('2');
    expect(line.told).toEqual([{ type: 'holdQuestion', activity: 'qa', id: 'a' }]);
    server.say({ hand: 'own', who: 'Me', id: 'a' }, { hand: 'other', who: 'Second moderator', id: 'a' });
    await settle();
    expect(text()).toContain('Second moderator is here');
    expect(text()).not.toContain('Me is here');
    server.put(question('a', { rev: 2, state: 'declined', reason: 'other' }));
    await settle();
    expect(text()).toContain('Second moderator declined this just now: “Question a?”');
    expect(at()).toBe('b');
  });

  test('a lost frame leads to a fresh head, and to what was missed', async () => {
    await show(three());
    server.lose(question('a', { rev: 2, state: 'published', n: 1 }));
    server.put(question('d', { asked: 30_211_460 }));
    await settle();
    expect(rows()).toEqual(['b', 'c', 'd']);
    expect(text()).toContain('Waiting · 3');
  });
});

describe('what is shown', () => {
  test('marks, who and when in the event’s time zone', async () => {
    await show([question('a', { name: 'Given name', text: 'A?' }), question('b', { like: ['a'], abusive: true, lang: 'cy', text: 'B?' })]);
    expect(text()).toContain('Given name');
    expect(text()).toMatch(/\d\d:\d\d anonymous like the one above may be abusive Welsh/);
    expect(document.querySelector('[data-question="b"]')?.getAttribute('lang')).toBe('cy');
  });

  test('hostile words stay words', async () => {
    await show([question('a', { text: '<img src=x onerror=alert(1)>', name: '<b>x</b>', labels: ['<i>'] })]);
    expect(document.querySelector('[data-question]')?.textContent?.trim()).toBe('<img src=x onerror=alert(1)>');
    expect(column().querySelector('img, i')).toBeNull();
  });

  test('new ones come last, and nothing moves under the hand', async () => {
    await show(three());
    await key('2', 'j');
    server.put(question('d', { asked: 30_211_441 }));
    await settle();
    expect([rows(), at()]).toEqual([['a', 'b', 'd', 'c'], 'b']);
  });

  test('pages come as one goes on', async () => {
    await show(Array.from({ length: 120 }, (_, index) => question(`q${index}`, { asked: 30_211_440 + index })));
    expect(rows()).toHaveLength(50);
    await click('Show more');
    expect(rows()).toHaveLength(100);
    await key('2', 'End');
    await settle();
    expect(rows()).toHaveLength(120);
  });

  test('tabs, with the live question among the published', async () => {
    await show([question('a'), question('b', { state: 'published', n: 1, up: 3 }), question('c', { state: 'live', n: 2, up: 1 })]);
    await click('Published · 2');
    expect(rows()).toEqual(['c', 'b']);
    expect(text()).toContain('Being answered now');
    await key('2', 'j', 'w');
    expect(acts()).toEqual([{ type: 'answeredQuestion', activity: 'qa', n: 1 }]);
    expect(text()).toContain('Answered · 1');
  });

  test('questions are off at first and are turned on with one press', async () => {
    await show([], { state: 'draft' });
    expect(text()).toContain('Let the room ask.');
    await click('Turn questions on');
    expect(acts()).toMatchObject([{ type: 'editQuestions', room: 'room', rev: 1, settings: { state: 'open', check: 'before' } }]);
  });

  test('asking is switched off, and reading first as well', async () => {
    await show([]);
    document.querySelector<HTMLElement>('[role="switch"]')!.click();
    await settle();
    expect(acts()).toEqual([{ type: 'setAsking', activity: 'qa', rev: 1, asking: false, check: 'before' }]);
    expect(text()).toContain('Nobody can ask now. Upvotes still count.');
  });

  test('without a connection everything waits', async () => {
    await show(three());
    await key('2');
    line.status = { kind: 'offline' };
    flushSync();
    await key('a', 'd');
    expect(acts()).toEqual([]);
    expect(text()).toContain('No connection.');
  });
});
