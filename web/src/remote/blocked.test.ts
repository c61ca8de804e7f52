import { expect, test } from 'vitest';
import { blocked } from './blocked.ts';

test('gives a reason when the buttons do not work', () => {
  expect(blocked({ kind: 'live' })).toBe('');
  expect(blocked({ kind: 'offline' })).toContain('No connection');
  expect(blocked({ kind: 'refused', code: 4003, name: 'refused', message: '' })).toContain('new one');
  expect(blocked({ kind: 'refused', code: 4006, name: 'eventGone', message: 'Gone.' })).toBe('Gone.');
});
