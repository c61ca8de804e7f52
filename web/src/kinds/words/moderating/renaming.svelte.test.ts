// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { eventually } from '../../../eventually.ts';
import AnswerQueue from './AnswerQueue.svelte';
import { FakeAnswers, item, words } from './testing.ts';

test('what is typed as a name stays while answers come in and the list is read again', async () => {
  const server = new FakeAnswers(item('trust', 9, { waits: true }));
  const props = $state({ desk: server.desk, words, everywhere: true });
  const app = mount(AnswerQueue, { target: document.body, props });
  await eventually('the row', () => document.querySelector('[data-answer]'));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true, cancelable: true }));
  const field = () => document.querySelector<HTMLInputElement>('li input[type="text"]');
  await eventually('the field', () => field()?.value === 'trust');
  field()!.value = 'Trust in';
  field()!.dispatchEvent(new Event('input', { bubbles: true }));
  server.items.set('trust', item('trust', 12, { waits: true }));
  props.words = { ...words, tally: { ...words.tally, version: 2 } };
  flushSync();
  await eventually('the newer number', () => document.body.textContent!.includes('12 people'));
  expect(field()!.value).toBe('Trust in');
  await unmount(app);
});
