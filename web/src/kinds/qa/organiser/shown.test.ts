// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { beside as besideOf } from '../../../protocol/activity.ts';
import type { Command } from '../../../protocol/commands.ts';
import { thisMinute } from './ages.ts';
import { question } from './fakes.ts';
import {
  acts,
  at,
  beside,
  click,
  column,
  enter,
  key,
  line,
  rows,
  server,
  settle,
  show,
  text,
  three,
} from './testing.ts';

describe('two moderators', () => {
  test('a refusal brings the question back and says why', async () => {
    await show(three());
    await enter();
    server.items.set('a', question('a', { rev: 5 }));
    await key('a');
    expect(text()).toContain('Nothing was changed. Somebody else changed this just now.');
    expect(rows()).toEqual(['a', 'b', 'c']);
    server.put(question('a', { rev: 5, by: 'Second moderator', labels: ['pay'] }));
    await settle();
    expect(text()).toContain('Nothing was changed. Second moderator changed this just now.');
    await click('Close');
    expect(text()).not.toContain('Nothing was changed.');
  });

  test('see each other’s hands, and are told what became of the question they were at', async () => {
    await show(three());
    await enter();
    expect(line.told).toEqual([{ type: 'holdQuestion', activity: 'qa', id: 'a' }]);
    server.say({ hand: 'own', who: 'Me', id: 'a' }, { hand: 'other', who: 'Second moderator', id: 'a' });
    await settle();
    expect(text()).toContain('Second moderator is here');
    expect(text()).not.toContain('Me is here');
    server.put(question('a', { rev: 2, state: 'declined', reason: 'other', by: 'Third moderator' }));
    await settle();
    expect(text()).toContain('Third moderator declined this just now: “Question a?”');
    expect(at()).toBe('b');
  });

  test('a lost frame leads to a fresh head, and to what was missed', async () => {
    await show(three());
    server.lose(question('a', { rev: 2, state: 'published', n: 1 }));
    server.put(question('d', { asked: 30_211_460 }));
    await settle();
    expect([rows(), beside()]).toEqual([['b', 'c', 'd'], ['a']]);
  });

  test('what became of the question one was at is told also when the frame that said so was lost', async () => {
    await show(three());
    await enter();
    server.lose(question('a', { rev: 2, state: 'published', n: 1, by: 'Second moderator' }));
    server.put(question('d', { asked: 30_211_460 }));
    await settle();
    expect(text()).toContain('Second moderator published this just now: “Question a?”');
    expect(at()).toBe('b');
  });

  test('what was withdrawn while frames were missed is no more', async () => {
    await show(three());
    await enter('b');
    server.lose(question('b', { rev: 2, state: 'withdrawn' }));
    server.put(question('d', { asked: 30_211_460 }));
    await settle();
    expect([rows(), at()]).toEqual([['a', 'c', 'd'], 'c']);
    expect(text()).toContain('Somebody else changed this meanwhile: “Question b?”');
  });

  test('a fresh head leaves the hand where it was, also far down', async () => {
    await show(Array.from({ length: 120 }, (_, index) => question(`q${index}`, { asked: 30_211_440 + index })));
    await click('Show more');
    await enter('q70');
    server.lose(question('x', { state: 'published', n: 1 }));
    server.put(question('y', { asked: 30_211_900 }));
    await settle();
    expect([at(), rows().length]).toEqual(['q70', 120]);
    expect(text()).not.toContain('meanwhile');
  });

  test('the queue is asked for once, however often something else of the event changes', async () => {
    await show(three());
    const questions = besideOf(line.state, 'qa')!;
    for (let i = 0; i < 3; i++) line.say({ beside: [{ ...questions, rev: questions.rev + i }] });
    await settle();
    expect(line.sent.filter(({ type }) => type === 'watchQueue')).toHaveLength(1);
  });

  test('acts of one moderator on one question wait for each other; those on another question do not', async () => {
    await show(three());
    const { moderateQuestions } = line.answers;
    const answers: (() => void)[] = [];
    const run = line.run.bind(line);
    line.run = (async (command: Command) => {
      if (command.type === 'moderateQuestions') await new Promise<void>((done) => answers.push(done));
      return run(command);
    }) as never;
    expect(moderateQuestions).toBeDefined();
    await enter('a');
    await key('e');
    const field = document.querySelector<HTMLTextAreaElement>('dialog[open] textarea')!;
    field.value = 'Question A?';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await click('Save the correction');
    document.querySelector('dialog[open]')!.dispatchEvent(new Event('close'));
    await settle();
    await key('a', 'a');
    expect(answers, 'the correction of one, the approval of another').toHaveLength(2);
    answers.splice(0).forEach((done) => done());
    await settle();
    answers.splice(0).forEach((done) => done());
    await settle();
    expect(acts()).toMatchObject([
      { items: [{ id: 'a', rev: 1 }], act: { kind: 'correct' } },
      { items: [{ id: 'b', rev: 1 }], act: { kind: 'approve' } },
      { items: [{ id: 'a', rev: 2 }], act: { kind: 'approve' } },
    ]);
    expect(text()).not.toContain('Nothing was changed');
  });
});

