// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { question } from './fakes.ts';
import { CommandError } from '../../../protocol/commands.ts';
import {
  acts,
  at,
  beside,
  click,
  decline,
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

describe('going through the queue by keys', () => {
  test('the first that waits is in hand, and approving hands it to the next', async () => {
    await show(three());
    expect(rows()).toEqual(['a', 'b', 'c']);
    await enter();
    expect(at()).toBe('a');
    await key('a');
    expect(acts()).toEqual([
      { type: 'moderateQuestions', activity: 'qa', items: [{ id: 'a', rev: 1 }], act: { kind: 'approve' } },
    ]);
    expect([rows(), at(), beside()]).toEqual([['b', 'c'], 'b', ['a']]);
    await key('ArrowDown', 'a');
    expect([rows(), at()]).toEqual([['b'], 'b']);
  });

  test('from anywhere on the page, but not from a field', async () => {
    await show(three());
    (document.activeElement as HTMLElement | null)?.blur();
    await key('a');
    expect(rows()).toEqual(['b', 'c']);
    await key('/', 'a');
    expect(rows()).toEqual(['b', 'c']);
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
    expect(beside()).toHaveLength(3);
  });

  test('keys of the polls do nothing there, and letters may be turned off', async () => {
    await show(three());
    await enter();
    await key('s', 'n', 'v', 'j', '1', ' ');
    expect([acts(), at()]).toEqual([[], 'a']);
    localStorage.setItem('plenary.keys', 'off');
    await key('a');
    expect(acts()).toEqual([]);
    await key('ArrowDown');
    expect(at()).toBe('b');
  });

  test('→ leads to what stands beside, ← back to where one was', async () => {
    await show([...three(), question('p', { state: 'published', n: 1 }), question('q', { state: 'published', n: 2 })]);
    await enter();
    await key('ArrowDown', 'ArrowRight');
    expect(at()).toBe('p');
    await key('ArrowDown', 'ArrowLeft');
    expect(at()).toBe('b');
    await key('ArrowRight');
    expect(at()).toBe('q');
  });

  test('whoever was here before the first question came takes it in hand with ←, too', async () => {
    await show([]);
    server.put(three()[0]!);
    await settle();
    await key('ArrowLeft');
    expect(at()).toBe('a');
  });

  test('declining: the reason by arrows and Enter, so that numbers stay places; Escape gives up', async () => {
    await show(three());
    await enter();
    await key('d');
    expect(text()).toContain('The asker sees the reason and your note.');
    await key('Escape');
    expect(at()).toBe('a');
    await key('d', '2', 'ArrowDown');
    expect(acts()).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Abusive');
    (document.activeElement as HTMLElement).click();
    await settle();
    expect(acts()).toMatchObject([{ items: [{ id: 'a' }], act: { kind: 'decline', reason: 'abusive', note: null } }]);
    expect([rows(), at()]).toEqual([['b', 'c'], 'b']);
    await key('d');
    expect(document.activeElement?.textContent, 'the last one is offered first').toBe('Abusive');
  });

  test('merging offers the likeliest one, or any other in both columns; undone by Z', async () => {
    await show([
      ...three(),
      question('d', { asked: 30_211_450, like: ['b'] }),
      question('p', { state: 'published', n: 1 }),
    ]);
    await enter('d');
    await key('m');
    expect(text()).toContain('goes into this one, waiting');
    await key('Enter');
    expect(acts()).toMatchObject([{ type: 'mergeQuestion', id: 'd', rev: 1, into: 'b' }]);
    expect(text()).toContain('1 merged');
    await key('z');
    expect(acts().at(-1)).toMatchObject({ type: 'unmergeQuestion', id: 'd', rev: 2 });
    expect(rows()).toEqual(['a', 'b', 'c', 'd']);
    await enter('a');
    await key('m', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(acts().at(-1)).toMatchObject({ type: 'mergeQuestion', id: 'a', into: 'c' });
    await enter('b');
    await key('m', 'ArrowRight', 'Enter');
    expect(acts().at(-1)).toMatchObject({ type: 'mergeQuestion', id: 'b', into: 'p' });
  });

  test('swapped, the newer words stay, and the room keeps the question', async () => {
    await show([
      question('a', { like: ['p'], text: 'Newer words?' }),
      question('p', { state: 'published', n: 1, up: 9 }),
    ]);
    await enter();
    await key('m');
    await click('Swap');
    expect(text()).toContain('What stays is published.');
    await key('Enter');
    expect(acts()).toMatchObject([
      { type: 'mergeQuestion', id: 'p', rev: 1, into: 'a' },
      { type: 'moderateQuestions', items: [{ id: 'a', rev: 2 }], act: { kind: 'approve' } },
    ]);
    expect([rows(), beside()]).toEqual([[], ['a']]);
    await key('z');
    expect([server.items.get('a')!.state, server.items.get('p')!.state]).toEqual(['waiting', 'published']);
  });

  test('a question that was answered stays: it cannot be swapped', async () => {
    await show([question('a', { like: ['p'] }), question('p', { state: 'answered', n: 1 })]);
    await enter();
    await key('m');
    expect(beside(), 'its tab is shown').toEqual(['p']);
    expect([...document.querySelectorAll('button')].find((b) => b.textContent === 'Swap')?.title).toContain(
      'answered stays',
    );
    await key('Escape');
    expect(acts()).toEqual([]);
  });

  test('Z puts back what was declined, but not what somebody else has changed since', async () => {
    await show(three());
    await enter();
    await decline();
    await key('z');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'a', rev: 2 }], act: { kind: 'restore' } });
    expect(rows()).toEqual(['a', 'b', 'c']);
    await enter('a');
    await decline();
    server.put({ ...server.items.get('a')!, rev: 9 });
    await settle();
    await key('z');
    expect(text()).toContain('Another moderator has changed it since');
    expect(acts()).toHaveLength(3);
  });

  test('Z after an approval asks nothing: the question waits again, where it was', async () => {
    await show(three());
    await enter();
    await key('a', 'z');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'a', rev: 2 }], act: { kind: 'unpublish' } });
    expect(rows()).toEqual(['a', 'b', 'c']);
    await enter('a');
    await key('a');
    expect(server.items.get('a')).toMatchObject({ state: 'published', n: 1 });
  });

  test('what one takes back oneself is not told as if somebody else had', async () => {
    await show(three());
    await enter();
    await key('a', 'ArrowRight', 'z');
    expect(text()).toContain('No questions are published.');
    expect(text()).not.toContain('just now');
  });

  test('Z after publishing what was declined declines it again, each with its own reason and note', async () => {
    await show([
      question('a', { state: 'declined', reason: 'offTopic', note: 'Later.' }),
      question('b', { state: 'declined', reason: 'other' }),
    ]);
    await click('Declined 2');
    await enter();
    await key('x', 'ArrowDown', 'x', 'a', 'z');
    expect(acts().slice(1)).toMatchObject([
      { items: [{ id: 'a', rev: 2 }], act: { kind: 'decline', reason: 'offTopic', note: 'Later.' } },
      { items: [{ id: 'b', rev: 2 }], act: { kind: 'decline', reason: 'other', note: null } },
    ]);
    expect(beside()).toHaveLength(2);
  });

  test('step by step back through what was done with the same question', async () => {
    await show(three());
    await enter();
    await decline();
    await key('z');
    await enter('a');
    await decline();
    server.put({ ...server.items.get('b')!, rev: 2 });
    await key('z');
    expect([server.items.get('a')!.state, text()]).toEqual([
      'waiting',
      expect.not.stringContaining('Another moderator'),
    ]);
    await enter('a');
    await key('a', 'ArrowRight');
    await decline();
    await key('z', 'z');
    expect(server.items.get('a')).toMatchObject({ state: 'waiting', n: 1 });
  });

  test('Z pressed before the answer to the last act is there waits for it, and takes that one back', async () => {
    await show(three());
    await enter();
    await decline();
    expect(server.items.get('a')!.state).toBe('declined');
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }));
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true, cancelable: true }));
    await settle();
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'b', rev: 2 }], act: { kind: 'unpublish' } });
    expect(server.items.get('a')!.state).toBe('declined');
  });

  test('E14: an undo that was not done stays the next one', async () => {
    await show(three());
    await enter();
    await key('a', 'a');
    const { moderateQuestions } = line.answers;
    for (const code of ['tryAgain', 'noAnswer'] as const) {
      line.answers.moderateQuestions = () => new CommandError(code, 'Try again.');
      await key('z');
      expect([server.items.get('a')!.state, server.items.get('b')!.state]).toEqual(['published', 'published']);
      expect(text()).toContain('Try again.');
    }
    line.answers.moderateQuestions = moderateQuestions!;
    await key('z');
    expect([server.items.get('a')!.state, server.items.get('b')!.state]).toEqual(['published', 'waiting']);
    await key('z');
    expect(server.items.get('a')!.state).toBe('waiting');
  });

  test('E14: of an undo of several, what was not done is the next one', async () => {
    await show(three());
    await enter();
    await key('x', 'ArrowDown', 'x', 'a');
    const { moderateQuestions } = line.answers;
    line.answers.moderateQuestions = (command) => ({
      ...(moderateQuestions!({ ...command, items: command.items.slice(0, 1) }) as object),
      conflicts: [{ id: 'b', code: 'tryAgain', message: 'Try again.' }],
    });
    await key('z');
    line.answers.moderateQuestions = moderateQuestions!;
    await key('z');
    expect(acts().at(-1)).toMatchObject({ items: [{ id: 'b', rev: 2 }], act: { kind: 'unpublish' } });
    expect(rows()).toEqual(['a', 'b', 'c']);
  });

  test('several at once, and several columns', async () => {
    await show(three());
    await enter();
    await key('x', 'ArrowDown', 'x');
    expect(text()).toContain('2 selected');
    await key('a');
    expect(acts()).toMatchObject([{ items: [{ id: 'a' }, { id: 'b' }] }]);
    expect([rows(), at()]).toEqual([['c'], 'c']);
    await key('x');
    expect(text()).toContain('1 selected');
    await key('Escape');
    expect(text()).not.toContain('selected');
  });
});
