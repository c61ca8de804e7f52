import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fill } from '../support/askers.ts';
import { accessible } from '../support/axe.ts';
import { pressBack, pressOn } from '../support/keyboard.ts';
import { organiser, shared, signedInDevice } from '../support/people.ts';
import { PRIORITY } from '../support/polls.ts';
import { Moderator, questionsOn } from '../support/queue.ts';
import { listen, tooSoon } from '../support/spoken.ts';
import { Swarm } from '../support/swarm.ts';
import { placeOf } from '../support/places.ts';

const ALIKE = [
  'Why are all the interview panels for band 9 still all male?',
  'Why do interview panels for band 9 have only men on them?',
] as const;
const OTHER = 'Which trusts share their chief executive role, and how does it work?';
const ABUSIVE = 'Who on your board is a complete idiot about part-time work?';

/** Inside what opened, or beside it. */
const focusIn = (page: Page, selector: string) =>
  page.evaluate((inside) => document.activeElement?.closest(inside) != null, selector);

test('what opens in the queue, by keys alone, is left with Escape, and the question has the focus again', async () => {
  const desk = await organiser().event('Every state of the queue', [PRIORITY]);
  await fill(desk, await questionsOn(desk), [...ALIKE, OTHER, ABUSIVE]);
  const page = await (await signedInDevice(desk.who.base, desk.who.cookie)).newPage();
  const heard = await listen(page);
  const swarm = await Swarm.join(shared().base, desk.code, 30, 60_000);
  await desk.open(0); // votes stream in all the while
  await page.goto(placeOf(desk.who.base, desk.event, 'moderate'));
  const one = await Moderator.at(page);
  await one.counts('Waiting', 4);
  const from = (await heard()).length; // before that it was connecting
  const row = async (text: string) => expect.poll(one.at, { message: 'the focus is on the question' }).toBe(text);
  const says = (words: RegExp) =>
    expect
      .poll(async () => (await heard()).filter(({ text }) => words.test(text)).length, {
        message: `somebody is told ${words}`,
      })
      .toBeGreaterThan(0);

  // The tray of merging: the focus stays in the lists, where the arrows choose, and the tray is said.
  await one.reach(ALIKE[1]);
  await one.press('m');
  const merging = one.column.getByRole('group', { name: 'Merge two questions' });
  await merging.getByText('goes into this one').waitFor();
  await row(ALIKE[0]);
  await says(/Merging “.*Choose the question that stays/);
  await accessible(page, 'merging', { phone: true });
  await one.press('Escape');
  await merging.waitFor({ state: 'hidden' });
  await row(ALIKE[1]);
  await one.press('m');
  await pressOn(page, merging.getByRole('button', { name: /^Leave apart/ }));
  await row(ALIKE[1]);

  // The tray of declining: the focus goes to the first reason, and Escape leads back also from the note.
  const reasons = one.column.getByRole('group', { name: /^Decline “/ });
  for (const from of ['reason', 'note']) {
    await one.reach(ABUSIVE);
    await one.press('d');
    await expect.poll(() => focusIn(page, '.reasons')).toBe(true);
    if (from === 'reason') await accessible(page, 'declining', { phone: true });
    else await pressOn(page, reasons.getByLabel('Note to the asker, before you choose the reason'), 'x');
    await one.press('Escape');
    await reasons.waitFor({ state: 'hidden' });
    await row(ABUSIVE);
  }

  // Labels, with problems.
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
  const opens = async (key: string, name: string, states: (() => Promise<void>)[] = []) => {
    const before = await one.at();
    await one.press(key);
    await dialog(name).waitFor();
    await expect.poll(() => focusIn(page, 'dialog[open]')).toBe(true);
    await accessible(page, name, { phone: true });
    for (const state of states) {
      await state();
      await accessible(page, `${name}, with a problem`);
    }
    await one.press('Escape');
    await dialog(name).waitFor({ state: 'hidden' });
    await row(before);
  };
  await one.reach(OTHER);
  await opens('l', 'Labels', [
    async () => {
      for (const label of ['a', 'b', 'c', 'd', 'e', 'f']) {
        await page.keyboard.type(label);
        await page.keyboard.press('Enter');
      }
      await dialog('Labels').getByText('A question has 5 labels at most.').waitFor();
    },
  ]);
  await opens('?', 'Keys for questions');
  await opens('e', 'Correct the spelling', [
    async () => {
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Enter');
      await dialog('Correct the spelling').getByText('Write the question.').waitFor();
    },
  ]);

  // Published: the answer in writing, and what destroys it.
  await one.press('a');
  await says(/Approved\./);
  await one.keyTo('Published');
  await one.reach(OTHER);
  await opens('r', 'Answer in writing', [
    async () => {
      await pressOn(page, dialog('Answer in writing').getByRole('button', { name: 'Publish the answer' }));
      await dialog('Answer in writing').getByText('Write the answer.').waitFor();
    },
  ]);
  await pressOn(page, one.row(OTHER).getByRole('button', { name: /^More/ }));
  await pressBack(page, one.row(OTHER).getByRole('button', { name: 'Erase…' }));
  await dialog('Erase this question?').waitFor();
  await accessible(page, 'erase', { phone: true });
  await one.press('Escape');
  await dialog('Erase this question?').waitFor({ state: 'hidden' });
  await expect.poll(() => focusIn(page, '[data-column] li')).toBe(true);

  // What was done is said, and taken back without a question.
  await one.reach(OTHER);
  await one.press('z');
  await says(/Undone\. It waits again/);
  await one.keyTo('Waiting');
  await one.row(OTHER).waitFor();
  const said = (await heard()).slice(from);
  expect(tooSoon(said), JSON.stringify(said)).toEqual([]);
  expect(
    said.filter(({ text }) => /voted/.test(text)),
    'nothing of polls is told here',
  ).toEqual([]);
  swarm.close();
});
