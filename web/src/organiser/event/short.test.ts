import { expect, test } from 'vitest';
import { short } from './short.ts';

test('long questions are cut at a word', () => {
  expect(short('Short?')).toBe('Short?');
  expect(short('What should be our first priority in the coming year of work?')).toBe(
    'What should be our first priority in the coming…',
  );
  expect([...short('🐘'.repeat(60))]).toHaveLength(48);
});