describe('what is shown', () => {
  test('marks, who and when in the event’s time zone', async () => {
    await show([
      question('a', { name: 'Given name', text: 'A?' }),
      question('b', { like: ['a'], abusive: true, lang: 'cy', text: 'B?' }),
    ]);
    await enter('b');
    expect(text()).toContain('Given name');
    expect(text()).toMatch(/Anonymous · \d\d:\d\d Like one that waits May hurt somebody Welsh/);
    expect(document.querySelector('[data-question="b"]')?.getAttribute('lang')).toBe('cy');
    expect(text()).toContain('Likely twins 2');
    expect(text()).toContain('Needs care 1');
    expect(text()).toContain('Welsh 1');
    expect(text()).toContain('No label 2');
  });

  test('how long they have waited, to the minute, which is all the server keeps', async () => {
    const now = thisMinute();
    await show([question('a', { asked: now - 64 }), question('b', { asked: now - 4 }), question('c', { asked: now })]);
    expect(text()).toContain('Oldest has waited 1 h 4 min');
    expect([...document.querySelectorAll('.waiting .age')].map((age) => age.textContent)).toEqual([
      '1 h 4 min',
      '4 min',
      'under 1 min',
    ]);
  });

  test('a chip shows its kind alone, in both columns; all again with the first', async () => {
    await show([
      question('a', { like: ['p'] }),
      question('b'),
      question('p', { state: 'published', n: 1 }),
      question('q', { state: 'published', n: 2 }),
    ]);
    await click('Likely twins');
    expect([rows(), beside()]).toEqual([['a'], ['p']]);
    expect(text()).toContain('1 of 2');
    await click('All');
    expect([rows(), beside()]).toEqual([
      ['a', 'b'],
      ['p', 'q'],
    ]);
  });

  test('hostile words stay words', async () => {
    await show([question('a', { text: '<img src=x onerror=alert(1)>', name: '<b>x</b>', labels: ['<i>'] })]);
    expect(document.querySelector('[data-question]')?.textContent?.trim()).toBe('<img src=x onerror=alert(1)>');
    expect(column().querySelector('img, i')).toBeNull();
  });

  test('new ones come last; what others put back waits for its place while the list is in use', async () => {
    await show(three());
    await enter('b');
    server.put(question('d', { asked: 30_211_900 }), question('e', { asked: 30_211_440 - 9 }));
    await settle();
    expect([rows(), at()]).toEqual([['a', 'b', 'c', 'd'], 'b']);
    await click('1 more, further up');
    expect([rows(), at()]).toEqual([['e', 'a', 'b', 'c', 'd'], 'b']);
  });

  test('upvotes move no row of a list in use; whoever leaves it finds it in order', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const published = (id: string, n: number, up: number) => question(id, { state: 'published', n, up, rev: up });
    await show([published('a', 1, 9), published('b', 2, 5)]);
    await enter('a');
    server.put(published('b', 2, 12));
    await settle();
    expect([beside(), at()]).toEqual([['a', 'b'], 'a']);
    (document.activeElement as HTMLElement).blur();
    await vi.advanceTimersByTimeAsync(1_100);
    await settle();
    expect(beside()).toEqual(['b', 'a']);
    vi.useRealTimers();
  });

  test('sorted by upvotes, newest, oldest', async () => {
    await show([
      question('a', { state: 'published', n: 1, up: 3, asked: 9 }),
      question('b', { state: 'published', n: 2, up: 51, asked: 1 }),
    ]);
    expect(beside()).toEqual(['b', 'a']);
    const order = [...document.querySelectorAll('select')].find((each) => each.value === 'upvotes')!;
    for (const [value, expected] of [
      ['newest', ['a', 'b']],
      ['oldest', ['b', 'a']],
    ] as const) {
      order.value = value;
      order.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
      expect(beside()).toEqual(expected);
    }
  });

  test('rows are drawn as one goes on; all are known', async () => {
    await show(Array.from({ length: 220 }, (_, index) => question(`q${index}`, { asked: 30_211_440 + index })));
    expect(rows()).toHaveLength(60);
    await click('Show more');
    expect(rows()).toHaveLength(120);
    await enter();
    await key('End');
    expect(at()).toBe('q219');
    expect(rows()).toHaveLength(220);
  });

  test('tabs, with the live question among the published', async () => {
    await show([
      question('a'),
      question('b', { state: 'published', n: 1, up: 3 }),
      question('c', { state: 'live', n: 2, up: 1 }),
    ]);
    expect(beside()).toEqual(['c', 'b']);
    expect(text()).toContain('Being answered now');
    await enter('b');
    await key('w');
    expect(acts()).toEqual([{ type: 'answeredQuestion', activity: 'qa', n: 1 }]);
    await click('Answered 1');
    expect(beside()).toEqual(['b']);
  });

  test('questions are off at first and are turned on with one press', async () => {
    await show([], { state: 'draft' });
    expect(text()).toContain('Let the room ask.');
    await click('Turn questions on');
    expect(acts()).toMatchObject([
      { type: 'editQuestions', room: 'room', rev: 1, settings: { state: 'open', check: 'before' } },
    ]);
  });

  test('asking is switched off, and reading first as well', async () => {
    await show([]);
    await click('Take no new questions');
    expect(acts()).toEqual([{ type: 'setAsking', activity: 'qa', rev: 1, asking: false, check: 'before' }]);
    expect(text()).toContain('Nobody can ask now. Upvotes still count.');
    await click('Publish at once, read afterwards');
    expect(acts().at(-1)).toMatchObject({ asking: true, check: 'after' });
  });

  test('without a connection everything waits', async () => {
    await show(three());
    await enter();
    line.status = { kind: 'offline' };
    flushSync();
    await key('a', 'd');
    expect(acts()).toEqual([]);
    const waits = [...document.querySelectorAll('.acts .act:not([aria-expanded])')];
    expect(waits.map((each) => each.getAttribute('aria-disabled'))).toEqual(waits.map(() => 'true'));
    expect(waits.length).toBeGreaterThan(3);
    await click('Read first');
    await click('Publish at once');
    expect(acts()).toEqual([]);
  });
});
