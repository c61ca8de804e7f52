import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { device, LAPTOP, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { PRIORITY, USED } from '../support/polls.ts';
import { eventMenu, fromMenu, pressMain, putOnStage } from '../support/places.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('somebody is invited by a link, accepts, presents, becomes a moderator, and is taken off', async () => {
  const desk = await organiser().event('Conference with help', [PRIORITY, USED]);
  const boss = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  await fromMenu(boss, 'People');
  const dialog = boss.getByRole('dialog', { name: 'People who run this event' });
  await dialog.getByText('Owner of this server').waitFor();
  await dialog.getByRole('radio', { name: 'Presenter' }).check();
  await button(boss, 'Make an invitation link').click();
  const link = await dialog.locator('.url').innerText();
  await accessible(boss, 'people, with a new link', { phone: true });
  expect(link).toMatch(/\/organiser#invite=/);

  const helper = await open(link, LAPTOP);
  await helper.getByRole('heading', { name: 'Help run “Conference with help”' }).waitFor();
  expect(helper.url(), 'no secret stays in the address').not.toContain('invite');
  await accessible(helper, 'invitation', { phone: true });
  await helper.getByLabel('Your name').fill('A helper');
  const address = `helper-${desk.event.toLowerCase()}@example.org`;
  await helper.getByLabel('E-mail address').fill(address);
  await helper.getByLabel('Password', { exact: true }).fill('four words in a row');
  await button(helper, 'Make the account and accept').click();
  await helper.getByRole('heading', { name: 'Conference with help' }).waitFor();
  await putOnStage(helper, PRIORITY.question);
  await pressMain(helper, 'Open voting');
  await helper.getByText('1 on stage, voting open').first().waitFor();
  expect(new URL(helper.url()).pathname, 'presenters land in Run').toBe(`/organiser/events/${desk.event}/run`);
  for (const name of ['People', 'Settings', 'Edit', 'Delete…']) {
    expect(await button(helper, name).count(), name).toBe(0);
  }
  await accessible(helper, 'the page of a presenter', { phone: true });

  const again = await open(link, LAPTOP);
  await again.getByRole('heading', { name: 'This invitation does not work' }).waitFor();
  await accessible(again, 'a used invitation', { phone: true });

  await boss.keyboard.press('Escape');
  await fromMenu(boss, 'People');
  await dialog.getByText(address).waitFor();
  await dialog.getByRole('button', { name: 'Change what A helper does' }).click();
  await dialog.locator('li').getByRole('radio', { name: 'Moderator' }).check();
  await accessible(boss, 'people, changing one', { phone: true });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => new URL(helper.url()).pathname).toBe(`/organiser/events/${desk.event}/moderate`);
  expect(await helper.getByRole('button', { name: 'Lock voting' }).count()).toBe(0);
  expect(await helper.getByText(USED.question).count(), 'nothing of polls').toBe(0);

  await dialog.getByRole('button', { name: 'Take off… A helper' }).click();
  await accessible(boss, 'people, taking one off', { phone: true });
  await dialog.getByRole('button', { name: 'Take off', exact: true }).click();
  await helper.getByText('You do not help run this event or room (any more).').waitFor();
  await helper.getByRole('button', { name: 'All events' }).click();
  await helper.getByText('You do not help run an event at present.').waitFor();
  await accessible(helper, 'no events', { phone: true });
  expect(await helper.getByRole('link', { name: 'Conference with help' }).count()).toBe(0);
});

test('an invitation waits until it is withdrawn; whoever has an account accepts with it', async () => {
  const first = await organiser().event('First of two', []);
  const second = await organiser().event('Second of two', []);
  const boss = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  const dialog = boss.getByRole('dialog', { name: 'People who run this event' });
  const invite = async (event: string, role: string) => {
    await boss.goto(`${shared().base}/organiser/events/${event}`);
    await fromMenu(boss, 'People');
    await dialog.getByRole('radio', { name: role }).check();
    await button(boss, 'Make an invitation link').click();
    return dialog.locator('.url').innerText();
  };
  const page = await (await device(LAPTOP)).newPage();
  await page.goto(await invite(first.event, 'Organiser'));
  await page.getByLabel('Your name').fill('A colleague');
  await page.getByLabel('E-mail address').fill(`colleague-${first.event.toLowerCase()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill('four words in a row');
  await button(page, 'Make the account and accept').click();
  await eventMenu(page).waitFor();

  const withdrawn = await invite(second.event, 'Moderator');
  await dialog.getByRole('button', { name: /^Withdraw/ }).click();
  await expect.poll(() => dialog.getByText('Invitations that wait').count()).toBe(0);
  await page.goto('about:blank');
  await page.goto(withdrawn);
  await page.getByRole('heading', { name: 'This invitation does not work' }).waitFor();
  await page.goto('about:blank');
  await page.goto(await invite(second.event, 'Moderator'));
  await page.getByText('You are signed in as A colleague.').waitFor();
  await button(page, 'Accept').click();
  await page.getByRole('heading', { name: 'Second of two' }).waitFor();
  await page.getByRole('link', { name: 'Events' }).click();
  await page.getByRole('link', { name: 'First of two', exact: true }).waitFor();
  await page.getByText('Moderator', { exact: true }).waitFor();
  await button(page, 'New event').waitFor();

  await boss.goto(`${shared().base}/organiser/events/${first.event}`);
  await fromMenu(boss, 'People');
  await dialog.getByRole('button', { name: 'Take off… A colleague' }).click();
  expect(await dialog.getByLabel('New links for stages and remotes').isChecked()).toBe(true);
  await accessible(boss, 'people, taking an organiser off', { phone: true });
  await dialog.getByRole('button', { name: 'Take off', exact: true }).click();
  await expect
    .poll(() => dialog.locator(':scope > .stack > [role]').allTextContents())
    .toEqual(['', 'A colleague is taken off. The links of stages and remotes are new.']);
});
