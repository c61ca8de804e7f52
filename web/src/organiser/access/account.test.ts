import { expect, test } from 'vitest';
import { accountProblems, signInProblems } from './account.ts';

test('a whole account has no problem', () => {
  expect(accountProblems({ name: 'N', email: 'you@example.org', password: 'twelve chars' })).toEqual({});
});

test('every field says what to mend', () => {
  expect(Object.keys(accountProblems({ name: ' ', email: 'x', password: '' }))).toEqual(['name', 'email', 'password']);
  expect(accountProblems({ name: 'N', email: 'a@b', password: 'eleven char' }).password).toContain('has 11 characters');
});

test('length is what people count, not code units', () => {
  expect(accountProblems({ name: 'N', email: 'a@b', password: '🐘'.repeat(11) }).password).toContain('11');
  expect(accountProblems({ name: 'N', email: 'a@b', password: '🐘'.repeat(12) }).password).toBeUndefined();
});

test('signing in asks for both', () => {
  expect(signInProblems({ email: '', password: '' })).toEqual({
    email: 'Write your e-mail address.',
    password: 'Write your password.',
  });
  expect(signInProblems({ email: ' you@example.org ', password: 'short' })).toEqual({});
});
