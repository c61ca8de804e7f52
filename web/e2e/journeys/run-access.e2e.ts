import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fill } from '../support/askers.ts';
import { accessible } from '../support/axe.ts';
import type { Desk } from '../support/desk.ts';
import { pressBack, pressOn, tour, uncovered } from '../support/keyboard.ts';
import { open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { mainButton, placeOf } from '../support/places.ts';
import { PRIORITY, STRUGGLE } from '../support/polls.ts';
import { questionsOn } from '../support/queue.ts';
import { listen } from '../support/spoken.ts';
import { Swarm } from '../support/swarm.ts';
import { below, gaps, tree } from '../support/tree.ts';

const ASKED = ['Who decides what is asked?', 'Will the slides be shared?'];

const laptop = async () => (await signedInDevice(shared().base, shared().cookie)).newPage();
const atRun = async (desk: Desk, page: Page) => {
  await page.goto(placeOf(shared().base, desk.event, 'run'));
  await page.getByRole('region', { name: 'Next step' }).and(page.locator('[aria-busy="false"]')).waitFor();
  return page;
};
/** The main button while a press of it counts. */
const main = (page: Page, says: string) =>
  page.locator('[aria-label="Next step"][aria-busy="false"]').getByRole('button', { name: says, exact: true }).first();
const focusIsSomewhere = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement !== document.body), { message: 'the focus is somewhere' })
    .toBe(true);

test('Run: every state, its drawer of questions, its notes, its countdown, and the end of the event', async () => {
  const desk = await organiser().event('Every state of Run', [PRIORITY, STRUGGLE]);
  const { id } = desk.poll(0);
  await desk.does({ type: 'noteActivity', activity: id, notes: 'Thank the sponsors first.\nThen count to twenty.' });
  const page = await atRun(desk, await laptop());
  const check = (state: string, phone = true) => accessible(page, `Run: ${state}`, { phone });
  await check('nothing on stage', false);
  await desk.open(0);
  await page.getByRole('region', { name: 'Your notes' }).waitFor();
  await mainButton(page, 'Lock voting').waitFor();
  await check('open, with notes');
  await desk.lock(0);
  await mainButton(page, 'Reveal results').waitFor();
  await check('locked', false);
  await desk.show(0, 'everyone');
  await mainButton(page, 'Open the next question').waitFor();
  await check('revealed', false);
  await page.getByRole('button', { name: /^Countdown/ }).click();
  await page.getByRole('button', { name: '2 minutes' }).waitFor();
  await check('lengths of a countdown');
  await page.keyboard.press('Escape');

  await fill(desk, await questionsOn(desk), ASKED);
  const drawer = page.getByRole('complementary', { name: 'Questions' });
  await drawer.getByText('2 waiting').waitFor();
  await check('drawer open, two wait');
  await desk.does({ type: 'endEvent', rev: desk.state.event.rev });
  await page.getByText('This event has ended.').first().waitFor();
  await check('the event has ended');
});

test('Run: a poll from its opening to the last of the run order, by keyboard alone', async () => {
  const desk = await organiser().event('Run by keyboard', [PRIORITY]);
  await questionsOn(desk);
  const page = await atRun(desk, await laptop());
  await page.getByRole('complementary', { name: 'Questions' }).waitFor();

  const { missed, landmarks } = await tour(page);
  expect(missed, 'Tab leads to whatever can be pressed').toEqual([]);
  expect(landmarks).toEqual(['header', 'nav Places', 'header', 'main', 'header', 'aside', 'footer']);
  const many = await page.locator('[data-place] button:enabled:visible').count();
  for (const key of ['Tab', 'Shift+Tab'] as const) {
    expect(await uncovered(page, '[data-place] button:enabled', many, key), 'the focus is in sight').toEqual([]);
  }
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
  expect(ring, 'the focus is seen').not.toBe('none');

  for (const [says, after] of [
    ['Open the first question', () => desk.poll(0).state === 'open'],
    ['Lock voting', () => desk.poll(0).state === 'locked'],
    ['Reveal results', () => desk.poll(0).results === 'everyone'],
  ] as const) {
    await pressOn(page, main(page, says));
    await desk.wire.until(after);
    await focusIsSomewhere(page);
  }
  await page.getByText('That was the last of the run order.').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label')))
    .toBe('Next step');

  const countdown = page.getByRole('button', { name: /^Countdown/ });
  await pressBack(page, countdown);
  await pressOn(page, page.getByRole('button', { name: '1 minute', exact: true }));
  await desk.wire.until(() => desk.state.room.until !== undefined);
  expect(await countdown.evaluate((button) => button === document.activeElement), 'back at the menu').toBe(true);

  await pressOn(page, page.getByRole('button', { name: 'Close questions' }));
  const chip = page.getByRole('button', { name: 'Questions', exact: true });
  expect(await chip.evaluate((button) => button === document.activeElement), 'back at what opens it').toBe(true);
});

