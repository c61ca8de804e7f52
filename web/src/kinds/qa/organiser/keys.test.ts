// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { keyOf, type Meaning, type Stroke } from '../../../ui/keyTable.ts';
import { queueAction, spot } from './keys.ts';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});

describe('keys of the queue', () => {
  test.each([
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['ArrowRight', 'across'],
    ['ArrowLeft', 'back'],
    ['a', 'approve'],
    ['D', 'decline'],
    ['m', 'merge'],
    ['e', 'correct'],
    ['l', 'label'],
    ['h', 'highlight'],
    ['w', 'answered'],
    ['r', 'reply'],
    ['x', 'select'],
    ['z', 'undo'],
    ['/', 'search'],
    ['?', 'help'],
    ['Escape', 'cancel'],
    ['1', null],
    ['4', null],
    [' ', null],
    ['j', null],
    ['k', null],
    ['u', null],
    ['s', null],
    ['n', null],
    ['Enter', null],
    ['Tab', null],
  ])('%s on a question', (key, expected) => expect(queueAction(stroke(key), 'list', 'row')).toBe(expected));

  test('E2: a letter means what the one table says, or nothing', () => {
    const own: Partial<Record<Meaning, string>> = { edit: 'correct', answer: 'highlight', back: 'cancel' };
    const here: Meaning[] = ['approve', 'decline', 'merge', 'edit', 'label', 'answer', 'answered', 'reply', 'select'];
    for (const means of [...here, 'undo', 'search', 'help', 'back'] as const) {
      expect(queueAction(stroke(keyOf(means).keys[0]!), 'list', 'row'), means).toBe(own[means] ?? means);
    }
  });

  test('while declining the arrows lead to the reasons, numbers stay places, and nothing else acts', () => {
    expect(
      ['1', 'a', 'd', 'Escape', 'ArrowDown', 'ArrowRight'].map((key) => queueAction(stroke(key), 'decline', 'row')),
    ).toEqual([null, null, 'cancel', 'cancel', 'next', null]);
    expect(['ArrowDown', 'a', '1', 'Escape'].map((key) => queueAction(stroke(key), 'decline', 'typing'))).toEqual([
      'next',
      null,
      null,
      'cancel',
    ]);
  });

  test('while merging only choosing in both columns, search, Enter and giving up', () => {
    expect(
      ['ArrowDown', 'ArrowLeft', '/', 'Enter', 'm', 'a', '1'].map((key) => queueAction(stroke(key), 'merge', 'row')),
    ).toEqual(['next', 'back', 'search', 'enter', 'cancel', null, null]);
  });

  test('do nothing while somebody types, but Escape leaves the field', () => {
    expect(
      ['a', ' ', '1', 'Enter', 'ArrowDown', 'Escape'].map((key) => queueAction(stroke(key), 'list', 'typing')),
    ).toEqual([null, null, null, null, null, 'cancel']);
  });

  test('space and Enter press the button that has the focus, letters still act', () => {
    expect([' ', 'Enter', 'a'].map((key) => queueAction(stroke(key), 'list', 'control'))).toEqual([
      null,
      null,
      'approve',
    ]);
    expect(queueAction(stroke('Enter'), 'merge', 'control')).toBeNull();
  });

  test('held down, only stepping repeats; shortcuts of the browser are left alone', () => {
    expect(queueAction(stroke('a', { repeat: true }), 'list', 'row')).toBeNull();
    expect(queueAction(stroke('ArrowDown', { repeat: true }), 'list', 'row')).toBe('next');
    expect(queueAction(stroke('a', { ctrlKey: true }), 'list', 'row')).toBeNull();
    expect(queueAction(stroke('r', { metaKey: true }), 'list', 'row')).toBeNull();
  });
});

test('where the focus is', () => {
  document.body.innerHTML = `<section id="page"><input id="search"><input type="checkbox" id="tick">
    <button data-question="q" id="row"></button><button id="act"></button></section>`;
  const at = (id: string) => spot(document.getElementById(id));
  expect(['page', 'search', 'tick', 'row', 'act'].map(at)).toEqual(['page', 'typing', 'control', 'row', 'control']);
  expect(spot(null)).toBe('page');
});
