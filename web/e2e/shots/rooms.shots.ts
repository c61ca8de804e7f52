import { test } from 'vitest';
import { LAPTOP, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { PRIORITY } from '../support/polls.ts';
import { shoot } from './shoot.ts';
import { eventMenu, fromMenu } from '../support/places.ts';

test.each([
  ['laptop', LAPTOP],
  ['small', PHONE],
])('rooms, %s', async (size, options) => {
  const desk = await organiser().event('Regional network, winter meeting', [PRIORITY]);
  await desk.run({ type: 'createRoom', name: 'Annexe' });
  await desk.open(0);
  const boss = await (await signedInDevice(shared().base, shared().cookie, options)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  await eventMenu(boss).click();
  await shoot(boss, `rooms-${size}-menu`);
  await boss.getByRole('button', { name: 'Rooms', exact: true }).click();
  await boss.getByRole('link', { name: 'Annexe' }).waitFor();
  await shoot(boss, `rooms-${size}`);
  await boss.keyboard.press('Escape');
  await fromMenu(boss, 'People');
  await boss.getByRole('radio', { name: 'Presenter' }).check();
  await boss.getByLabel('Only in some').check();
  await boss.getByLabel('Annexe').check();
  await boss.getByLabel('Annexe').scrollIntoViewIfNeeded();
  await shoot(boss, `people-${size}-rooms`);
});

test('rooms on the phone', async () => {
  const desk = await organiser().event('Regional network, winter meeting', [PRIORITY]);
  await desk.run({ type: 'createRoom', name: 'Annexe' });
  await desk.open(0);
  const phone = await open(desk.join, PHONE);
  await phone.getByRole('heading', { name: 'Which room are you in?' }).waitFor();
  await shoot(phone, 'phone-rooms-choice');
  await phone.getByRole('button', { name: 'Main hall' }).click();
  await phone.getByRole('heading', { name: PRIORITY.question }).waitFor();
  await phone.locator('header summary').waitFor();
  await shoot(phone, 'phone-rooms-closed');
  await phone.locator('header summary').click();
  await shoot(phone, 'phone-rooms-list');
});
