// @vitest-environment happy-dom
import { mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import Privacy from './Privacy.svelte';

let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  document.body.replaceChildren();
});

test.each([
  [false, 'You gave no name and no address'],
  [true, "The poll's secret was deleted"],
])('how we know is loaded when somebody wants to read it (final: %s)', async (final, words) => {
  shown = mount(Privacy, { target: document.body, props: { final } });
  expect(document.body.textContent).not.toContain(words);
  document.querySelector('details')!.dispatchEvent(new Event('toggle'));
  await eventually('the text', () => document.body.textContent!.includes(words));
});
