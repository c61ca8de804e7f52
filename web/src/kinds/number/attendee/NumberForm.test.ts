// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { props } from '../../../attendee/testing.svelte.ts';
import { poll } from '../testing.ts';
import type { Selection } from './answering.ts';
import NumberForm from './NumberForm.svelte';

let form: object;
let marked: Selection;
const onvote = vi.fn();
const HOSTILE = '<img src=x>';

beforeEach(() => {
  vi.useFakeTimers();
  const given = props({
    poll: { ...poll, unit: HOSTILE },
    selection: { text: '', abstain: false, rests: false },
    onchange: (next: Selection) => {
      marked = given.selection = next;
    },
    onvote,
  });
  form = mount(NumberForm, { target: document.body, props: given });
  flushSync();
});
afterEach(async () => {
  await unmount(form);
  document.body.innerHTML = '';
  vi.useRealTimers();
});

const field = () => document.querySelector<HTMLInputElement>('[role=spinbutton]')!;
const press = (word: string) => {
  [...document.querySelectorAll('button')].find((button) => button.textContent!.includes(word))!.click();
  flushSync();
};
const write = (text: string) => {
  field().value = text;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
};
const key = (name: string) => {
  field().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  flushSync();
};

test('a number is typed, stepped and said; its unit is text', () => {
  expect(document.querySelector('img')).toBeNull();
  expect(field().inputMode).toBe('numeric');
  expect(field().getAttribute('aria-valuetext')).toBe('empty');
  write('12');
  press('more');
  expect([field().value, field().getAttribute('aria-valuenow')]).toEqual(['13', '13']);
  expect(field().getAttribute('aria-valuetext')).toBe(`13${HOSTILE}`);
  for (const name of ['ArrowUp', 'PageUp', 'ArrowDown', 'ArrowDown', 'PageDown']) key(name);
  expect(field().value).toBe('12');
});

test('what is wrong is marked when somebody rests, and what was typed stands as it is read', () => {
  write('12,5');
  expect(field().getAttribute('aria-invalid')).toBeNull();
  vi.advanceTimersByTime(1_000);
  flushSync();
  expect(field().getAttribute('aria-invalid')).toBe('true');
  field().dispatchEvent(new FocusEvent('blur'));
  flushSync();
  expect(field().value).toBe('12.5');
  document.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  expect(onvote).toHaveBeenCalledOnce();
});

test('who abstains gives no number', () => {
  write('12');
  document.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
  flushSync();
  expect(marked).toEqual({ text: '', abstain: true, rests: false });
  expect(field().value).toBe('');
});
