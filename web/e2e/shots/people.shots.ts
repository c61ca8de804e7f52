import { test } from 'vitest';
import { LAPTOP, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { PRIORITY, USED } from '../support/polls.ts';
import { shoot } from './shoot.ts';
import { fromMenu } from '../support/places.ts';

test.each([
  ['laptop', LAPTOP],
  ['small', PHONE],
])('people, %s', async (size, options) => {
  const desk = await organiser().event('Regional network, autumn meeting', [PRIORITY, USED]);
  const boss = await (await signedInDevice(shared().base, shared().cookie, options)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  await fromMenu(boss, 'People');
  const dialog = boss.getByRole('dialog', { name: 'People who run this event' });
  await dialog.getByText('Owner of this server').waitFor();
  await shoot(boss, `people-${size}`);
  await dialog.getByRole('radio', { name: 'Presenter' }).check();
  await boss.getByRole('button', { name: 'Make an invitation link' }).click();
  const url = await dialog.locator('.url').innerText();
  await dialog.locator('.url').scrollIntoViewIfNeeded();
  await shoot(boss, `people-${size}-link`);
  const link = shared().base + url.slice(new URL(url).origin.length);
  const helper = await open(link, options);
  await helper.getByLabel('Your name').fill('A helper');
  await shoot(helper, `invitation-${size}`);
  await helper.getByLabel('E-mail address').fill(`helper-${size}@example.org`);
  await helper.getByLabel('Password', { exact: true }).fill('four words in a row');
  await helper.getByRole('button', { name: 'Make the account and accept' }).click();
  await helper.getByRole('button', { name: 'Open voting' }).waitFor();
  await shoot(helper, `presenter-${size}`);
  await boss.keyboard.press('Escape');
  await fromMenu(boss, 'People');
  await dialog.getByRole('button', { name: 'Change what A helper does' }).click();
  await shoot(boss, `people-${size}-change`);
  await dialog.locator('li').getByRole('radio', { name: 'Organiser' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'Take off… A helper' }).click();
  await shoot(boss, `people-${size}-take-off`);
  const again = await open(link, options);
  await again.getByRole('heading', { name: 'This invitation does not work' }).waitFor();
  await shoot(again, `invitation-${size}-used`);
});
