// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import Words from './Words.svelte';

let app: ReturnType<typeof mount>;
/** How many lines the words have, of 20 px. */
let lines = 0;
const stubs = {
  scrollHeight: () => lines * 20,
  clientHeight: (short: boolean) => (short ? Math.min(4, lines) : lines) * 20,
};
beforeEach(() => {
  for (const [name, height] of Object.entries(stubs)) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return height(this.classList.contains('short'));
      },
    });
  }
});
afterEach(async () => {
  await unmount(app);
  for (const name of Object.keys(stubs)) delete (HTMLElement.prototype as unknown as Record<string, unknown>)[name];
  document.body.innerHTML = '';
});

function show(length: number, has: number) {
  lines = has;
  app = mount(Words, { target: document.body, props: { text: 'x'.repeat(length) } });
  flushSync();
}
const button = () => document.querySelector('button');
const says = () => [
  button()?.textContent,
  button()?.getAttribute('aria-expanded'),
  document.querySelector('.text')!.classList.contains('short'),
];

test('a question of 1,000 characters shows its first lines, and the rest at a press', () => {
  show(1_000, 25);
  expect(says()).toEqual(['Show all of this question', 'false', true]);
  expect(document.querySelector('.text')!.textContent).toHaveLength(1_000);
  button()!.click();
  flushSync();
  expect(says()).toEqual(['Show less of this question', 'true', false]);
  button()!.click();
  flushSync();
  expect(says()).toEqual(['Show all of this question', 'false', true]);
});

test('what fits has no button, however long it is', () => {
  show(180, 3);
  expect(button()).toBeNull();
});

test('short words are not measured', () => {
  show(120, 25);
  expect(says()).toEqual([undefined, undefined, false]);
});
