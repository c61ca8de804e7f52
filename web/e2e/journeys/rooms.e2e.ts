import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { add } from '../support/adding.ts';
import { accessible } from '../support/axe.ts';
import { LAPTOP, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { PRIORITY, USED } from '../support/polls.ts';
import { eventMenu, fromMenu, pressMain, putOnStage, toPlace } from '../support/places.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function rooms(page: Page) {
  await fromMenu(page, 'Rooms');
  return page.getByRole('dialog', { name: 'Rooms' });
}

test('E12: a second room: phones choose, change, stay the same person; a closed room leads to the other', async () => {
  const desk = await organiser().event('Two rooms', [PRIORITY]);
  const boss = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  const dialog = await rooms(boss);
  await dialog.getByRole('heading', { name: 'Main hall' }).waitFor();
  await dialog.getByLabel('Add a room').fill('Annexe');
  await button(boss, 'Add room').click();
  await dialog.getByRole('link', { name: 'Annexe' }).waitFor();
  await accessible(boss, 'rooms', { phone: true });
  await dialog.getByLabel('Add a room').fill('annexe');
  await button(boss, 'Add room').click();
  await dialog.getByText('Another room has this name already.').waitFor();
  await dialog.getByRole('link', { name: 'Annexe' }).click();
  await boss.getByText('Nothing here yet').waitFor();
  await add(boss);
  await boss.getByRole('textbox', { name: 'Question' }).fill(USED.question);
  await boss.getByLabel('Option 1', { exact: true }).fill('Mentoring');
  await boss.getByLabel('Option 2', { exact: true }).fill('Coaching');
  await button(boss, 'Add poll').click();
  await toPlace(boss, 'run');
  await putOnStage(boss, USED.question);
  await pressMain(boss, 'Open voting');
  await toPlace(boss, 'prepare');
  await boss.reload(); // the address names the room
  await boss.getByRole('heading', { name: USED.question }).waitFor();

  const phone = await open(desk.join);
  await phone.getByRole('heading', { name: 'Which room are you in?' }).waitFor();
  await accessible(phone, 'choice of rooms');
  await phone.reload();
  await button(phone, 'Annexe').click();
  await phone.getByRole('heading', { name: USED.question }).waitFor();
  await phone.getByText('Coaching').click();
  await button(phone, 'Vote').click();
  await phone.getByText('Counted', { exact: false }).first().waitFor();
  await boss.getByText('50%').or(boss.getByText('100%')).first().waitFor();

  await phone.locator('summary', { hasText: 'Annexe' }).click();
  await accessible(phone, 'list of rooms');
  await button(phone, 'Main hall').click();
  await phone.getByText('You are in Main hall.', { exact: false }).first().waitFor();
  const focus = () => phone.evaluate(() => document.activeElement!.tagName);
  await expect.poll(focus, { message: 'who changed rooms goes on where that was' }).toBe('SUMMARY');
  await phone.locator('summary', { hasText: 'Main hall' }).click();
  await button(phone, 'Annexe').click();
  await phone.getByText('Counted', { exact: false }).first().waitFor();
  await phone.goBack(); // C5: rooms are entries of the history
  await phone.getByText('You are in Main hall.', { exact: false }).first().waitFor();
  await phone.goForward();
  await phone.getByText('Counted', { exact: false }).first().waitFor();
  await expect.poll(() => boss.locator('dl .card').first().innerText()).toBe('connected\n1');

  const again = await rooms(boss);
  await again.getByText('1 here, 1 joined').waitFor();
  await again.getByText(`“${USED.question}” · 1 of 1 voted`).waitFor();
  await again.getByRole('button', { name: 'Rename Annexe' }).click();
  await again.getByLabel('New name').fill('Library');
  await button(boss, 'Save').click();
  await phone.locator('summary', { hasText: 'Library' }).waitFor();
  await accessible(boss, 'rooms, busy', { phone: true });
  await again.getByRole('button', { name: 'Delete… Library' }).click();
  await again.getByRole('button', { name: 'Delete room' }).click();
  // The only one that is left stands for the event, whose name it then has.
  await phone
    .getByText(/^You are in /)
    .first()
    .waitFor();
  await phone.locator('summary', { hasText: 'Main hall' }).waitFor({ state: 'detached' });
  await boss.getByRole('heading', { name: PRIORITY.question }).waitFor();
  expect(new URL(boss.url()).pathname).toBe(`/organiser/events/${desk.event}/prepare`);
  await boss.close();
});

test('a presenter of one room sees that room alone', async () => {
  const desk = await organiser().event('Rooms given', [PRIORITY]);
  const made = await desk.run({ type: 'createRoom', name: 'Annexe' });
  expect(made).toBeTruthy();
  const boss = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  await fromMenu(boss, 'People');
  const dialog = boss.getByRole('dialog', { name: 'People who run this event' });
  await dialog.getByRole('radio', { name: 'Presenter' }).check();
  await dialog.getByLabel('Only in some').check();
  await button(boss, 'Make an invitation link').click();
  await dialog.getByText('Choose at least one room.').waitFor();
  await dialog.getByLabel('Annexe').check();
  await accessible(boss, 'people, some rooms', { phone: true });
  await button(boss, 'Make an invitation link').click();
  const presenter = await open(await dialog.locator('.url').innerText(), LAPTOP);
  await presenter.getByText('presenter in Annexe').or(presenter.getByText('in Annexe')).first().waitFor();
  await presenter.getByLabel('Your name').fill('A presenter');
  await presenter.getByLabel('E-mail address').fill(`presenter-${desk.event.toLowerCase()}@example.org`);
  await presenter.getByLabel('Password', { exact: true }).fill('four words in a row');
  await button(presenter, 'Make the account and accept').click();
  await presenter.getByText('An organiser writes the questions.').waitFor();
  expect(await eventMenu(presenter).count()).toBe(0);
  await presenter.goto(`${shared().base}/organiser/events/${desk.event}/rooms/${desk.room}`);
  await presenter.getByText('An organiser writes the questions.').waitFor();
  expect(new URL(presenter.url()).pathname, 'back in the room that is given').toBe(
    `/organiser/events/${desk.event}/run`,
  );
});
