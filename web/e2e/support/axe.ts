import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};0`);
  return page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n').slice(1).join(' ') ?? ''}`));
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

/** Nothing wrong with this state of a page, however it is looked at. `phone` adds narrow screens, where nothing may scroll sideways. */
export async function accessible(page: Page, state: string, { phone = false } = {}): Promise<void> {
  const size = page.viewportSize()!;
  const wrong: Record<string, string[]> = {};
  for (const look of phone ? [...looks, ...small] : looks) {
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' });
    if (look.size) await page.setViewportSize(look.size);
    const found = await violations(page);
    if (look.size && (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))) found.push('scrolls sideways');
    if (found.length > 0) wrong[look.name] = found;
  }
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  expect.soft(wrong, state).toEqual({});
}
