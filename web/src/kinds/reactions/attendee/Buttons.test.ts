// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClientMessage } from '../../../protocol/messages.gen.ts';
import { props } from '../../../attendee/testing.svelte.ts';
import Buttons from './Buttons.svelte';
import { Gate } from './gate.svelte.ts';

const counts = { clap: 0, heart: 0, idea: 0, question: 0 };
let app: object;
let sent: ClientMessage[];
let given: { of: Gate; live: boolean };
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  const gate = new Gate({ send: (message) => sent.push(message) > 0 }, () => ({ id: 'r' }));
  given = props({ of: gate, live: true });
  app = mount(Buttons, { target: document.body, props: given });
  flushSync();
});
afterEach(async () => {
  await unmount(app);
  vi.useRealTimers();
});
const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('button')];
const button = (name: string) => buttons().find((each) => each.getAttribute('aria-label') === name)!;
const press = (name: string) => (button(name).click(), flushSync());

test('four buttons with names, in a group', () => {
  expect(buttons().map((each) => each.getAttribute('aria-label'))).toEqual(['Clap', 'Heart', 'Idea', 'Question']);
  expect(document.querySelector('[role=group]')!.getAttribute('aria-label')).toBe('Reactions');
});

test('a press is seen at once and sent as a sum', () => {
  press('Clap');
  expect(button('Clap').classList.contains('pressed')).toBe(true);
  press('Clap');
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(500);
  flushSync();
  expect(sent).toEqual([{ type: 'react', activity: 'r', kind: 'clap', count: 2 }]);
  expect(button('Clap').classList.contains('pressed')).toBe(false);
});

test('the room’s sum stands beside the shape for a moment, and is read out to nobody', () => {
  given.of.receive({ type: 'reactions', epoch: 'e', activity: 'r', added: { ...counts, heart: 12 } });
  flushSync();
  const sum = button('Heart').querySelector('.sum')!;
  expect(sum.getAttribute('data-sum')).toBe('+12');
  expect(sum.getAttribute('aria-hidden')).toBe('true');
  expect(document.querySelector('[aria-live], [role=status], [role=alert]')).toBeNull();
  expect(document.querySelectorAll('.sum')).toHaveLength(1);
  vi.advanceTimersByTime(1_200);
  flushSync();
  expect(document.querySelectorAll('.sum')).toHaveLength(0);
});

test('without a connection nothing is kept for later', () => {
  press('Idea');
  given.live = false;
  flushSync();
  press('Idea');
  expect(button('Idea').getAttribute('aria-disabled')).toBe('true');
  vi.advanceTimersByTime(5_000);
  given.live = true;
  flushSync();
  vi.advanceTimersByTime(5_000);
  expect(sent).toEqual([]);
});

test('E18: what the room showed before these buttons were there is not shown again', async () => {
  given.of.receive({ type: 'reactions', epoch: 'e', activity: 'r', added: { ...counts, heart: 3 } });
  flushSync();
  expect(document.querySelectorAll('.sum')).toHaveLength(1);
  await unmount(app);
  app = mount(Buttons, { target: document.body, props: given });
  flushSync();
  expect(document.querySelectorAll('.sum')).toHaveLength(0);
  given.of.receive({ type: 'reactions', epoch: 'e', activity: 'r', added: { ...counts, heart: 1 } });
  flushSync();
  expect(document.querySelectorAll('.sum')).toHaveLength(1);
});
