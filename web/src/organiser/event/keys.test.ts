// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { action, place, type Stroke } from './keys.ts';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});

describe('keys', () => {
  test.each([
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
    ['s', 'startStop'],
    [' ', 'main'],
    ['2', 'run'],
    ['e', 'edit'],
    ['?', 'help'],
    ['Enter', null],
    ['Tab', null],
  ])('%s', (key, expected) => expect(action(stroke(key), 'page')).toBe(expected));

  test('do nothing while somebody types', () => {
    for (const key of ['s', ' ', '1', 'ArrowUp', '?']) expect(action(stroke(key), 'typing')).toBeNull();
    expect(action(stroke('ArrowUp', { altKey: true }), 'typing')).toBeNull();
  });

  test('space presses the button that has the focus', () => {
    expect(action(stroke(' '), 'control')).toBeNull();
    expect(action(stroke('s'), 'control')).toBe('startStop');
    expect(action(stroke(' '), 'selected')).toBe('main');
  });

  test('leave the shortcuts of the browser alone', () => {
    expect(action(stroke('s', { ctrlKey: true }), 'page')).toBeNull();
    expect(action(stroke('n', { metaKey: true }), 'page')).toBeNull();
    expect(action(stroke('e', { altKey: true }), 'page')).toBeNull();
  });

  test('alt or ctrl with an arrow moves', () => {
    expect(action(stroke('ArrowUp', { altKey: true }), 'selected')).toBe('moveUp');
    expect(action(stroke('ArrowDown', { ctrlKey: true }), 'page')).toBe('moveDown');
  });

  test('held down, only stepping repeats', () => {
    expect(action(stroke('ArrowDown', { repeat: true }), 'page')).toBe('down');
    expect(action(stroke('s', { repeat: true }), 'page')).toBeNull();
    expect(action(stroke(' ', { repeat: true }), 'page')).toBeNull();
  });
});

test('where the focus is', () => {
  document.body.innerHTML = `<input id="i"><dialog id="d"><button id="b"></button></dialog><button id="c"></button>
    <button id="p" data-activity="x" aria-current="true"></button><button id="o" data-activity="y"></button>
    <h1 id="h"></h1>`;
  const at = (id: string) => place(document.getElementById(id));
  expect([at('i'), at('b'), at('c'), at('p'), at('o'), at('h'), place(null)]).toEqual([
    'typing',
    'typing',
    'control',
    'selected',
    'control',
    'page',
    'page',
  ]);
});
