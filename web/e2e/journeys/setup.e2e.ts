import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { add } from '../support/adding.ts';
import { Server } from '../setup/server.ts';
import { parseCsv } from '../support/csv.ts';
import { ACCOUNT } from '../support/desk.ts';
import { device, LAPTOP } from '../support/people.ts';
import { toPlace } from '../support/places.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const runOrder = (page: Page) =>
  page.getByRole('region', { name: 'Run order' }).locator('[data-activity] .text').allInnerTexts();

async function download(page: Page, name: string, nth = 0): Promise<string> {
  await toPlace(page, 'results');
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).nth(nth).click();
  const file = join(tmpdir(), `plenary-download-${process.pid}`);
  await (await started).saveAs(file);
  await toPlace(page, 'prepare');
  const text = await readFile(file, 'utf8');
  await rm(file);
  return text;
}

test('a newcomer sets up, finds the example, prepares an event, and takes it home and in again', async () => {
  const server = await Server.start();
  try {
    const page = await (await device({ ...LAPTOP, acceptDownloads: true })).newPage();
    await page.goto(server.printed.setup!);
    await page.getByLabel('Your name').fill(ACCOUNT.name);
    await page.getByLabel('E-mail address').fill(ACCOUNT.email);
    await page.getByLabel('Password', { exact: true }).fill('short');
    await button(page, 'Make the account').click();
    await page
      .getByText(/At least 1\d characters|longer/i)
      .first()
      .waitFor();
    await page.getByLabel('Password', { exact: true }).fill(ACCOUNT.password);
    await button(page, 'Make the account').click();
    await page.getByRole('link', { name: 'Health and Care Women Leaders conference', exact: true }).waitFor();

    await button(page, 'New event').click();
    await page.getByLabel('Name', { exact: true }).fill('Spring gathering');
    await button(page, 'Create event').click();
    await page.getByRole('heading', { name: 'Spring gathering' }).waitFor();

    await add(page);
    await page.getByLabel('Question', { exact: true }).fill('Which of these shall we do?');
    for (const [index, text] of ['Walk', 'Talk, then "eat"', 'Sing'].entries()) {
      const field = page.getByLabel(`Option ${index + 1}`, { exact: true });
      if ((await field.count()) === 0) await page.getByRole('button', { name: '+ Add an option' }).click();
      await field.fill(text);
    }
    await page.getByRole('button', { name: '+ Add an option' }).click();
    await page.getByLabel('Option 4', { exact: true }).fill('None of these');
    await page.getByLabel('Several options').check();
    await page.getByLabel('At most').selectOption('2');
    await page.getByRole('checkbox', { name: /Cannot be combined with others ?: option 4/ }).check();
    await page.getByLabel('Offer a way to abstain').check();
    await button(page, 'Add poll').click();
    await page.getByRole('form', { name: 'Edit poll' }).waitFor();
    await page
      .frameLocator('iframe')
      .first()
      .getByText(/up to 2/)
      .first()
      .waitFor();

    await page.getByLabel('Question', { exact: true }).fill('=Which of these shall we do?');
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: '=Which of these shall we do?' }).waitFor();
    await button(page, 'Duplicate').click();
    await expect.poll(() => runOrder(page)).toHaveLength(2);
    await add(page);
    await page.getByLabel('Question', { exact: true }).fill('When?');
    await page.getByLabel('Option 1', { exact: true }).fill('Soon');
    await page.getByLabel('Option 2', { exact: true }).fill('Later');
    await button(page, 'Add poll').click();
    await page.getByRole('heading', { name: 'When?' }).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await runOrder(page))[1]).toBe('When?');
    await button(page, 'Move up').click();
    await expect.poll(async () => (await runOrder(page))[0]).toBe('When?');
    await page.getByRole('region', { name: 'Run order' }).locator('[data-activity]').nth(2).click();
    await button(page, 'Delete…').click();
    await button(page, 'Cancel').click();
    expect(await runOrder(page)).toHaveLength(3);
    await button(page, 'Delete…').click();
    await button(page, 'Delete poll').click();
    await expect.poll(() => runOrder(page)).toEqual(['When?', '=Which of these shall we do?']);

    const csv = await download(page, 'Results as CSV');
    const rows = parseCsv(csv.replace(/^\uFEFF/, ''));
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(rows.map(({ question, option }) => [question, option])).toEqual([
      ['When?', 'Soon'],
      ['When?', 'Later'],
      ...['Walk', 'Talk, then "eat"', 'Sing', 'None of these', 'Prefer not to say'].map((option) => [
        "'=Which of these shall we do?",
        option,
      ]),
    ]);
    const file = join(tmpdir(), `plenary-event-${process.pid}.json`);
    await writeFile(file, await download(page, 'Event file'));

    await page.getByRole('link', { name: 'Events' }).click();
    await page.locator('input[type=file]').setInputFiles(file);
    await page
      .getByRole('dialog', { name: 'Import this event?' })
      .getByText('The file holds no votes and no questions.')
      .waitFor();
    await button(page, 'Import').click();
    await page.getByRole('heading', { name: 'Spring gathering' }).waitFor();
    await rm(file);
    await expect.poll(() => runOrder(page)).toEqual(['When?', '=Which of these shall we do?']);
    await page.getByRole('region', { name: 'Run order' }).locator('[data-activity]').nth(1).click();
    await page.getByRole('radio', { name: 'Several options', checked: true }).waitFor();
    expect(await page.getByLabel('At most').inputValue()).toBe('2');
    expect(await page.getByLabel('Offer a way to abstain').isChecked()).toBe(true);
    expect(await page.getByLabel('Its words').inputValue()).toBe('Prefer not to say');
    await page.getByRole('link', { name: 'Events' }).click();
    await expect.poll(() => page.getByRole('link', { name: 'Spring gathering', exact: true }).count()).toBe(2);

    await page.goto(server.printed.setup!); // works once
    await page.getByRole('button', { name: 'Sign out' }).or(page.getByText('already set up')).first().waitFor();
  } finally {
    await server.stop();
  }
});
