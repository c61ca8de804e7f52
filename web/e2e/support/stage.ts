import type { Page } from 'playwright-core';

/** Label and number of every bar, as they stand on the stage: `['Culture change', '42%', '(118)']`. */
export const stageRows = (page: Page): Promise<[string, string, string][]> =>
  page.locator('[data-row]').evaluateAll((rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent?.trim() ?? '';
      const count = text('.share span');
      return [text('.label'), text('.share b'), count && `(${count})`];
    }),
  );

/** The keys of the stage steer: the organiser who is signed in has a connection. */
export const steerable = (stage: Page): Promise<void> =>
  stage.locator('.buttons:not(:has(.unable)) button').first().waitFor({ state: 'attached' });

/** What does not fit: outside the screen, cut off, or on top of something else. Empty is good. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) {
      wrong.push(`the page scrolls: ${root.scrollWidth}x${root.scrollHeight}`);
    }
    const parts = [
      ...document.querySelectorAll<HTMLElement>(
        'h1, [data-row] .label, [data-row] .share, [data-row] .mark, footer p, .qr',
      ),
    ].filter((part) => part.offsetParent !== null);
    if (parts.length === 0) wrong.push('there is nothing to see');
    const named = parts.map((part) => ({
      part,
      name: (part.textContent ?? '').trim().slice(0, 30) || part.className,
      box: part.getBoundingClientRect(),
    }));
    for (const { part, name, box } of named) {
      if (box.left < 0 || box.top < 0 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5) {
        wrong.push(`outside the screen: ${name}`);
      }
      if (part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflow === 'hidden') {
        wrong.push(`cut off: ${name}`);
      }
      if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) wrong.push(`too wide: ${name}`);
      if (box.height < 8) wrong.push(`squashed: ${name}`);
    }
    for (const [index, a] of named.entries()) {
      for (const b of named.slice(index + 1)) {
        if (a.part.contains(b.part) || b.part.contains(a.part)) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 1 && down > 2) wrong.push(`on top of each other: ${a.name} / ${b.name}`);
      }
    }
    return wrong;
  });

/** Smallest letters among the labels and numbers, CSS px. */
export const smallestLetters = (page: Page): Promise<number> =>
  page
    .locator('[data-row] .label, [data-row] .share span')
    .evaluateAll((parts) => Math.min(...parts.map((part) => Number.parseFloat(getComputedStyle(part).fontSize))));
