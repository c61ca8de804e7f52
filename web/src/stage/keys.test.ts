import { expect, test } from 'vitest';
import { actionOf, keyHelp, steers } from './keys.ts';

const press = (key: string, over = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...over });

test.each([
  [' ', 'results'],
  ['ArrowLeft', 'previous'],
  ['PageUp', 'previous'],
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  ['s', 'startStop'],
  ['S', 'startStop'],
  ['q', 'join'],
  ['r', 'sort'],
  ['F', 'fullscreen'],
  ['+', 'bigger'],
  ['=', 'bigger'],
  ['-', 'smaller'],
  ['?', 'help'],
  ['Escape', 'back'],
  ['u', 'questions'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['Enter', 'highlight'],
  ['w', 'answered'],
])('%s', (key, action) => expect(press(key)).toBe(action));

test('leaves the browser its own keys', () => {
  expect(press('+', { ctrlKey: true })).toBeNull();
  expect(press('r', { metaKey: true })).toBeNull();
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
  expect(press('F5')).toBeNull();
  expect(press('constructor')).toBeNull();
});

test('a held key does not start and stop a poll over and over', () => {
  expect(press('s', { repeat: true })).toBeNull();
  expect(press('+', { repeat: true })).toBe('bigger');
});

test('helps with every action, and knows which change what everybody sees', () => {
  expect(keyHelp.map(({ action }) => action).filter(steers)).toEqual([
    'results',
    'previous',
    'next',
    'startStop',
    'questions',
    'highlight',
    'answered',
  ]);
  expect(new Set(keyHelp.map(({ action }) => action)).size).toBe(16);
});
