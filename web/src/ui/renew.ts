import { mount } from 'svelte';
import Newer from './Newer.svelte';
import { once, renews } from './renewal.ts';

/** A hall does not come back in one second. Milliseconds. */
const SPREAD_MS = [2_000, 20_000] as const;
const LOOK_EVERY_MS = 2_000;
/** Whoever touched nothing for so long is not in the middle of something. */
const CALM_MS = 10_000;
const TEXT = 'textarea, input:not([type=radio], [type=checkbox], [type=button]), [contenteditable]';

let touchedAt = -Infinity;
for (const what of ['pointerdown', 'keydown', 'input']) {
  addEventListener(what, () => (touchedAt = performance.now()), { capture: true, passive: true });
}

/**
 * Something is written, asked or on its way that a page loaded anew would not have. Also in full screen, which only a
 * person can bring back: a stage in front of a hall waits until somebody leaves it or presses reload. A stage that
 * fills its screen by other means (a kiosk, F11) waits until nothing is open on it (`data-open`).
 */
export function busy(): boolean {
  if (performance.now() - touchedAt < CALM_MS || document.fullscreenElement) return true;
  if (document.querySelector('dialog[open], [data-open]')) return true;
  const fields = [...document.querySelectorAll<HTMLInputElement>(TEXT)];
  if (fields.some((field) => field.value && !field.readOnly)) return true;
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const name = localStorage.key(i)!;
      const kept = /^plenary\.(votes|questions|upvotes)\./.test(name) ? localStorage.getItem(name) : null;
      if (kept && /"pending":\{|"state":"waiting"/.test(kept)) return true;
    }
  } catch {
    // nothing is kept, so nothing waits
  }
  return false;
}

renews((build) => {
  // A stage in a hall has nobody to press a button.
  if (!document.documentElement.classList.contains('stage')) mount(Newer, { target: document.body });
  const look = () => {
    if (busy()) setTimeout(look, LOOK_EVERY_MS);
    else once(build);
  };
  setTimeout(look, SPREAD_MS[0] + Math.random() * (SPREAD_MS[1] - SPREAD_MS[0]));
});
