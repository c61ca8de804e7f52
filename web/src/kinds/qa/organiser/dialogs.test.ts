// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { question } from './fakes.ts';
import { acts, again, click, enter, key, server, settle, show, text, three } from './testing.ts';

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
    await key('x', 'ArrowDown', 'x', 'l');
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
    await enter('a');
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

  test('E17: Escape in a written reply keeps it as a draft of this question, also over a reload', async () => {
    const two = () => ['a', 'b'].map((id, at) => question(id, { state: 'published', n: at + 1 }));
    await show(two());
    await enter('a');
    await key('r');
    await write('Answer', 'Yes, from');
    document.querySelector('dialog[open]')!.dispatchEvent(new Event('close'));
    await settle();
    expect(document.querySelector('dialog[open]')).toBeNull();
    await enter('b');
    await key('r');
    expect(document.querySelector<HTMLTextAreaElement>('dialog[open] textarea')?.value, 'another question').toBe('');
    await again(two());
    await enter('a');
    await key('r');
    expect(document.querySelector<HTMLTextAreaElement>('dialog[open] textarea')?.value).toBe('Yes, from');
    await click('Publish the answer');
    expect(server.items.get('a')).toMatchObject({ state: 'answered', answer: 'Yes, from' });
    expect(sessionStorage.length, 'what was sent is no draft').toBe(0);
  });

  test('E17: so are a note beside the reasons and a correction', async () => {
    await show(three());
    await enter('a');
    await key('d');
    const note = () => document.querySelector<HTMLInputElement>('[data-note]')!;
    note().value = 'Ask it';
    note().dispatchEvent(new Event('input', { bubbles: true }));
    await key('Escape');
    await enter('b');
    await key('d');
    expect(note().value).toBe('');
    await key('Escape');
    await enter('a');
    await key('d');
    expect(note().value).toBe('Ask it');
    await key('Escape');
    await enter('a');
    await key('e');
    await write('Question', 'Half');
    document.querySelector('dialog[open]')!.dispatchEvent(new Event('close'));
    await settle();
    await key('e');
    expect(document.querySelector<HTMLTextAreaElement>('dialog[open] textarea')?.value).toBe('Half');
  });

  test('E10: the spelling is corrected from the row, marked, and undone', async () => {
    await show([question('a', { text: 'Who pais?' })]);
    await enter();
    await key('e');
    await write('Question', 'Who pays?');
    await click('Save the correction');
    expect(acts()).toEqual([
      {
        type: 'moderateQuestions',
        activity: 'qa',
        items: [{ id: 'a', rev: 1 }],
        act: { kind: 'correct', text: 'Who pays?' },
      },
    ]);
    expect(text()).toContain('Edited');
    expect(text()).toContain('Asked as: Who pais?');
    await key('z');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'a', rev: 2 }], act: { kind: 'correct', text: 'Who pais?' } });
    expect(text()).not.toContain('Edited');
  });

  test('E10: two moderators at once do not overwrite each other’s correction', async () => {
    await show([question('a', { text: 'Who pais?' })]);
    await enter();
    await key('e');
    await write('Question', 'Who pays then?');
    server.put(question('a', { text: 'Who pays?', original: 'Who pais?', rev: 2, by: 'Second moderator' }));
    await settle();
    await click('Save the correction');
    expect(acts()).toEqual([]);
    expect(document.querySelector('dialog[open]')?.textContent).toContain('It reads now: Who pays?');
    await click('Save the correction');
    expect(acts()).toMatchObject([{ items: [{ id: 'a', rev: 2 }], act: { text: 'Who pays then?' } }]);
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
    await click('Settings of questions…');
    await write('Questions per person', '3');
    await click('Save');
    expect(acts()).toMatchObject([
      { type: 'editQuestions', room: 'room', rev: 1, settings: { perPerson: 3, maxLength: 300, state: 'open' } },
    ]);
    await click('Settings of questions…');
    await click('Delete all questions…');
    expect(acts()).toHaveLength(1);
    await click(/^Delete all questions$/);
    expect(acts().at(-1)).toEqual({ type: 'resetActivity', activity: 'qa', rev: 1 });
  });
});