test('Run: what is on stage, and next, is in the tree; opening and lock are said once, votes are not', async () => {
  const desk = await organiser().event('Run by ear', [{ ...PRIORITY, results: 'everyone' }, STRUGGLE]);
  const [page, remote] = [
    await laptop(),
    await (await signedInDevice(shared().base, shared().cookie, PHONE)).newPage(),
  ];
  const [desks, remotes] = [await listen(page), await listen(remote)];
  await Promise.all([atRun(desk, page), remote.goto(desk.remote)]);
  await remote.getByRole('button', { name: 'Open the first question' }).waitFor();
  const swarm = await Swarm.join(shared().base, desk.code, 60, 11_000);
  await main(page, 'Open the first question').click();
  await desk.wire.until(() => desk.poll(0).state === 'open');
  await mainButton(page, 'Lock voting').waitFor();

  const told = await tree(page);
  expect(gaps(told)).toEqual([]);
  const words = below(told, 'On stage now')
    .map((each) => each.words)
    .join(' ');
  expect(words).toContain(PRIORITY.question);
  expect(words).toContain('Open for voting');
  const region = told.findIndex(({ role, name }) => role === 'region' && name === 'Next step');
  expect(told.slice(region).find(({ role }) => role === 'button')?.name).toBe('Lock voting');
  expect(below(told, 'Next').some((each) => each.words.includes(STRUGGLE.question))).toBe(true);
  expect(
    told.filter(({ role }) => role === 'Iframe'),
    'the small stage is for eyes alone',
  ).toEqual([]);

  await expect.poll(() => swarm.settled(1)).toBe(true);
  await desk.lock(0);
  await desk.wire.until(() => desk.tally(0).complete === true);
  for (const heard of [desks, remotes]) {
    const said = async () => (await heard()).map(({ text }) => text.replace(/[\u2066-\u2069]/g, ''));
    await expect.poll(async () => (await said()).join(' ')).toContain(`${PRIORITY.question} Voting`);
    const all = await said();
    const times = (state: RegExp) => all.filter((text) => state.test(text)).length;
    expect(times(/Open for voting|Voting is open/), all.join('; ')).toBe(1);
    expect(times(/Voting locked|Voting is locked/), all.join('; ')).toBe(1);
    expect(all.filter((text) => /\d+ (of \d+ )?(have )?voted|%/.test(text))).toEqual([]);
  }
  swarm.close();
});

test('the remote: at the end of the run order the focus is still in its bar', async () => {
  const desk = await organiser().event('The remote to its end', [{ ...PRIORITY, results: 'hidden' }]);
  const remote = await open(desk.remote, PHONE);
  await pressOn(remote, main(remote, 'Open the first question'));
  await desk.wire.until(() => desk.poll(0).state === 'open');
  await pressOn(remote, main(remote, 'Lock and reveal'));
  await remote.getByText('That was the last of the run order.').waitFor();
  await expect
    .poll(() => remote.evaluate(() => document.activeElement?.closest('footer')?.getAttribute('aria-label')))
    .toBe('Next step');
  await accessible(remote, 'remote: the end of the run order', { phone: true });
  await pressOn(remote, remote.getByRole('button', { name: 'Keys', exact: true }));
  await remote.getByRole('dialog', { name: 'Keys' }).waitFor();
  await accessible(remote, 'remote: keys', { phone: true });
});
