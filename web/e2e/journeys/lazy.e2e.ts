import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { device, organiser } from '../support/people.ts';
import { Questions } from '../support/questions.ts';

/** What a phone loads later fails the first time, each script and each style sheet. */
async function failing(page: Page): Promise<Set<string>> {
  const failed = new Set<string>();
  await page.route('**/assets/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/assets/index-') || failed.has(pathname)) return route.continue();
    failed.add(pathname);
    return route.abort('connectionreset');
  });
  return failed;
}

test('C13: what a page loads later comes by itself although it did not come at first', async () => {
  const desk = await organiser().event('Comes later', []);
  await desk.run({ type: 'createRoom', name: 'Annexe' });
  await Questions.on(desk);
  const page = await (await device()).newPage();
  const failed = await failing(page);
  await page.goto(desk.join);
  await page.getByRole('button', { name: 'Main hall' }).click();
  await page.locator('summary', { hasText: 'Main hall' }).waitFor();
  await page.getByRole('button', { name: /^Questions/ }).click();
  await page.getByRole('textbox', { name: 'Ask a question' }).waitFor();
  expect([...failed].filter((path) => path.endsWith('.js')).length).toBeGreaterThan(1);
  expect([...failed].filter((path) => path.endsWith('.css')).length).toBeGreaterThan(1);
  const styled = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href && new URL(href).pathname));
  expect(styled).toEqual(expect.arrayContaining([...failed].filter((path) => path.endsWith('.css'))));
});
