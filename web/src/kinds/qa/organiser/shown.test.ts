// @vitest-environment happy-dom
import { beside } from '../../../protocol/activity.ts';
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { question } from './fakes.ts';
import { acts, at, click, column, enter, key, line, rows, server, settle, show, text, three } from './testing.ts';

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
    expect(rows()).toEqual(['b', 'c', 'd']);
    expect(text()).toContain('Waiting · 3');
  });

  test('what became of the question one was at is told also when the frame that said so was lost', async () => {
    await show(three());
    await enter();
    server.lose(question('a', { rev: 2, state: 'published', n: 1, by: 'Second moderator' }));
    server.put(question('d', { asked: 30_211_460 }));
    await settle();
    expect(text()).toContain('Somebody else changed this meanwhile: “Question a?”');
    expect(at()).toBe('b');
  });

  test('a fresh head leaves the hand where it was, also on a later page', async () => {
    await show(Array.from({ length: 120 }, (_, index) => question(`q${index}`, { asked: 30_211_440 + index })));
    await click('Show more');
    await enter();
    document.querySelector<HTMLElement>('[data-question="q70"]')!.click();
    await settle();
    server.lose(question('x', { state: 'published', n: 1 }));
    server.put(question('y', { asked: 30_211_900 }));
    await settle();
    expect([at(), rows().length]).toEqual(['q70', 100]);
    expect(text()).not.toContain('meanwhile');
  });

  test('the queue is asked for once, however often something else of the event changes', async () => {
    await show(three());
    const questions = beside(line.state, 'qa')!;
    for (let i = 0; i < 3; i++) line.say({ beside: [{ ...questions, rev: questions.rev + i }] });
    await settle();
    expect(line.sent.filter(({ type }) => type === 'watchQueue')).toHaveLength(1);
  });
});

describe('what is shown', () => {
  test('marks, who and when in the event’s time zone', async () => {
    await show([
      question('a', { name: 'Given name', text: 'A?' }),
      question('b', { like: ['a'], abusive: true, lang: 'cy', text: 'B?' }),
    ]);
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
    await enter();
    await key('j');
    server.put(question('d', { asked: 30_211_441 }));
    await settle();
    expect([rows(), at()]).toEqual([['a', 'b', 'd', 'c'], 'b']);
  });

  test('pages come as one goes on', async () => {
    await show(Array.from({ length: 120 }, (_, index) => question(`q${index}`, { asked: 30_211_440 + index })));
    expect(rows()).toHaveLength(50);
    await click('Show more');
    expect(rows()).toHaveLength(100);
    await enter();
    await key('End');
    await settle();
    expect(rows()).toHaveLength(120);
  });

  test('tabs, with the live question among the published', async () => {
    await show([
      question('a'),
      question('b', { state: 'published', n: 1, up: 3 }),
      question('c', { state: 'live', n: 2, up: 1 }),
    ]);
    await click('Published · 2');
    expect(rows()).toEqual(['c', 'b']);
    expect(text()).toContain('Being answered now');
    await enter();
    await key('j', 'w');
    expect(acts()).toEqual([{ type: 'answeredQuestion', activity: 'qa', n: 1 }]);
    expect(text()).toContain('Answered · 1');
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
    document.querySelector<HTMLElement>('[role="switch"]')!.click();
    await settle();
    expect(acts()).toEqual([{ type: 'setAsking', activity: 'qa', rev: 1, asking: false, check: 'before' }]);
    expect(text()).toContain('Nobody can ask now. Upvotes still count.');
  });

  test('without a connection everything waits', async () => {
    await show(three());
    await enter();
    line.status = { kind: 'offline' };
    flushSync();
    await key('a', 'd');
    expect(acts()).toEqual([]);
    expect(text()).toContain('No connection.');
  });
});
