// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { ApiError } from '../../protocol/api.ts';
import { Session } from '../session.svelte.ts';
import ByLink from './ByLink.svelte';

let page: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  document.body.innerHTML = '';
});

const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
async function show(kind: 'sign-in' | 'reset', answer: (path: string) => unknown = () => ({})) {
  const asked: [string, unknown][] = [];
  let left = 0;
  const session = new Session((async (method: string, path: string, body: unknown) => {
    if (method === 'GET') return { signedIn: true, setUp: true, name: 'Person', email: 'p@example.org' };
    asked.push([path, body]);
    const given = answer(path);
    if (given instanceof Error) throw given;
    return { name: 'Person', email: 'p@example.org' };
  }) as never);
  session.state = 'signedOut';
  page = mount(ByLink, {
    target: document.body,
    props: { session, link: { kind, link: 'a.s' }, onleave: () => left++ },
  });
  flushSync();
  await eventually('it was looked at', () => !text().includes('Opening the link'));
  return { asked, session, left: () => left };
}
const submit = () =>
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
const path = (kind: string, what: string) => `/api/v1/links/${kind}/${what}`;

test('O2 opening a sign-in link uses nothing up; a press signs in', async () => {
  const { asked, session, left } = await show('sign-in');
  expect(asked).toEqual([[path('sign-in', 'look'), { link: 'a.s' }]]);
  expect(text()).toContain('This link is for Person, p@example.org');
  submit();
  await eventually('it is left', () => left() === 1);
  expect(asked[1]).toEqual([path('sign-in', 'use'), { link: 'a.s' }]);
  expect(session.state).toBe('signedIn');
});

test('O3 a reset link asks for a new password, and for a better one', async () => {
  const { asked, left } = await show('reset', (asking) =>
    asking.endsWith('use') && asked.length === 2
      ? new ApiError('invalidField', 'Choose another.', 400, 'password')
      : {},
  );
  const field = document.querySelector<HTMLInputElement>('input[autocomplete="new-password"]')!;
  const type = (password: string) => {
    field.value = password;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    submit();
    flushSync();
  };
  type('short');
  expect(text()).toContain('The password has 5 characters.');
  expect(asked).toHaveLength(1);
  type('password1234');
  await eventually('it is refused', () => text().includes('Choose another.'));
  type('three words here');
  await eventually('it is left', () => left() === 1);
  expect(asked[2]).toEqual([path('reset', 'use'), { link: 'a.s', password: 'three words here' }]);
});

test('a link that works no longer says so, and leads on', async () => {
  const { left } = await show('sign-in', () => new ApiError('notAllowed', 'This link is not valid any more.', 403));
  expect(text()).toContain('This link is not valid any more.');
  expect(document.querySelector('form')).toBeNull();
  [...document.querySelectorAll('button')].find((each) => each.textContent!.includes('Go on without it'))!.click();
  expect(left()).toBe(1);
});
