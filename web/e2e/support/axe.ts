import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Half the size of what the package calls its source: each page has to parse it. */
const SOURCE = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};0`;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong. What a bar that sticks to the screen half covers, axe takes for too small, but it judges only
 * this one place of the page: such an element is looked at again in the middle of what scrolls it, and counts when it
 * is too small there as well.
 */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate(async (values) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
      elementRef: true,
    });
    const says = (id: string, { html, failureSummary }: (typeof violations)[number]['nodes'][number]) =>
      `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n').slice(1).join(' ') ?? ''}`;
    const found: string[] = [];
    for (const { id, nodes } of violations) {
      for (const node of nodes) {
        if (id !== 'target-size' || !node.element?.isConnected) {
          found.push(says(id, node));
          continue;
        }
        const scrolled: [Element, number, number][] = [];
        for (let at: Element | null = node.element; at; at = at.parentElement) {
          scrolled.push([at, at.scrollLeft, at.scrollTop]);
        }
        node.element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const again = await run(node.element, { runOnly: { type: 'rule', values: [id] }, resultTypes: ['violations'] });
        found.push(...again.violations.flatMap((each) => each.nodes.map((still) => says(each.id, still))));
        for (const [at, left, top] of scrolled) at.scrollTo({ left, top, behavior: 'instant' });
      }
    }
    return found;
  }, TAGS);
}

interface Look {
  name: string;
  media: Parameters<Page['emulateMedia']>[0];
  size?: { width: number; height: number };
}

const looks: Look[] = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
];
const small: Look[] = [
  { name: '320 px', media: { colorScheme: 'light', forcedColors: 'none' }, size: { width: 320, height: 640 } },
  { name: '400 % zoom', media: { colorScheme: 'light', forcedColors: 'none' }, size: { width: 320, height: 256 } },
];

/** The page scrolls sideways: by what, the innermost that stands out first. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const out = [...document.querySelectorAll('body *')]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth)
      .map((each) => `${each.tagName}.${each.className} “${each.textContent?.trim().slice(0, 20)}”`);
    return [`scrolls sideways, ${scrollWidth} px: ${out.slice(-8).reverse().join(' < ')}`];
  });

/**
 * Nothing wrong with this state of a page, however it is looked at. `phone` adds narrow screens, where nothing may
 * scroll sideways.
 */
export async function accessible(page: Page, state: string, { phone = false } = {}): Promise<void> {
  const size = page.viewportSize()!;
  const wrong: Record<string, string[]> = {};
  for (const look of phone ? [...looks, ...small] : looks) {
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' });
    if (look.size) await page.setViewportSize(look.size);
    const found = await violations(page);
    if (look.size) found.push(...(await sideways(page)));
    if (found.length > 0) wrong[look.name] = found;
  }
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  // Drawn again in its old size: what is pressed next does not move away from under the press.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect.soft(wrong, state).toEqual({});
}
