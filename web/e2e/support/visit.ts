import type { Page } from 'playwright-core';
import { device } from './people.ts';

export interface Visit {
  bytes: number;
  /** Paths, in the order in which they were asked for. */
  requests: string[];
  foreign: string[];
  fonts: string[];
  page: Page;
}

/**
 * Loads everything of an address for the first time and counts what that costs, until `ready` matches. The caller
 * closes the page's context.
 */
export async function visit(
  url: string,
  ready: string,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<Visit> {
  const page = await (await device()).newPage();
  await prepare(page);
  const sizes: Promise<number>[] = [];
  const requests: string[] = [];
  const foreign: string[] = [];
  const fonts: string[] = [];
  const own = new URL(url).origin;
  page.on('requestfinished', (request) => sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)));
  page.on('request', (request) => {
    requests.push(new URL(request.url()).pathname);
    if (!request.url().startsWith(own) && !request.url().startsWith('data:')) foreign.push(request.url());
    if (request.resourceType() === 'font') fonts.push(request.url());
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.locator(ready).first().waitFor();
  const until = requests.length; // what comes while people wait is no first load
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { bytes, requests: requests.slice(0, until), foreign, fonts, page };
}
