// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { question } from './fakes.ts';
import { acts, at, click, enter, key, rows, server, settle, show, text, three } from './testing.ts';

describe('going through the queue by keys', () => {
  test('keys work from anywhere on the page, and approving hands the focus to the next', async () => {
    await show(three());
    expect(rows()).toEqual(['a', 'b', 'c']);
    await enter();
    expect(at()).toBe('a');
    await key('a');
    expect(acts()).toEqual([
      { type: 'moderateQuestions', activity: 'qa', items: [{ id: 'a', rev: 1 }], act: { kind: 'approve' } },
    ]);
    expect([rows(), at()]).toEqual([['b', 'c'], 'b']);
    await key('j', 'a');
    expect([rows(), at()]).toEqual([['b'], 'b']);
    (document.activeElement as HTMLElement).blur();
    await key('j');
    expect(at()).toBe('b');
  });

  test('quick keys never act twice on the same question while the answer is on its way', async () => {
    await show(three());
    await enter();
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
    await enter();
    await key('s', 'n', 'e');
    expect(acts()).toEqual([]);
    localStorage.setItem('plenary.keys', 'off');
    await key('a');
    expect(acts()).toEqual([]);
    await key('ArrowDown');
    expect(at()).toBe('b');
  });

  test('declining asks for the reason, tells who reads it, and Escape gives up', async () => {
    await show(three());
    await enter();
    await key('d');
    expect(text()).toContain('The asker sees the reason and your note.');
    await key('Escape');
    expect(at()).toBe('a');
    await key('d', '2');
    expect(acts()).toMatchObject([{ items: [{ id: 'a' }], act: { kind: 'decline', reason: 'abusive', note: null } }]);
    expect([rows(), at()]).toEqual([['b', 'c'], 'b']);
  });

  test('merging offers the likeliest one, or any other by J and K; undone by U', async () => {
    await show([...three(), question('d', { asked: 30_211_450, like: ['b'] })]);
    await enter();
    await key('End', 'm');
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
    await enter();
    await key('d', '1', 'u');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'a', rev: 2 }], act: { kind: 'restore' } });
    expect(rows()).toEqual(['a', 'b', 'c']);
    await key('Home', 'd', '1');
    server.put({ ...server.items.get('a')!, rev: 9 });
    await settle();
    await key('u');
    expect(text()).toContain('Another moderator has changed it since');
    expect(acts()).toHaveLength(3);
  });

  test('undo of an approval asks nothing: the question waits again, where it was', async () => {
    await show(three());
    await enter();
    await key('a', 'u');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'a', rev: 2 }], act: { kind: 'unpublish' } });
    expect(rows()).toEqual(['a', 'b', 'c']);
    expect(text()).not.toContain('Decline “');
    await key('Home', 'a');
    expect(server.items.get('a')).toMatchObject({ state: 'published', n: 1 });
  });

  test('what one takes back oneself is not told as if somebody else had', async () => {
    await show(three());
    await enter();
    await key('a');
    await click('Published · 1');
    await enter();
    await key('u');
    expect(text()).toContain('No questions are published.');
    expect(text()).not.toContain('just now');
  });

  test('undo of publishing what was declined declines it again, each with its own reason and note', async () => {
    await show([
      question('a', { state: 'declined', reason: 'offTopic', note: 'Later.' }),
      question('b', { state: 'declined', reason: 'other' }),
    ]);
    await click('Declined · 2');
    await enter();
    await key(' ', 'j', ' ', 'a', 'u');
    expect(acts().slice(1)).toMatchObject([
      { items: [{ id: 'a', rev: 2 }], act: { kind: 'decline', reason: 'offTopic', note: 'Later.' } },
      { items: [{ id: 'b', rev: 2 }], act: { kind: 'decline', reason: 'other', note: null } },
    ]);
    expect(rows()).toHaveLength(2);
  });

  test('step by step back through what was done with the same question', async () => {
    await show(three());
    await enter();
    await key('d', '1', 'u');
    await key('Home', 'd', '2');
    server.put({ ...server.items.get('b')!, rev: 2 });
    await key('u');
    expect([server.items.get('a')!.state, text()]).toEqual([
      'waiting',
      expect.not.stringContaining('Another moderator'),
    ]);
    await key('Home', 'a');
    await click('Published · 1');
    await enter();
    await key('d', '1', 'u', 'u');
    expect(server.items.get('a')).toMatchObject({ state: 'waiting', n: 1 });
  });

  test('undo pressed before the answer to the last act is there waits for it, and takes that one back', async () => {
    await show(three());
    await enter();
    await key('d', '1');
    expect(server.items.get('a')!.state).toBe('declined');
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }));
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true, cancelable: true }));
    await settle();
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'b', rev: 2 }], act: { kind: 'unpublish' } });
    expect(server.items.get('a')!.state).toBe('declined');
  });

  test('several at once', async () => {
    await show(three());
    await enter();
    await key(' ', 'j', ' ');
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
    await enter();
    await key(' ', 'j', ' ', 'l');
    document
      .querySelector<HTMLInputElement>(
        'dialog[open] input[type="checkbox"][checked], dialog[open] fieldset input:checked',
      )!
      .click();
    await write('New label', 'job share');
    await click('Save labels');
    expect(acts()).toMatchObject([
      { items: [{ id: 'a' }, { id: 'b' }], act: { kind: 'label', add: ['job share'], remove: ['pay'] } },
    ]);
    expect(server.items.get('b')!.labels).toEqual(['board', 'job share']);
  });

  test('an answer in writing stays in its box when it is refused', async () => {
    await show([question('a', { state: 'published', n: 1 })]);
    await click('Published · 1');
    await enter();
    await key('r');
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
    expect(acts().at(-1)).toMatchObject({
      items: [{ id: 'a', rev: 3 }],
      act: { kind: 'answer', text: 'Yes, from April.' },
    });
    expect(document.querySelector('dialog[open]')).toBeNull();
  });

  test('erasing takes a second press', async () => {
    await show(three());
    await enter();
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
    expect(acts()).toMatchObject([
      { type: 'editQuestions', room: 'room', rev: 1, settings: { perPerson: 3, maxLength: 300, state: 'open' } },
    ]);
    await click(/^Settings\s?of questions/);
    await click('Delete all questions…');
    expect(acts()).toHaveLength(1);
    await click(/^Delete all questions$/);
    expect(acts().at(-1)).toEqual({ type: 'resetActivity', activity: 'qa', rev: 1 });
  });
});
