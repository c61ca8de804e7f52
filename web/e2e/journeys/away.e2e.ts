import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fill, roundtable } from '../support/askers.ts';
import { Cable } from '../support/cable.ts';
import type { Desk } from '../support/desk.ts';
import { expectComplaints, organiser, signedInDevice } from '../support/people.ts';
import { mainButton, placeOf } from '../support/places.ts';
import { poll } from '../support/polls.ts';
import { Moderator, questionsOn } from '../support/queue.ts';

const LAPTOP = { viewport: { width: 1366, height: 768 } };
const SMALL = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A desk of this event at the end of a cable that can be cut. */
async function atCable(desk: Desk, place: 'run' | 'moderate'): Promise<{ page: Page; cable: Cable }> {
  const cable = await Cable.to(desk.who.base);
  const page = await (await signedInDevice(desk.who.base, desk.who.cookie, LAPTOP)).newPage();
  await page.goto(cable.through(placeOf(desk.who.base, desk.event, place)));
  return { page, cable };
}
const ground = (of: Locator) => of.evaluate((each) => getComputedStyle(each).backgroundColor);

test('without a connection no button of Run looks as if it worked, and the run order stays whole', async () => {
  expectComplaints(/WebSocket|ERR_|stream|Framing/);
  const desk = await organiser().event('Run on its own', [poll(3), poll(4), poll(2)]);
  await questionsOn(desk);
  await desk.open(0);
  const { page, cable } = await atCable(desk, 'run');
  const main = mainButton(page, 'Lock voting');
  await main.waitFor();
  await page.getByRole('complementary', { name: 'Questions' }).waitFor();
  const solid = await ground(main);
  cable.cut();
  await page.getByText('No connection.', { exact: true }).waitFor();
  const [first, other] = [await ground(main), await ground(page.getByRole('button', { name: /^Blank/ }))];
  expect(first, 'as the smaller ones').toBe(other);
  expect(first).not.toBe(solid);
  const feet = await page
    .getByRole('region', { name: 'Run order' })
    .getByRole('listitem')
    .evaluateAll((cards) => cards.map((card) => innerHeight - card.getBoundingClientRect().bottom));
  expect(feet.length).toBe(3);
  expect(Math.min(...feet), 'px below the lowest card').toBeGreaterThanOrEqual(0);
  cable.mend();
  await expect.poll(() => ground(main)).toBe(solid);
});

test('on a phone the tab in hand is whole, and what merges two questions is in sight', async () => {
  const desk = await organiser().event('Moderated in the hand', [poll(2)]);
  await fill(desk, await questionsOn(desk), roundtable(12));
  /** Whether all of it is within the row that scrolls. */
  const inside = (tab: Locator) =>
    tab.evaluate((each) => {
      const [own, row] = [each.getBoundingClientRect(), each.closest('nav')!.getBoundingClientRect()];
      return own.left >= row.left - 1 && own.right <= row.right + 1;
    });
  const phone = await Moderator.open(desk, undefined, PHONE);
  await phone.counts('Waiting', 12);
  const tabs = phone.column.locator('nav');
  for (const name of ['Declined', 'Answered', 'Published']) {
    const tab = tabs.getByRole('button', { name: new RegExp(`^${name}`) });
    await tab.tap();
    await expect.poll(() => inside(tab), { message: name }).toBe(true);
  }
  const small = await Moderator.open(desk, undefined, SMALL);
  await small.counts('Waiting', 12);
  await small.column.locator('[data-question]').first().click();
  await small.press('m');
  const merge = small.column.getByRole('button', { name: /^Merge/ }).last();
  await merge.waitFor();
  const { top, bottom } = await merge.evaluate((button) => button.getBoundingClientRect());
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThanOrEqual(568);
});
