// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { ApiError } from '../../protocol/api.ts';
import { Session } from '../session.svelte.ts';
import Gate from './Gate.svelte';

let page: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  document.body.innerHTML = '';
});

const asked: { method: string; path: string; body: unknown }[] = [];
async function show(setUp: boolean, token: string | null, answer: (path: string) => unknown = () => ({})) {
  asked.length = 0;
  let signedIn = false;
  const session = new Session((async (method: string, path: string, body: unknown) => {
    if (method === 'GET') return { signedIn, setUp, name: 'N', email: 'you@example.org' };
    asked.push({ method, path, body });
    const given = answer(path);
    if (given instanceof Error) throw given;
    signedIn = true;
    return given;
  }) as never);
  page = mount(Gate, { target: document.body, props: { session, token } });
  await session.load();
  flushSync();
  return session;
}
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
async function fill(values: Record<string, string>) {
  for (const [type, value] of Object.entries(values)) {
    const field = document.querySelector<HTMLInputElement>(`input[autocomplete="${type}"]`)!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await new Promise((done) => setTimeout(done));
  flushSync();
}

test('without an account and a link it says where the link is', async () => {
  await show(false, null);
  expect(text()).toContain('The server prints it when it starts');
  expect(document.querySelector('form')).toBeNull();
});

test('the link makes the first account', async () => {
  const session = await show(false, 'token');
  await fill({ name: 'N', username: 'you@example.org', 'new-password': 'short' });
  expect(text()).toContain('The password has 5 characters.');
  expect(asked).toEqual([]);
  await fill({ name: 'N', username: ' you@example.org ', 'new-password': 'three words here' });
  expect(asked).toEqual([
    {
      method: 'POST',
      path: '/api/v1/setup',
      body: { token: 'token', name: 'N', email: 'you@example.org', password: 'three words here' },
    },
  ]);
  expect(session.state).toBe('signedIn');
});

test('what the server says of a field stands at the field', async () => {
  await show(
    false,
    'token',
    () => new ApiError('invalidField', 'This is one of the first passwords anybody would try.', 400, 'password'),
  );
  await fill({ name: 'N', username: 'you@example.org', 'new-password': 'password1234' });
  const field = document.querySelector('input[autocomplete="new-password"]')!;
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby')!.split(' ').at(-1)!)?.textContent).toContain(
    'first passwords anybody',
  );
});

test('a wrong password says so and keeps what was typed', async () => {
  const session = await show(true, null, () => new ApiError('notSignedIn', 'Sign in.', 401));
  await fill({ username: 'you@example.org', 'current-password': 'wrong' });
  expect(text()).toContain('do not belong together');
  expect(document.querySelector<HTMLInputElement>('input[type="email"]')!.value).toBe('you@example.org');
  expect(session.state).toBe('signedOut');
});

test('an old set-up link leads to signing in', async () => {
  await show(true, 'token');
  expect(text()).toContain('already set up');
});

test('O2 when strangers tried too often it says what gets in all the same', async () => {
  await show(true, null, () => new ApiError('slowDown', 'Too many.', 429, null, 170));
  await fill({ username: ' you@example.org', 'current-password': 'three words here' });
  expect(text()).toContain('Try again in 3 minutes.');
  expect(text()).toContain('A browser in which you signed in before');
  expect(text()).toContain('one-time sign-in link');
  expect(document.querySelector('code')!.textContent).toBe('plenary sign-in-link you@example.org');
});

test('who has a second factor is asked for a code, and for the password again when that took too long', async () => {
  let code: unknown = new ApiError('invalidField', 'This code is not the present one.', 400, 'code');
  const session = await show(true, null, (path) =>
    path.endsWith('/code') ? code : { signedIn: false, codeWanted: true, setUp: true },
  );
  await fill({ username: 'you@example.org', 'current-password': 'three words here' });
  expect(session.state).toBe('signedOut');
  await fill({});
  expect(text()).toContain('Write the six digits');
  await fill({ 'one-time-code': ' 123456 ' });
  expect(text()).toContain('This code is not the present one.');
  code = new ApiError('notSignedIn', 'Type the password again.', 401);
  await fill({ 'one-time-code': '123456' });
  expect(text()).toContain('Type the password again.');
  await fill({ username: 'you@example.org', 'current-password': 'three words here' });
  code = { signedIn: true, email: 'you@example.org' };
  await fill({ 'one-time-code': '654321' });
  expect(session.state).toBe('signedIn');
  expect(asked.filter(({ path }) => path.endsWith('/code')).map(({ body }) => body)).toEqual([
    { code: '123456' },
    { code: '123456' },
    { code: '654321' },
  ]);
});
