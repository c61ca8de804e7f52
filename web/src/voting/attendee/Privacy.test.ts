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

const EARLIER = 'You gave no name and no address';
const FINAL = "The poll's secret was deleted";

test('how we know is loaded when somebody wants to read it, and is there from then on', async () => {
  shown = mount(Privacy, { target: document.body, props: {} });
  expect(document.body.textContent).not.toContain(EARLIER);
  document.querySelector('details')!.dispatchEvent(new Event('toggle'));
  await eventually('the text', () => document.body.textContent!.includes(EARLIER));
  expect(document.body.textContent, 'C7 what one vote is one of').toContain('One browser has one vote.');
  expect(document.body.textContent).not.toContain('nobody counts twice');
  await unmount(shown);
  shown = mount(Privacy, { target: document.body, props: { final: true } });
  expect(document.body.textContent).toContain(FINAL);
  expect(document.body.textContent).not.toContain(EARLIER);
});
