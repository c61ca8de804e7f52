import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { beside } from '../../src/protocol/activity.ts';
import { organiser, shared, signedInDevice } from '../support/people.ts';

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first();

async function events(): Promise<Page> {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(`${shared().base}/organiser`);
  await page.getByRole('heading', { name: 'Events', exact: true }).waitFor();
  return page;
}
const idOf = (page: Page) => /\/events\/([\w-]+)/.exec(page.url())![1]!;

test('a new event with three polls and questions takes at most 25 presses', async () => {
  const page = await events();
  let presses = 0;
  const press = async (target: Locator) => (presses++, target.click());
  /** A press into the field, and text. */
  const write = async (name: string, text: string) => {
    await press(page.getByLabel(name, { exact: true }));
    await page.keyboard.insertText(text);
  };
  await press(button(page, /^New event/));
  await page.getByLabel('Name', { exact: true }).waitFor();
  await page.keyboard.insertText('Three polls');
  presses++;
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Three polls' }).waitFor();
  const desk = await organiser().desk(idOf(page));
  for (const [at, question] of ['What first?', 'What next?', 'What last?'].entries()) {
    await press(button(page, /^(\+ Add|Add the first)/));
    await page.getByRole('form', { name: 'New poll' }).waitFor();
    await write('Question', question);
    await write('Option 1', 'This');
    await write('Option 2', 'That');
    await press(button(page, 'Add poll'));
    await desk.wire.until(() => desk.polls.length === at + 1);
  }
  await press(page.getByRole('link', { name: /^Moderate/ }));
  await press(button(page, 'Turn questions on'));
  await desk.wire.until(() => beside(desk.state, 'qa')?.state === 'open');
  expect(desk.polls.map(({ question }) => question)).toEqual(['What first?', 'What next?', 'What last?']);
  expect(presses).toBeLessThanOrEqual(25);
});
