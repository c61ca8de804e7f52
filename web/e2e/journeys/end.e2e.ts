import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { beside } from '../../src/protocol/activity.ts';
import { accessible } from '../support/axe.ts';
import { pressOn } from '../support/keyboard.ts';
import { HALL, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { eventMenu, toPlace } from '../support/places.ts';

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first();

async function events(): Promise<Page> {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(`${shared().base}/organiser`);
  await page.getByRole('heading', { name: 'Events', exact: true }).waitFor();
  return page;
}
/** The event that was just made: it is prepared first. */
async function made(page: Page): Promise<string> {
  await page.waitForURL(/\/prepare$/);
  return /\/events\/([\w-]+)/.exec(page.url())![1]!;
}

test('E11 C9 from a template to the end: phones and stage say goodbye, all is finalised, and can be read', async () => {
  const page = await events();
  await button(page, /^Staff meeting/).click();
  await page.getByLabel('Name', { exact: true }).fill('Staff meeting of the day');
  await page.getByRole('checkbox', { name: /^Rehearsal or small group/ }).check();
  await button(page, 'Create event').click();
  await page.getByRole('heading', { name: 'Staff meeting of the day', exact: true }).waitFor();
  const desk = await organiser().desk(await made(page));
  await desk.wire.until(() => desk.polls.length === 5);
  const at = desk.polls.findIndex(({ question }) => question === 'Were your questions answered today?');
  await desk.open(at);
  const [one, other] = [await Phone.join(desk), await Phone.join(desk)];
  await one.vote('Yes');
  await one.counted('Yes');
  const stage = await open(desk.stage, HALL);
  await stage.getByText('Were your questions answered today?').first().waitFor();

  await eventMenu(page).click();
  await button(page, 'End the event…').click();
  const ending = page.getByRole('dialog', { name: 'End the event?' });
  await ending.getByText('Votes that are on their way still count.').waitFor();
  await accessible(page, 'end the event', { phone: true });
  await button(ending, 'End the event').click();
  await page.getByText('This event has ended.').first().waitFor();
  for (const phone of [one, other]) await phone.sees('This event has ended. Thank you.');
  await accessible(one.page, 'goodbye on a phone', { phone: true });
  await stage.getByRole('heading', { name: 'Thank you' }).waitFor();
  await accessible(stage, 'goodbye on stage');
  const late = await Phone.join(desk);
  await late.sees('Nothing can be voted on or asked any more.');

  await button(page, 'Reopen…').click();
  await button(page.getByRole('dialog', { name: 'Reopen the event?' }), 'Reopen').click();
  await other.vote('No');
  await other.counted('No');
  await stage.getByText('Were your questions answered today?').first().waitFor();

  await toPlace(page, 'results');
  await button(page, 'End the event…').click();
  await button(ending, 'End the event').click();
  await one.sees('This event has ended. Thank you.');
  await button(page, 'Finalise all…').click();
  const finalising = page.getByRole('dialog', { name: 'Finalise all?' });
  await finalising.getByText('What is destroyed:').waitFor();
  await accessible(page, 'finalise all', { phone: true });
  await button(finalising, 'Finalise all for good').click();
  await page.getByText('This event is over and finalised.').waitFor();
  await late.sees('1 result, finalised and shown to everyone.');
  await accessible(late.page, 'results on a phone', { phone: true });
  await button(late.page, /Were your questions answered today/).click();
  await late.sees('(1)');
  await button(late.page, /All results/).click();
  await late.sees('1 result, finalised and shown to everyone.');
  expect(await late.page.getByText('How was the last month for you?').count(), 'what nobody opened').toBe(0);
});

test('a template makes an event in two presses', async () => {
  const page = await events();
  await button(page, /^Roundtable with questions/).click();
  await page.getByLabel('Name', { exact: true }).waitFor();
  await accessible(page, 'new event from a template', { phone: true });
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Roundtable', exact: true }).waitFor();
  const desk = await organiser().desk(await made(page));
  await desk.wire.until(() => desk.polls.length === 3 && desk.state.runOrder.length === 4);
  expect([beside(desk.state, 'qa')?.state, beside(desk.state, 'reactions')?.on]).toEqual(['open', true]);
});

test('the events page by keyboard: search by room, a copy with another day, the archive and back', async () => {
  const name = `Archived by keys ${Date.now()}`;
  await organiser().event(name, []);
  const page = await events();
  await page.keyboard.press('/');
  await page.keyboard.insertText(name);
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
  await row.waitFor();
  await page.getByText('1 event found.').waitFor({ state: 'attached' });
  await accessible(page, 'events, found', { phone: true });
  await pressOn(page, row.getByRole('button', { name: /^More/ }));
  await pressOn(page, row.getByRole('button', { name: 'Duplicate…' }));
  await page.getByRole('dialog', { name: 'Duplicate' }).waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(`${name} (copy)`);
  await accessible(page, 'duplicate', { phone: true });
  await page.getByLabel('First day').fill('2031-03-08');
  await pressOn(page, page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }));
  await page.getByRole('heading', { name: `${name} (copy)` }).waitFor();
  await page.goto(`${shared().base}/organiser`);
  await page
    .getByRole('region', { name: 'Later' })
    .getByRole('link', { name: `${name} (copy)` })
    .waitFor();

  await page.getByRole('searchbox').fill(name);
  await page.getByText('2 events found.').waitFor({ state: 'attached' });
  await pressOn(page, row.getByRole('button', { name: /^More/ }));
  await pressOn(page, row.getByRole('button', { name: 'Archive', exact: true }));
  await row.getByText('Archived', { exact: true }).waitFor();
  await page.getByRole('searchbox').fill('');
  await pressOn(page, page.getByRole('button', { name: 'Archive', exact: true }).first());
  const archive = page.getByRole('region', { name: 'Archive' });
  await archive.getByRole('link', { name, exact: true }).waitFor();
  await accessible(page, 'archive', { phone: true });
  await pressOn(page, archive.getByRole('button', { name: `More about ${name}` }));
  await pressOn(page, archive.getByRole('button', { name: 'Take out of the archive' }).first());
  await pressOn(page, page.getByRole('button', { name: 'Current', exact: true }));
  await page.getByRole('region', { name: 'Today' }).getByRole('link', { name, exact: true }).waitFor();
  await page.getByRole('searchbox').fill(name); // other journeys have their events here as well
  await page.getByText('2 events found.').waitFor({ state: 'attached' });
  await pressOn(page, row.getByRole('button', { name: `More about ${name}` }));
  await accessible(page, 'events, a menu', { phone: true });
  await pressOn(page, row.getByRole('button', { name: 'Delete…' }).first());
  const dialog = page.getByRole('dialog', { name: 'Delete this event?' });
  await dialog.waitFor();
  await accessible(page, 'delete an event', { phone: true });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});
