// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../../../eventually.ts';
import AnswerQueue from './AnswerQueue.svelte';
import { FakeAnswers, item, words } from './testing.ts';

let app: object | null = null;
afterEach(async () => {
  if (app) await unmount(app);
  document.body.innerHTML = '';
});

const rows = () => [...document.querySelectorAll('[data-answer]')].map((row) => row.textContent);
const button = (name: RegExp) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => name.test(textContent!))!;
const key = (name: string) => {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );
  flushSync();
};

async function show(server: FakeAnswers, everywhere = true) {
  app = mount(AnswerQueue, { target: document.body, props: { desk: server.desk, words, everywhere } });
  await eventually('it was read', () => server.reads > 0);
  flushSync();
}

test('what waits is let through by a key, and taken back by another', async () => {
  const server = new FakeAnswers(item('rude', 3, { waits: true }), item('trust', 9));
  await show(server);
  await eventually('the row', () => rows().includes('rude'));
  expect(document.body.textContent).toContain('Needs care');
  key('a');
  await eventually('it is shown', () => server.items.get('rude')!.standing === 'shown');
  await eventually('it is said', () => document.body.textContent!.includes('“rude” may be shown.'));
  await eventually('the list', () => document.body.textContent!.includes('No word waits.'));
  key('z');
  await eventually('it waits again', () => server.items.get('rude')!.standing === 'undecided');
});

test('letters typed into a field are letters', async () => {
  const server = new FakeAnswers(item('trust', 9));
  await show(server);
  button(/^Shown/).click();
  await eventually('the row', () => rows().includes('trust'));
  key('e');
  const named = () => document.querySelector<HTMLInputElement>('li input[type="text"]');
  await eventually('the field', named);
  const field = named()!;
  field.focus();
  key('d');
  expect(server.decided).toEqual([]);
  field.value = 'Trust';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.closest('form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
  await eventually('its name', () => server.items.get('trust')!.called === 'Trust');
});

test('in a panel keys outside of it are somebody else’s', async () => {
  const server = new FakeAnswers(item('rude', 3, { waits: true }));
  await show(server, false);
  await eventually('the row', () => rows().includes('rude'));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }));
  expect(server.decided).toEqual([]);
  document.querySelector<HTMLElement>('[data-answer]')!.focus();
  key('a');
  await eventually('it is shown', () => server.decided.length === 1);
});

test('two are selected and joined under a name', async () => {
  const server = new FakeAnswers(item('pay gap', 9), item('gender pay gap', 4));
  await show(server);
  button(/^Shown/).click();
  await eventually('the rows', () => rows().length === 2);
  key('x');
  key('m');
  expect(document.querySelector('[type="radio"]'), 'one alone is joined with nothing').toBeNull();
  key('ArrowDown');
  key('x');
  key('m');
  const radios = () => [...document.querySelectorAll<HTMLInputElement>('[type="radio"]')];
  await eventually('the choice', () => radios().length === 2);
  const [first] = radios();
  expect(first!.checked).toBe(true);
  document.querySelector('.tray form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
  await eventually('joined', () => server.items.get('gender pay gap')!.into === 'pay gap');
});
