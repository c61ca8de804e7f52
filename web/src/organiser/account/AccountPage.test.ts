// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { ApiError } from '../../protocol/api.ts';
import { Router } from '../router.svelte.ts';
import { Session } from '../session.svelte.ts';
import type { Account } from './account.svelte.ts';
import AccountPage from './AccountPage.svelte';

const began = '2027-03-08T09:00:00Z';
const plain: Account = {
  name: 'Person',
  email: 'p@example.org',
  owner: false,
  secondFactor: null,
  sessions: [
    { id: 's1', began, used: began, browser: 'Firefox, Linux', this: true },
    { id: 's2', began, used: began, browser: 'Safari, iPhone', this: false },
    { id: 's3', began, used: began, browser: 'Chrome, Windows', this: false },
  ],
  alone: [],
  heirs: [],
};

let page: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  document.body.innerHTML = '';
});

const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
const button = (name: RegExp) =>
  [...document.querySelectorAll('button')].find((b) => name.test(b.textContent!.trim()))!;
function type(label: RegExp, value: string, within: ParentNode = document) {
  const of = [...within.querySelectorAll('label')].find((each) => label.test(each.textContent!))!;
  const field = document.getElementById(of.htmlFor) as HTMLInputElement | HTMLSelectElement;
  if (field instanceof HTMLSelectElement) [...field.options].find((each) => each.value === value)!.selected = true;
  else field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  flushSync();
}
const section = (title: string) => document.getElementById(title)!.parentElement!;

async function show(account: Account, refuse?: ApiError, answers: Record<string, unknown> = {}) {
  const asked: string[] = [];
  const session = new Session((async (method: string, path: string, body: unknown) => {
    if (method === 'GET') {
      return path === '/api/v1/account'
        ? account
        : { signedIn: true, setUp: true, name: 'Person', email: 'p@example.org' };
    }
    asked.push(`${method} ${path} ${JSON.stringify(body ?? {})}`);
    if (refuse) throw refuse;
    return answers[path];
  }) as never);
  session.state = 'signedIn';
  page = mount(AccountPage, { target: document.body, props: { session, router: new Router() } });
  flushSync();
  await eventually('it is read', () => text().includes('Where you are signed in'));
  return { asked, session };
}

test('O3 a password is changed with the present one, and says what that ended', async () => {
  const { asked } = await show(plain);
  const form = section('password');
  type(/Present password/, 'old words in a row', form);
  type(/New password/, 'short', form);
  button(/^Change the password$/).click();
  flushSync();
  expect(text()).toContain('The password has 5 characters.');
  expect(asked).toEqual([]);
  type(/New password/, 'new words in a row', form);
  button(/^Change the password$/).click();
  await eventually('it is said', () => text().includes('Your password is changed.'));
  expect(asked).toEqual([
    'POST /api/v1/account/password {"present":"old words in a row","password":"new words in a row"}',
  ]);
});

test('O3 a wrong present password stands at its field', async () => {
  await show(plain, new ApiError('invalidField', 'This is not your present password.', 400, 'present'));
  const form = section('password');
  type(/Present password/, 'wrong', form);
  type(/New password/, 'new words in a row', form);
  button(/^Change the password$/).click();
  await eventually('it is refused', () => text().includes('This is not your present password.'));
  expect(form.querySelector('input[aria-invalid="true"]')!.getAttribute('autocomplete')).toBe('current-password');
});

test('O3 browsers are signed out one by one, or all others', async () => {
  const { asked } = await show(plain);
  const list = section('sessions');
  expect(list.querySelectorAll('li')).toHaveLength(3);
  expect(list.querySelector('li')!.textContent).toContain('This one');
  expect(list.querySelector('li button')!.textContent).toContain('Safari, iPhone');
  list.querySelector<HTMLButtonElement>('li button')!.click();
  await eventually('it is said', () => text().includes('Safari, iPhone is signed out.'));
  button(/^Sign out all others$/).click();
  await eventually('it is said', () => text().includes('Every other browser is signed out.'));
  expect(asked).toEqual(['DELETE /api/v1/account/sessions/s2 {}', 'DELETE /api/v1/account/sessions {}']);
});

test('O3 who is alone with an event chooses who takes over before the account is deleted', async () => {
  const heirs = [{ account: 'h', name: 'Heir', email: 'h@example.org' }];
  const { asked, session } = await show({ ...plain, alone: [{ id: 'e', name: 'Congress' }], heirs });
  expect(section('delete').textContent).toContain('Congress');
  button(/^Delete the account/).click();
  flushSync();
  const form = section('delete');
  type(/Present password/, 'old words in a row', form);
  button(/^Delete my account$/).click();
  flushSync();
  expect(text()).toContain('Choose who takes over.');
  type(/Who takes over/, 'h', form);
  button(/^Delete my account$/).click();
  await eventually('it is gone', () => session.state === 'signedOut');
  expect(asked).toEqual(['POST /api/v1/account/delete {"present":"old words in a row","heir":"h"}']);
});

test('O3 who owns the server and is alone is told to invite somebody', async () => {
  await show({ ...plain, owner: true });
  expect(text()).toContain('Invite somebody to an event');
  expect(button(/^Delete the account/)).toBeUndefined();
});

test('O3 a code is set up by scanning or typing a secret, and shows recovery codes once', async () => {
  const recovery = ['abcde-fghij', '23456-789ab'];
  const path = '/api/v1/account/second-factor';
  const { asked } = await show(plain, undefined, {
    [path]: { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x', qr: '<svg/>' },
    [`${path}/confirm`]: { recovery },
  });
  const form = section('second-factor');
  button(/^Set it up$/).click();
  flushSync();
  expect(form.textContent).toContain('Write your present password.');
  type(/Present password/, 'old words in a row', form);
  button(/^Set it up$/).click();
  await eventually('the secret is shown', () => form.textContent!.includes('JBSW Y3DP EHPK 3PXP'));
  expect(form.querySelector('img')!.getAttribute('src')).toBe('data:image/svg+xml,%3Csvg%2F%3E');
  type(/The code that it shows now/, ' 123456', form);
  button(/^Turn it on$/).click();
  await eventually('recovery codes are shown', () => form.textContent!.includes('Keep these recovery codes.'));
  expect([...form.querySelectorAll('.codes li')].map((each) => each.textContent)).toEqual(recovery);
  expect(asked).toEqual([`POST ${path} {"present":"old words in a row"}`, `POST ${path}/confirm {"code":"123456"}`]);
});

test('O3 a code beside the password is taken off with the password', async () => {
  const { asked } = await show({ ...plain, secondFactor: 7 });
  const form = section('second-factor');
  expect(form.textContent).toContain('7 of 10 recovery codes are left.');
  type(/Present password/, 'old words in a row', form);
  button(/^Turn it off$/).click();
  await eventually('it is said', () => text().includes('No code is asked any more'));
  expect(asked).toEqual(['POST /api/v1/account/second-factor/remove {"present":"old words in a row"}']);
});
