import { expect, test } from 'vitest';
import { standing } from './standing.ts';

test('what is edited is fine, changed, answered, or gone', () => {
  expect(standing(false, { frozen: false, same: true })).toBe('fine');
  expect(standing(false, { frozen: false, same: false })).toBe('changed');
  expect(standing(false, { frozen: true, same: true })).toBe('frozen');
  expect(standing(false, undefined)).toBe('gone');
  expect(standing(true, undefined)).toBe('new');
});
