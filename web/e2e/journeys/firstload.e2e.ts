import { expect, test } from 'vitest';
import { organiser, shared } from '../support/people.ts';
import { PRIORITY } from '../support/polls.ts';
import { visit, type Visit } from '../support/visit.ts';

const BYTES = 40 * 1024;
/** The page, its script and its style; what is asked for after those paints nothing that is waited for. */
const ROUND_TRIPS = 4;

function light({ bytes, requests, foreign, fonts }: Visit): void {
  expect({ foreign, fonts }).toEqual({ foreign: [], fonts: [] });
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(BYTES);
  const files = requests.filter((path) => !path.startsWith('/api/') && !path.includes('favicon'));
  expect(files.length, files.join(' ')).toBeLessThanOrEqual(ROUND_TRIPS);
}

test('the first page is light, and whoever types the code is in', async () => {
  const desk = await organiser().event('First load', [PRIORITY]);
  const seen = await visit(`${shared().base}/`, '.page:not(.shell) #code');
  light(seen);
  const { page } = seen;
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('code');
  await page.keyboard.type(desk.code);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('Waiting for the first poll').first().waitFor();
});

test.each(['Waiting', 'Open'])('so is the page behind the QR code: %s', async (state) => {
  const desk = await organiser().event(`First load ${state}`, [PRIORITY]);
  if (state === 'Open') await desk.open(0);
  light(await visit(desk.join, state === 'Open' ? 'form#vote' : 'main.message h1'));
});
