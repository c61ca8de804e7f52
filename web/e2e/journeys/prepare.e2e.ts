import { expect, test } from 'vitest';

import { accessible } from '../support/axe.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { LAPTOP, organiser, shared, signedInDevice } from '../support/people.ts';
import { placeOf } from '../support/places.ts';
import { PRIORITY } from '../support/polls.ts';

async function prepare(event: string) {
  const page = await (await signedInDevice(shared().base, shared().cookie, LAPTOP)).newPage();
  await page.goto(placeOf(shared().base, event, 'prepare'));
  await page.getByText(/^Connected/).waitFor(); // without a connection nothing can be moved
  return page;
}
const finding = (words: string) => `aside li:has-text("${words}")`;

test('E8: previews of stage and phone follow what is typed, and say when it is too small', async () => {
  const desk = await organiser().event('Previewed', [PRIORITY]);
  const page = await prepare(desk.event);
  await page.getByLabel('Option 1', { exact: true }).fill('Changed a moment ago');
  const [stage, phone] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)];
  await stage.getByText('Changed a moment ago').first().waitFor();
  await phone.getByText('Changed a moment ago').first().waitFor();
  await page.locator(finding('No two alike.')).waitFor();
  await page.locator(finding('px of 1,080')).waitFor();
  await accessible(page, 'Prepare, with previews');

  // A draft is saved when the hand rests: the room's other pages read it, and nobody pressed anything.
  await desk.wire.until(() => desk.poll(0).options[0]!.text === 'Changed a moment ago');

  const long = 'A national programme of mentoring that pairs every newly appointed leader with somebody else '.repeat(
    2,
  );
  await page.getByLabel('Option 1', { exact: true }).fill('');
  await page.getByLabel('Option 1', { exact: true }).evaluate(
    (field, text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    Array.from({ length: 14 }, (_, n) => `${n + 1} ${long}`).join('\n'),
  );
  await page.locator('aside li.look', { hasText: 'on stage.' }).waitFor();
});

test('previews that load take the focus at no moment: a key pressed then would be lost', async () => {
  const desk = await organiser().event('Keys while previews load', [PRIORITY]);
  const context = await signedInDevice(shared().base, shared().cookie, LAPTOP);
  await context.addInitScript(() => {
    if (window !== top) return;
    const taken: string[] = [];
    Object.assign(window, { taken });
    addEventListener('blur', () => taken.push(document.activeElement!.outerHTML));
  });
  const page = await context.newPage();
  await page.goto(placeOf(shared().base, desk.event, 'prepare'));
  const phone = page.frameLocator('iframe').nth(1);
  for (const size of ['usual', 'small', 'usual']) {
    await page.getByRole('combobox', { name: 'Phone' }).selectOption(size); // another size loads anew
    await phone.getByText(PRIORITY.question).first().waitFor();
  }
  expect(await page.evaluate(() => (window as unknown as { taken: string[] }).taken)).toEqual([]);
});

test('one prepares by keyboard alone: writes, chooses a kind, adds, moves and leaves', async () => {
  const desk = await organiser().event('Prepared by keyboard', [PRIORITY]);
  const page = await prepare(desk.event);
  await page.getByRole('heading', { name: PRIORITY.question }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('form', { name: 'New poll' }).waitFor();
  await page.keyboard.type('What would help you most?');
  await page.keyboard.press('Shift+Tab');
  const ranking = page.getByRole('radio', { name: 'Ranking', exact: true });
  for (let kinds = 0; kinds < 10 && !(await ranking.isChecked()); kinds++) await page.keyboard.press('ArrowRight');
  await page.getByRole('form', { name: 'New ranking' }).waitFor();
  await tabTo(page, page.getByLabel('Option 1', { exact: true }));
  await page.keyboard.type('Time');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Money');
  await page.keyboard.press('Control+Enter');
  await desk.wire.until(() => desk.state.runOrder.length === 2);
  expect(desk.activity(1)).toMatchObject({ kind: 'ranking', question: 'What would help you most?' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-activity'))).toBe(true);
  await page.keyboard.press('Alt+ArrowUp');
  await desk.wire.until(() => desk.activity(0).kind === 'ranking');
  await page.keyboard.press('e');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-activity'))).toBe(true);
});

test('a list makes many at once, and says by row and column what to mend', async () => {
  const desk = await organiser().event('From a list', []);
  const page = await prepare(desk.event);
  await pressOn(page, page.getByRole('button', { name: 'Paste a list' }));
  const dialog = page.getByRole('dialog', { name: 'Paste a list' });
  await dialog
    .getByLabel('Questions and options')
    .fill('Poll\tFirst?\tYes\tNo\nRanking\tSecond?\tPay\tTime\nQuizz\tThird?\tA\tB\nPoll\tFourth?\tYes\tNo');
  await dialog.getByText('Row 3, column A: “Quizz” is no kind of activity.').waitFor();
  await accessible(page, 'a list with an error', { phone: true });
  await dialog.getByRole('button', { name: 'Add the 3 in order' }).click();
  await desk.wire.until(() => desk.state.runOrder.length === 3);
  expect(desk.state.runOrder.map((each) => 'question' in each && each.question)).toEqual([
    'First?',
    'Second?',
    'Fourth?',
  ]);
});

test('an activity of an earlier event is copied into this one, named as a copy', async () => {
  await organiser().event('Last year, to copy from', [PRIORITY]);
  const desk = await organiser().event('This year', []);
  const page = await prepare(desk.event);
  await page.getByRole('button', { name: 'From an earlier event' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy from an earlier event' });
  await dialog.getByLabel('Find an event').fill('Last year, to copy');
  await dialog.getByRole('button', { name: /^Last year, to copy from/ }).click();
  await dialog.getByRole('checkbox').check();
  await accessible(page, 'an earlier event', { phone: true });
  await dialog.getByRole('button', { name: 'Copy 1 into this room' }).click();
  await desk.wire.until(() => desk.polls.length === 1);
  expect(desk.poll(0)).toMatchObject({ question: `${PRIORITY.question} (copy)`, state: 'draft' });
  await page.locator(finding('Still named as a copy.')).waitFor();
});

test('the check list finds out what it says, and a test vote goes the whole way and leaves nothing', async () => {
  const desk = await organiser().event('Tomorrow', [PRIORITY]);
  const page = await prepare(desk.event);
  await page.getByRole('button', { name: 'Check list' }).click();
  const dialog = page.getByRole('dialog', { name: 'The evening before' });
  const line = (title: string) => dialog.locator('li', { hasText: title });
  await line('Stage link.').getByText('Opened just now from here').waitFor();
  await line('Remote link.').getByText('Opened just now from here').waitFor();
  await line('Code.').getByText('its QR code is drawn').waitFor();
  await line('Address for phones.').getByText('every phone takes for itself').waitFor();
  await line('Questions.').getByText('They are off').waitFor();
  await dialog.getByRole('button', { name: 'Cast a test vote' }).click();
  await line('Test vote.').getByText('counted and seen here').waitFor();
  expect(desk.state.runOrder.map(({ id }) => id)).toEqual([desk.poll(0).id]);
  await desk.wire.until(() => desk.state.room.view === 'join');
  await accessible(page, 'the check list', { phone: true });
});
