// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { Words } from '../../../protocol/messages.gen.ts';
import { nothing, type Written } from './entries.ts';
import WordForm from './WordForm.svelte';

const words: Words = {
  kind: 'words',
  id: 'w',
  round: 1,
  question: 'One word?',
  entries: 3,
  length: 25,
  approveFirst: false,
  languages: [],
  abstain: 'Rather not say',
  state: 'open',
  results: 'stage',
  tally: null,
};
let app: object | null = null;
afterEach(async () => {
  if (app) await unmount(app);
  document.body.innerHTML = '';
});

function show(over: Partial<Words> = {}) {
  let votes = 0;
  const props = $state({
    words: { ...words, ...over },
    written: nothing as Written,
    onchange: (written: Written) => void (props.written = written),
    onvote: () => void votes++,
  });
  app = mount(WordForm, { target: document.body, props });
  flushSync();
  return { props, votes: () => votes };
}
const fields = () => [...document.querySelectorAll<HTMLInputElement>('input[type="text"]')];
function type(at: number, text: string) {
  const field = fields()[at]!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}
const enter = (at: number) => {
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  fields()[at]!.dispatchEvent(event);
  return event.defaultPrevented;
};

test('one field after the other comes, each with its name and what is wrong in it', () => {
  const { props } = show();
  expect(fields().map(({ labels }) => labels![0]!.textContent)).toEqual(['Answer 1 of 3']);
  type(0, 'fair pay');
  type(1, 'one two three four');
  expect(fields()).toHaveLength(3);
  expect(props.written.entries).toEqual(['fair pay', 'one two three four']);
  const wrong = fields()[1]!;
  expect(wrong.getAttribute('aria-invalid')).toBe('true');
  const note = document.getElementById(wrong.getAttribute('aria-describedby')!)!;
  expect(note.textContent).toContain('This has 4 words. Use at most 3.');
  type(2, 'FAIR-PAY');
  expect(document.body.textContent).toContain('You wrote that already: it counts once.');
});

test('Enter leads on to an empty field; elsewhere it is the form’s, which votes', () => {
  const { votes } = show();
  expect(enter(0), 'nothing is written yet').toBe(false);
  type(0, 'time');
  expect(enter(0)).toBe(true);
  expect(document.activeElement).toBe(fields()[1]);
  document.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
  expect(votes()).toBe(1);
});

test('to abstain keeps what is written; to write takes it back', () => {
  const { props } = show();
  type(0, 'time');
  document.querySelector<HTMLInputElement>('[type="checkbox"]')!.click();
  flushSync();
  expect(props.written).toEqual({ entries: ['time'], abstain: true });
  type(0, 'times');
  expect(props.written).toEqual({ entries: ['times', ''], abstain: false });
});

test('who may see and hide it is said, and is true', () => {
  show();
  expect(document.body.textContent).toContain(
    'The stage may show what you write, never who wrote it. Moderators can hide',
  );
});

test('where a moderator reads first, that is said; one answer has no number', () => {
  show({ approveFirst: true, entries: 1, abstain: null });
  expect(document.body.textContent).toContain('Once a moderator lets it through, the stage may show what you write');
  expect(fields()[0]!.labels![0]!.textContent).toBe('Your answer');
  type(0, 'time');
  expect(fields()).toHaveLength(1);
});
