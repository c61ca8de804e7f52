import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fill } from '../support/askers.ts';
import { organiser, shared, signedInDevice } from '../support/people.ts';
import { mainButton, placeOf } from '../support/places.ts';
import { poll } from '../support/polls.ts';
import { questionsOn } from '../support/queue.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** Where the middle of every part is that scrolls down by itself. */
const columns = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (each) =>
          each.checkVisibility() &&
          /auto|scroll/.test(getComputedStyle(each).overflowY) &&
          each.scrollHeight > each.clientHeight + 1,
      )
      .map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        return [left + width / 2, top + height / 2] as const;
      }),
  );

/** How far the page is scrolled, and where its bar begins and ends, once what was done has been drawn. */
const bar = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
    const { top, height } = document.querySelector('header')!.getBoundingClientRect();
    const frame = document.querySelector('.frame')!;
    return { page: document.scrollingElement!.scrollTop, frame: frame.scrollTop, top, whole: height > 40 };
  });
const STILL = { page: 0, frame: 0, top: 0, whole: true };

test('E5 wheel and keys past the end of every column move no page as a whole, and its bar stays', async () => {
  const short = Array.from({ length: 24 }, (_, at) => ({ ...poll(2), question: `Number ${at + 1}, and what of it?` }));
  const desk = await organiser().event('Long in every place', [poll(20, 200), ...short]);
  await fill(
    desk,
    await questionsOn(desk),
    Array.from({ length: 30 }, (_, at) => `What is your answer to number ${at + 1}, and who will see to it?`),
  );
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  const places = {
    prepare: async () => {
      await page.locator('[data-activity]').first().click();
      await page.getByLabel('Option 20', { exact: true }).waitFor();
    },
    run: () => page.getByRole('region', { name: 'Next step' }).waitFor(),
    moderate: () => page.getByText('What is your answer to number 30').first().waitFor(),
    results: () => page.getByRole('link', { name: 'Event file' }).waitFor(),
  };
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const [place, shows] of Object.entries(places)) {
      await page.goto(placeOf(shared().base, desk.event, place as keyof typeof places));
      await shows();
      const at = `${place} at ${size.width}`;
      const scrolling = await columns(page);
      if (place !== 'run') expect(scrolling.length, `${at} has a column that scrolls`).toBeGreaterThan(0);
      for (const [x, y] of [...scrolling, [size.width / 2, size.height / 2] as const]) {
        await page.mouse.move(x, y);
        for (let turn = 0; turn < 2; turn++) await page.mouse.wheel(0, 20_000);
        expect.soft(await bar(page), `${at}, wheel`).toEqual(STILL);
      }
      for (const key of ['Space', 'PageDown', 'End']) {
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await page.keyboard.press(key);
        expect.soft(await bar(page), `${at}, ${key}`).toEqual(STILL);
      }
    }
  }
});

test('E5 in Run no press scrolls: the run order brings what is on stage in sight by itself', async () => {
  const drafts = Array.from({ length: 16 }, (_, at) => ({ ...poll(2), question: `Number ${at + 1}, and what of it?` }));
  const desk = await organiser().event('A long run order', drafts);
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.setViewportSize({ width: 1366, height: 600 });
  await page.goto(placeOf(shared().base, desk.event, 'run'));
  const run = page.locator('.run');
  const seen = () =>
    run.evaluate((column) => {
      const card = column.querySelector('[aria-current=true]')!.getBoundingClientRect();
      const list = column.querySelector('ol:has([aria-current=true])')!.getBoundingClientRect();
      return { top: column.scrollTop, inside: card.left >= list.left && card.right <= list.right };
    });
  await mainButton(page, 'Open the first question').waitFor();
  expect(await run.evaluate((column) => column.scrollHeight > column.clientHeight), 'it could scroll').toBe(true);
  await page.locator('[aria-label="Next step"][aria-busy="false"]').waitFor();
  await page.keyboard.press('Space');
  await desk.wire.until(() => desk.poll(0).state === 'open');
  await mainButton(page, 'Lock voting').waitFor();
  expect(await seen()).toEqual({ top: 0, inside: true });
  await page.evaluate(() => document.querySelector('.run')!.scrollTo(0, 0));
  await desk.open(14);
  await page.getByRole('button', { name: /^15 .*on stage/ }).waitFor();
  await expect.poll(seen).toEqual({ top: 0, inside: true });
  await desk.open(1);
  await page.getByRole('button', { name: /^2 .*on stage/ }).waitFor();
  await expect.poll(seen).toEqual({ top: 0, inside: true });
});
