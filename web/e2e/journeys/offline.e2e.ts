import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Server } from '../setup/server.ts';
import { accessible } from '../support/axe.ts';
import { SignedIn } from '../support/desk.ts';
import { ask } from '../support/http.ts';
import { pressBack, pressOn } from '../support/keyboard.ts';
import { renew } from '../support/otherBuild.ts';
import { device } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { Questions } from '../support/questions.ts';

/** The worker has the page and its files: before that it is not active. */
const kept = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
/** This page is of that build. */
const built = (page: Page, name: string) =>
  page.waitForFunction((build) => document.documentElement.dataset['build'] === build, name);
/** Registrations and caches of the worker. */
const ofWorker = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim());

test('C8, C13: one page after another without the server, and with one that was renewed', async () => {
  const server = await Server.start(null, { PLENARY_GRACE: '1s' });
  try {
    const who = await SignedIn.first(server.printed);
    const path = '/api/v1/events';
    const { body } = await ask<{ events: { id: string }[] }>(who.base, 'GET', path, undefined, who.cookie);
    const desk = await who.desk(body.events[0]!.id);
    await Questions.on(desk);
    await desk.open(0);
    const context = await device();
    await context.addInitScript(() => (Math.random = () => 0)); // the first of a hall that comes back
    const phone = new Phone(await context.newPage());
    const { page } = phone;
    await page.goto(desk.join);
    await phone.vote('Gender pay');
    const receipt = await phone.counted('Gender pay');
    await kept(page);
    const writing = await context.newPage();
    await writing.goto(desk.join);
    await writing.getByRole('button', { name: /^Questions/ }).click();
    await writing.getByRole('textbox', { name: 'Ask a question' }).fill('Who decides on job shares?');

    await server.kill();
    await page.reload();
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    await phone.sees('We keep trying. You do not have to do anything.');
    expect(await page.locator('header').innerText(), 'nothing says that it is live').not.toMatch(/live|connected/i);
    const receipts = await context.newPage();
    await receipts.goto(`${who.base}/my-votes`);
    const remove = receipts.getByRole('button', { name: `Remove receipt ${receipt}` });
    await remove.waitFor();
    await receipts.getByText('Gender pay').waitFor();
    await accessible(receipts, 'my votes', { phone: true });
    await pressOn(receipts, remove);
    const undo = receipts.getByRole('button', { name: `Undo receipt ${receipt}` });
    await undo.waitFor();
    expect(await focused(receipts), 'what undoes it is at hand').toBe(`Undo receipt ${receipt}`);
    expect(await receipts.getByText('Gender pay').count()).toBe(0);
    await accessible(receipts, 'my votes, one removed', { phone: true });
    await receipts.keyboard.press('Enter');
    await receipts.getByText('Gender pay').waitFor();
    expect(await focused(receipts)).toBe(`Remove receipt ${receipt}`);

    const build = await renew(server);
    // Nothing is typed on this one.
    await built(page, build);
    await phone.counted('Gender pay');
    await expect.poll(() => ofWorker(page)).toBe(0);
    // On this one something is.
    await writing.getByText('This page was renewed on the server.').waitFor();
    expect(await writing.evaluate(() => document.documentElement.dataset['build'])).not.toBe(build);
    await writing.getByRole('button', { name: 'Reload', exact: true }).click();
    await built(writing, build);

    await pressBack(receipts, receipts.getByRole('link', { name: `Check receipt ${receipt}` }));
    await receipts.getByRole('heading', { name: 'Was my vote counted?' }).waitFor();
    expect(await receipts.getByLabel('Receipt', { exact: true }).inputValue()).toBe(receipt);
    const offered = receipts.getByRole('button', { name: receipt });
    expect(await offered.getAttribute('aria-pressed')).toBe('true');
    await accessible(receipts, 'verify, with receipts of this browser', { phone: true });
    await receipts.getByLabel('Receipt', { exact: true }).fill('');
    await pressOn(receipts, offered);
    expect(await receipts.getByLabel('Receipt', { exact: true }).inputValue()).toBe(receipt);
  } finally {
    await server.stop();
  }
});
