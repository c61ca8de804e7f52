// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { People, type Person } from './people.svelte.ts';
import PersonRow from './PersonRow.svelte';

const rooms = [{ id: 'r', name: 'Main hall' }];
const person: Person = {
  account: 'a',
  name: 'A colleague',
  email: 'colleague@example.org',
  role: 'organiser',
  rooms: null,
  owner: false,
  you: false,
};
let app: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (app) await unmount(app);
  document.body.innerHTML = '';
});

function show(who: Person, owner = false) {
  const asked: string[] = [];
  const call = ((method: string, path: string) => (
    asked.push(`${method} ${path}`),
    Promise.resolve({ people: [], invitations: [], url: 'http://h/organiser#reset=a.s', until: '2027-03-08T14:05:00Z' })
  )) as never;
  const people = new People({ call, owner }, 'e');
  app = mount(PersonRow, { target: document.body, props: { people, person: who, rooms } });
  flushSync();
  return { people, asked };
}
const press = (name: RegExp) => (
  [...document.querySelectorAll('button')].find((each) => name.test(each.textContent!))!.click(),
  flushSync()
);
const box = () => document.querySelector<HTMLInputElement>('input[type=checkbox]');
const path = '/api/v1/events/e/staff/a';

test('an organiser who is taken off has seen the links: new ones, unless somebody keeps the screens on', async () => {
  const { people, asked } = show(person);
  press(/^Take off…/);
  expect(document.body.textContent!.replace(/\s+/g, ' ')).toContain('Stages and remotes that are open now stop');
  expect(box()!.checked).toBe(true);
  press(/^Take off$/);
  await eventually('it is said', () => people.said !== '');
  expect(asked[0]).toBe(`DELETE ${path}`);
  expect(people.said).toBe('A colleague is taken off. The links of stages and remotes are new.');
});

test('the links are kept when the box is not ticked', async () => {
  const { people, asked } = show(person);
  press(/^Take off…/);
  box()!.click();
  flushSync();
  press(/^Take off$/);
  await eventually('it is said', () => people.said !== '');
  expect(asked[0]).toBe(`DELETE ${path}?links=keep`);
  expect(people.said).toBe('A colleague is taken off.');
});

test('so when an organiser becomes something else, and not when they stay one', async () => {
  const { people, asked } = show(person);
  press(/^Change/);
  expect(box()).toBeNull();
  document.querySelector<HTMLInputElement>('input[value=presenter]')!.click();
  flushSync();
  expect(box()!.checked).toBe(true);
  press(/^Save/);
  await eventually('it is said', () => people.said !== '');
  expect(asked[0]).toBe(`POST ${path}`);
  expect(people.said).toContain('are new');
});

test('a presenter never saw a link', () => {
  show({ ...person, role: 'presenter' });
  press(/^Take off…/);
  expect(box()).toBeNull();
});

test('O3 the owner makes a link for a new password, which is shown once', async () => {
  const { people, asked } = show(person, true);
  press(/^Cannot sign in…/);
  press(/new password/);
  await eventually('it is said', () => people.said !== '');
  flushSync();
  expect(asked).toEqual(['POST /api/v1/accounts/a/links/reset']);
  expect(document.body.textContent).toContain('http://h/organiser#reset=a.s');
  press(/^Close/);
  expect(document.body.textContent).not.toContain('#reset=');
});

test('O3 nobody else is offered that, and the owner not for the own account', () => {
  show(person);
  expect(document.body.textContent).not.toContain('Cannot sign in');
});
