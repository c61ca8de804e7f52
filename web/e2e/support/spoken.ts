import type { Page } from 'playwright-core';

export interface Spoken {
  /** Milliseconds since the page was loaded. */
  at: number;
  text: string;
}

/** Writes down what every live region of the page says, from its first moment on. Call before `goto`. */
export async function listen(page: Page): Promise<() => Promise<Spoken[]>> {
  await page.addInitScript(() => {
    const spoken: { at: number; text: string }[] = Object.assign(window, { spoken: [] }).spoken;
    const said = new WeakMap<Element, string>();
    const look = () =>
      document.querySelectorAll('[role=status], [role=alert], [aria-live]').forEach((region) => {
        const text = region.textContent?.trim() ?? '';
        if (said.get(region) === text) return;
        said.set(region, text);
        if (text) spoken.push({ at: performance.now(), text });
      });
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { spoken: Spoken[] }).spoken);
}

/** What was said less than so many milliseconds, five seconds, after what came before it. */
export const tooSoon = (spoken: readonly Spoken[], quietMs = 5_000): Spoken[] =>
  spoken.filter((each, index) => index > 0 && each.at - spoken[index - 1]!.at < quietMs - 100);
