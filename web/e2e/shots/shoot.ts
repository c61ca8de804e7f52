import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

export const out = fileURLToPath(new URL('../out/shots/', import.meta.url));
mkdirSync(out, { recursive: true });

/** This state of a page, in light and dark. Stages are always dark. */
export async function shoot(
  page: Page,
  name: string,
  schemes: ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${out}${name}-${colorScheme}.png` });
  }
}

export const docs = (name: string): string => fileURLToPath(new URL(`../../../src/docs/${name}`, import.meta.url));
