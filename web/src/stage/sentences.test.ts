import { expect, test } from 'vitest';
import { emptyLine, joinedLine, troubleLine } from './sentences.ts';

test.each([
  [0, 'Nobody has joined yet'],
  [1, '1 person has joined'],
  [342, '342 people have joined'],
])('counts %i people', (joined, words) => expect(joinedLine({ joined, here: 0 })).toBe(words));

test('is discreet about trouble', () => {
  expect(troubleLine(false, 'ok', true)).toBe('');
  expect(troubleLine(false, 'away', true)).toBe('Counting is paused. This is the last result.');
  expect(troubleLine(true, 'away', true)).toBe('Reconnecting. This is the last result.');
  expect(troubleLine(true, 'ok', false)).toBe('Reconnecting.');
  expect(troubleLine(false, 'away', false)).toBe('Counting is paused.');
});

test('has a calm sentence where there is no stage', () => {
  expect(emptyLine({ kind: 'connecting' }, 'none')).toBe('');
  expect(emptyLine({ kind: 'offline' }, 'none')).toBe('');
  expect(emptyLine({ kind: 'connecting' }, 'moment')).toBe('Connecting to the event.');
  expect(emptyLine({ kind: 'offline' }, 'moment')).toBe('Connecting to the event.');
  expect(emptyLine({ kind: 'connecting' }, 'long')).toBe('Connecting to the event.');
  expect(emptyLine({ kind: 'offline' }, 'long')).toContain('keeps trying');
  expect(emptyLine({ kind: 'refused', code: 4003, name: 'refused', message: 'x' }, 'none')).toContain('organiser page');
  expect(emptyLine({ kind: 'refused', code: 4006, name: 'eventGone', message: 'Gone.' }, 'none')).toBe('Gone.');
});
