// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import JoinForm from './JoinForm.svelte';

test('C15: what an input method is composing is left alone until it is done', () => {
  const joined: string[] = [];
  const form = mount(JoinForm, {
    target: document.body,
    props: {
      code: '',
      problem: null,
      last: null,
      onjoin: (code: string) => joined.push(code),
      onreturn: () => undefined,
    },
  });
  flushSync();
  const field = document.querySelector<HTMLInputElement>('#code')!;
  const type = (value: string, isComposing: boolean) => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
    return field.value;
  };
  expect(['ｈ', 'ｈ７', 'ｈ７ｋ２'].map((value) => type(value, true))).toEqual(['ｈ', 'ｈ７', 'ｈ７ｋ２']);
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  expect(field.value).toBe('H7K 2');
  expect(type('H7K 2m', false)).toBe('H7K 2M');
  void unmount(form);
});
