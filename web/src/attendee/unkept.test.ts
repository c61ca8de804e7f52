// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { keeps, warn } from './unkept.ts';

const words = () => document.body.textContent!.replace(/\s+/g, ' ').trim();
afterEach(() => document.body.replaceChildren());

const full = {
  ...{ length: 0, key: () => null, getItem: () => null, removeItem: () => undefined },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};
const forgetful = { ...full, setItem: () => undefined };

test('C7 where site data is kept nothing is said, and nothing is left of looking', () => {
  localStorage.clear();
  warn(localStorage);
  flushSync();
  expect(words()).toBe('');
  expect(localStorage.length).toBe(0);
});

test.each([
  ['is blocked', null],
  ['is full', full],
  ['forgets', forgetful],
])('C7 where the storage %s, people are told what follows, until they have read it', (_how, storage) => {
  expect(keeps(storage)).toBe(false);
  warn(storage);
  flushSync();
  expect(words()).toContain('This browser keeps nothing for this site.');
  expect(words()).toContain('somebody new, who cannot change what you voted before');
  document.querySelector('button')!.click();
  flushSync();
  expect(words()).toBe('');
});
