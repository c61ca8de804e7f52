// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { ApiError } from '../../protocol/api.ts';
import { Session } from '../session.svelte.ts';
import Accept from './Accept.svelte';

let page: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  document.body.innerHTML = '';
});

const terms = {
  event: { id: 'e1', name: 'Spring gathering' },
  role: 'presenter',
  rooms: ['r1', 'r2'],
  roomNames: ['Main hall', 'Annexe'],
  until: '2027-03-08T10:00:00Z',
};
const asked: { path: string; body: unknown }[] = [];
const left: (string | null)[] = [];

async function show(signedIn: boolean, answers: Record<string, unknown>) {
  asked.length = left.length = 0;
  let account = signedIn;
  const session = new Session((async (method: string, path: string, body: unknown) => {
    if (method === 'GET') return { signedIn: account, setUp: true, name: 'Somebody', email: 'you@example.org' };
    asked.push({ path, body });
    const given = answers[path.replace('/api/v1/', '')];
    if (given instanceof Error) throw given;
    if (path.endsWith('accept')) account = true;
    return given;
  }) as never);
  await session.load();
  page = mount(Accept, {
    target: document.body,
    props: { session, invitation: 'e1.secret', onleave: (event: string | null) => left.push(event) },
  });
  await settle();
}
async function settle() {
  await new Promise((done) => setTimeout(done));
  flushSync();
}
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
async function press(name: string) {
  [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === name)!.click();
  await settle();
}
async function fill(values: Record<string, string>) {
  for (const [type, value] of Object.entries(values)) {
    const field = document.querySelector<HTMLInputElement>(`input[autocomplete="${type}"]`)!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
}

test('says what is offered, and somebody signed in accepts with one press', async () => {
  await show(true, { 'invitations/look': terms, 'invitations/accept': { ...terms, already: false } });
  expect(text()).toContain('Help run “Spring gathering”');
  expect(text()).toContain('invited as presenter in Main hall and Annexe');
  await press('Accept');
  expect(asked.map(({ path }) => path)).toEqual(['/api/v1/invitations/look', '/api/v1/invitations/accept']);
  expect(left).toEqual(['e1']);
});

test('somebody new makes an account and accepts in one go', async () => {
  await show(false, { 'invitations/look': terms, 'invitations/accept': { ...terms, already: false } });
  await fill({ name: ' Somebody ', username: 'you@example.org', 'new-password': 'four words in a row' });
  expect(asked.at(-1)?.body).toEqual({
    invitation: 'e1.secret',
    name: 'Somebody',
    email: 'you@example.org',
    password: 'four words in a row',
  });
  expect(left).toEqual(['e1']);
});

test('an address that has an account is said beside the field; signing in is one press away', async () => {
  const taken = new ApiError(
    'invalidField',
    'There is an account with this address already. Sign in with it to accept.',
    400,
    'email',
  );
  await show(false, { 'invitations/look': terms, 'invitations/accept': taken });
  await fill({ name: 'Somebody', username: 'you@example.org', 'new-password': 'four words in a row' });
  expect(text()).toContain('There is an account with this address already.');
  expect(left).toEqual([]);
  await press('I have an account on this server');
  expect(document.querySelector('input[autocomplete="current-password"]')).not.toBeNull();
});

test('who helps already is told so, and goes on', async () => {
  await show(true, { 'invitations/look': terms, 'invitations/accept': { ...terms, already: true } });
  await press('Accept');
  expect(text()).toContain('You help run this event already.');
  expect(left).toEqual([]);
  await press('Go to the event');
  expect(left).toEqual(['e1']);
});

test('a link that was used says what to do', async () => {
  await show(false, { 'invitations/look': new ApiError('notAllowed', 'This invitation is not valid any more.', 403) });
  expect(text()).toContain('This invitation does not work');
  expect(text()).toContain('This invitation is not valid any more.');
  await press('Sign in without it');
  expect(left).toEqual([null]);
});
