// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Stroke } from '../../../organiser/event/keys.ts';
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
    ['j', 'next'],
    ['ArrowDown', 'next'],
    ['K', 'previous'],
    ['ArrowUp', 'previous'],
    ['a', 'approve'],
    ['D', 'decline'],
    ['m', 'merge'],
    ['u', 'undo'],
    ['l', 'label'],
    ['h', 'highlight'],
    ['w', 'answered'],
    ['r', 'reply'],
    ['x', 'archive'],
    ['z', 'restore'],
    ['/', 'search'],
    [' ', 'select'],
    ['?', 'help'],
    ['Escape', 'cancel'],
    ['2', null],
    ['s', null],
    ['Enter', null],
    ['Tab', null],
  ])('%s on a question', (key, expected) => expect(queueAction(stroke(key), 'list', 'row')).toBe(expected));

  test('a number chooses the reason while declining, and nothing else acts', () => {
    expect(['1', '6', '7', 'a', 'd', 'Escape', 'j'].map((key) => queueAction(stroke(key), 'decline', 'row'))).toEqual([
      'reason1',
      'reason6',
      null,
      null,
      'cancel',
      'cancel',
      'next',
    ]);
  });

  test('while merging only stepping, Enter and giving up', () => {
    expect(['j', 'k', 'Enter', 'm', 'a', '1'].map((key) => queueAction(stroke(key), 'merge', 'row'))).toEqual([
      'next',
      'previous',
      'enter',
      'cancel',
      null,
      null,
    ]);
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
    expect(queueAction(stroke('j', { repeat: true }), 'list', 'row')).toBe('next');
    expect(queueAction(stroke('a', { ctrlKey: true }), 'list', 'row')).toBeNull();
    expect(queueAction(stroke('r', { metaKey: true }), 'list', 'row')).toBeNull();
  });
});

test('where the focus is', () => {
  document.body.innerHTML = `<section data-column="questions" id="column"><input id="search">
    <input type="checkbox" id="tick">
    <button data-question="q" id="row"></button><button id="act"></button></section>`;
  const at = (id: string) => spot(document.getElementById(id));
  expect(['column', 'search', 'tick', 'row', 'act'].map(at)).toEqual(['column', 'typing', 'control', 'row', 'control']);
  expect(spot(null)).toBe('column');
});
