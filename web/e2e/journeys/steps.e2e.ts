import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Tally } from '../../src/protocol/messages.gen.ts';
import type { Desk } from '../support/desk.ts';
import { device, HALL, open, unhurried, PHONE, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { stageRows } from '../support/stage.ts';
import { Voters } from '../support/oneByOne.ts';

/** Every tally an organiser was sent, which is all that anybody is. */
const tallies = (desk: Desk): Tally[] =>
  desk.wire.heard.flatMap((message) =>
    message.type === 'tally'
      ? [message.tally]
      : message.type === 'organiserSnapshot'
        ? message.runOrder.flatMap(({ tally }) => (tally ? [tally] : []))
        : [],
  );

/** Shares of votes: whatever is in per cent, but for how large the letters of the stage are. */
const figures = (screen: Page): Locator =>
  screen.getByText(/\d%/).and(screen.locator(':not([aria-labelledby="stage-controls"] *)'));

test('O10 all screens show the result from the fifth answer, in steps, and all after lock and grace', async () => {
  const desk = await unhurried().event('Steps', [{ ...PRIORITY, results: 'everyone' }], [], false);
  const stage = await open(desk.stage, HALL);
  const remote = await open(desk.remote, PHONE);
  const page = await (await signedInDevice(desk.who.base, desk.who.cookie)).newPage();
  await page.goto(`${desk.who.base}/organiser/events/${desk.event}`);
  const phones = [await Phone.join(desk), await Phone.join(desk), await Phone.join(desk)];
  const voters = await Voters.join(desk, 20);
  await desk.open(0);

  for (const phone of phones) {
    await phone.vote('Culture change');
    await phone.counted('Culture change');
    expect(await phone.page.getByText('Small group').count()).toBe(0);
  }
  await voters.vote(0, 0, 1);
  const screens = [stage, remote, page, ...phones.map((phone) => phone.page)];
  for (const screen of screens) {
    await screen
      .getByText(/Results appear from the fifth answer/)
      .first()
      .waitFor();
  }
  await stage
    .getByText(/^4\s*of 23 have voted/)
    .first()
    .waitFor();
  for (const screen of screens) {
    expect(await figures(screen).count(), 'no figure before the fifth answer').toBe(0);
  }

  await voters.vote(1, 0, 1);
  await expect.poll(() => stageRows(stage)).toContainEqual(['Culture change', '60%', '(3)']);
  for (let who = 2; who < 20; who++) await voters.vote(who, 0, 1);
  for (const screen of screens) {
    await screen
      .getByText(/Result of the first 20 answers; 23 have voted/)
      .first()
      .waitFor();
  }
  await stage
    .getByText(/^23\s*of 23 have voted/)
    .first()
    .waitFor();
  await expect.poll(() => stageRows(stage)).toContainEqual(['Mentoring and coaching', '85%', '(17)']);

  await desk.lock(0);
  for (const screen of screens) {
    await screen
      .getByText(/Result of the first 20 answers/)
      .first()
      .waitFor();
  }
  await desk.wire.until(() => desk.tally(0).complete === true);
  await expect.poll(() => stageRows(stage)).toContainEqual(['Mentoring and coaching', '87%', '(20)']);
  for (const screen of screens) await expect.poll(() => screen.getByText(/Result of the first/).count()).toBe(0);

  // A step may be overtaken by the next one before it is sent; what is sent is a step.
  const steps = [0, 5, 10, 15, 20, 23];
  const shown = [...new Set(tallies(desk).map(({ voted, abstained }) => voted + abstained))];
  expect(steps).toEqual(expect.arrayContaining(shown));
  expect(shown).toEqual(expect.arrayContaining([5, 20, 23]));
  expect(shown).toEqual([...shown].sort((a, b) => a - b));
  voters.close();
});

test('O10 four answers at the end are not shown; a small group is told, and sees every vote', async () => {
  const desk = await unhurried().event('Four', [{ ...PRIORITY, results: 'everyone' }], [], false);
  const stage = await open(desk.stage, HALL);
  const phone = await Phone.join(desk);
  const voters = await Voters.join(desk, 3);
  await desk.open(0);
  await phone.vote('Culture change');
  await phone.counted('Culture change');
  for (let who = 0; who < 3; who++) await voters.vote(who, 0, 0);
  await desk.lock(0);
  for (const screen of [stage, phone.page]) {
    await screen.getByText('Fewer than five people answered, so the result is not shown').first().waitFor();
  }
  for (const screen of [stage, phone.page]) expect(await figures(screen).count()).toBe(0);
  voters.close();

  const small = await unhurried().event('Rehearsal', [{ ...PRIORITY, results: 'everyone' }]);
  const there = await (await device(HALL)).newPage();
  await there.goto(small.stage);
  const one = await Phone.join(small);
  await small.open(0);
  await one.sees('Small group: every vote shows at once.');
  await one.vote('Culture change');
  await one.counted('Culture change');
  await expect.poll(() => stageRows(there)).toContainEqual(['Culture change', '100%', '(1)']);
});
