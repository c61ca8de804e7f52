// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { Session } from '../session.svelte.ts';
import ByProvider from './ByProvider.svelte';
import { refusalWords } from './provider.ts';

let page: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  document.body.innerHTML = '';
});

async function show(provider: string | null, refusal: string | null = null) {
  const session = new Session((async () => ({ signedIn: false, setUp: true, provider })) as never);
  page = mount(ByProvider, { target: document.body, props: { session, refusal } });
  await session.load();
  flushSync();
  return session;
}
const text = () => document.body.textContent!.replace(/\s+/g, ' ').trim();
const links = () => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));

test('where there is no provider nothing is said of one', async () => {
  await show(null, 'away');
  expect(text()).toBe('');
});

test('the provider is a link of its own, before the password', async () => {
  await show('the college');
  expect(text()).toBe('Sign in with the college or with a password');
  expect(links()).toEqual(['/api/v1/provider/sign-in']);
});

test('why it let nobody in is said with what to do', async () => {
  await show('the college', 'away');
  expect(document.querySelector('[role="alert"]')!.textContent).toContain('the college does not answer.');
  const words = ['away', 'refused', 'stale', 'unproven', 'unknown', 'otherPerson', 'busy'];
  expect(new Set(words.map((word) => refusalWords(word, 'X'))).size).toBe(words.length);
  expect(refusalWords('<b>', 'X')).toBe(refusalWords('busy', 'X'));
});

test('who signed out here can sign out there, too', async () => {
  const session = await show('the college', 'away');
  await session.signOut();
  flushSync();
  expect(text()).toContain('You are signed out here. On a shared device, sign out of the college, too.');
  expect(links()).toEqual(['/api/v1/provider/sign-out', '/api/v1/provider/sign-in']);
});
