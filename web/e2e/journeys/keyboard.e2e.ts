import { expect, test } from 'vitest';
import { choose } from '../support/adding.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { LAPTOP, open, organiser, PHONE, shared } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { ACCOUNT } from '../support/desk.ts';
import { PRIORITY, STRUGGLE } from '../support/polls.ts';
import { mainButton, placeOf } from '../support/places.ts';

test('an attendee joins, votes and changes the vote by keyboard alone', async () => {
  const desk = await organiser().event('Keyboard', [PRIORITY]);
  await desk.open(0);
  const page = await open(`${shared().base}/`, LAPTOP);
  const phone = new Phone(page);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('code');
  await page.keyboard.type(desk.code);
  await page.keyboard.press('Enter');
  await phone.option('Culture change').waitFor();
  await tabTo(page, page.getByRole('radio'));
  await page.keyboard.press('Space');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await pressOn(page, phone.button('Vote'));
  await phone.counted('Flexible working');
  await pressOn(page, phone.button('Change my vote'));
  await phone.button('Vote').waitFor();
  await tabTo(page, page.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowUp');
  await pressOn(page, phone.button('Vote'));
  await phone.counted('Talent management');
  await desk.wire.until(() => desk.counts(0)?.[2] === 1);
  expect(desk.tally(0)).toMatchObject({ result: [0, 0, 1, 0, 0, 0], voted: 1 });
});

test('an organiser signs in, creates, opens, locks, reveals, resets and deletes by keyboard alone', async () => {
  const desk = await organiser().event('Keyboard of the organiser', [STRUGGLE]);
  const page = await open(placeOf(shared().base, desk.event, 'prepare'), LAPTOP);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await tabTo(page, page.getByLabel('E-mail address'));
  await page.keyboard.type(ACCOUNT.email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(ACCOUNT.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: STRUGGLE.question }).waitFor();

  await page.keyboard.press('n');
  await choose(page, 'Poll');
  await page.keyboard.type('Shall we begin?');
  await tabTo(page, page.getByLabel('Option 1', { exact: true }));
  await page.keyboard.type('Yes');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Not yet');
  await pressOn(page, button('Add poll'));
  await desk.wire.until(() => desk.polls.length === 2);
  await page.getByRole('heading', { name: 'Shall we begin?' }).waitFor();
  await page.locator('dialog[open]').waitFor({ state: 'detached' }); // the snapshot may come before the answer
  const made = () => desk.polls.find(({ question }) => question === 'Shall we begin?');
  expect(made()!.options.map(({ text }) => text)).toEqual(['Yes', 'Not yet']);

  await page.keyboard.press('Alt+ArrowUp');
  await desk.wire.until(() => desk.poll(0).question === 'Shall we begin?');
  await page.keyboard.press('2');
  const main = page.getByRole('region', { name: 'Next step' });
  await main
    .and(page.locator('[aria-busy="false"]'))
    .getByRole('button', { name: 'Open the first question' })
    .waitFor();
  await page.keyboard.press('Space');
  await desk.wire.until(() => made()!.state === 'open');
  const phone = await Phone.join(desk);
  await phone.vote('Yes');
  await phone.counted('Yes');
  await mainButton(page, 'Lock voting').waitFor();
  await page.keyboard.press('s');
  await desk.wire.until(() => made()!.state === 'locked');
  await pressOn(page, main.and(page.locator('[aria-busy="false"]')).getByRole('button', { name: 'Reveal results' }));
  await phone.sees('(1)');
  await page.keyboard.press('1');
  await pressOn(page, button('Reset…'));
  await page.getByRole('dialog', { name: 'Reset this poll?' }).waitFor();
  await pressOn(page, button('Delete 1 vote'));
  await desk.wire.until(() => made()!.state === 'draft' && made()!.round === 2);
  await pressOn(page, button('Delete…'));
  await page.getByRole('dialog', { name: 'Delete this poll?' }).waitFor();
  await pressOn(page, button('Delete poll'));
  await desk.wire.until(() => desk.polls.length === 1);
});

test('a presenter runs a poll from the remote by keyboard alone', async () => {
  const desk = await organiser().event('Keyboard of the remote', [PRIORITY]);
  const remote = await open(desk.remote, PHONE);
  for (const step of ['Open the first question', 'Lock voting', 'Reveal results']) {
    await pressOn(remote, remote.locator('footer[aria-busy="false"]').getByRole('button', { name: step, exact: true }));
  }
  await desk.wire.until(() => desk.poll(0).results === 'everyone');
  expect(desk.poll(0).state).toBe('locked');
});
