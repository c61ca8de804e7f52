import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { Crowd } from '../support/crowd.ts';
import type { Desk } from '../support/desk.ts';
import { pressOn, tabTo, tour } from '../support/keyboard.ts';
import { LAPTOP, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { placeOf, toPlace } from '../support/places.ts';
import { STRUGGLE, USED } from '../support/polls.ts';
import { Crowd as Askers, Questions } from '../support/questions.ts';
import { HELP, make, rankingOf } from '../support/ranking.ts';
import { below, gaps, tree, type Told } from '../support/tree.ts';

const ASKED = 'Who pays for the mentors?';

/** Six people voted on everything, one of seven in the room on nothing; one question was answered. */
async function voted(): Promise<Desk> {
  const desk = await organiser().event('A report for everybody', [STRUGGLE, USED]);
  await make(desk, HELP);
  const queue = await Questions.on(desk);
  const [people, askers] = [await Crowd.join(desk, 6), await Askers.join(queue, desk.who.base, 1)];
  await askers.ask([ASKED, 'What about pay?']);
  await queue.approve(ASKED);
  await queue.approve('What about pay?');
  await askers.upvote(1, 1);
  await queue.moderate(ASKED, { kind: 'answer', text: 'The trust does.' });
  const idsOf = (index: number) => rankingOf(desk, index).options.map(({ id }) => id);
  const answers: ((person: number) => string[] | null)[] = [
    (person) => (person === 5 ? null : [idsOf(0)[person === 4 ? 1 : 0]!]),
    (person) => idsOf(1).slice(0, person < 4 ? 2 : 1),
    (person) => (person === 5 ? [idsOf(2)[1]!] : idsOf(2).slice(0, 2)),
  ];
  for (const [index, answer] of answers.entries()) {
    await desk.open(index);
    await people.answer(desk, index, answer);
    await desk.wire.until(() => desk.tally(index).connected === 7); // who only looks on is noted a moment later
    await desk.lock(index);
  }
  return desk;
}

const signedIn = async (url: string) => {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(url);
  return page;
};

/** Question, kind, base, turnout, winner and every number, from the accessibility tree alone. */
function toldOf(all: readonly Told[]) {
  return [STRUGGLE, USED, HELP].map(({ question }) => {
    const part = below(all, question);
    const rows = part.filter(({ role }) => role === 'row').map(({ words }) => words);
    return { text: part.map(({ words }) => words.replace(/ ([,.;:])/g, '$1')).join(' '), rows };
  });
}

/** Length of each bar that is drawn, in percent of its track. */
const drawn = (page: Page, question: string): Promise<number[]> =>
  page
    .getByRole('region', { name: question, exact: true })
    .locator('.fill')
    .evaluateAll((bars) =>
      bars.map((bar) => Math.round((100 * bar.clientWidth) / (bar.parentElement as HTMLElement).clientWidth)),
    );

async function saysAll(page: Page): Promise<void> {
  const all = await tree(page);
  expect(gaps(all)).toEqual([]);
  const [struggle, used, help] = toldOf(all);
  expect(struggle!.text).toContain('6 of 7 answered, 5 voted, one choice each');
  expect(struggle!.text).toContain('Confidence leads with 80%, 60 points ahead of Imposter feelings.');
  expect(struggle!.text).toContain('“Prefer not to say”: 1.');
  expect(struggle!.rows.slice(0, 3)).toEqual([
    'Option Percent of voters Votes',
    'Confidence First 80% 4',
    'Imposter feelings 20% 1',
  ]);
  expect(used!.text).toContain('6 of 7 voted, up to 4 choices each');
  expect(used!.rows.slice(1, 3)).toEqual(['Job share First 100% 6', 'Part-time 67% 4']);
  expect(help!.text).toContain('6 of 7 ranked all 4');
  expect(help!.text).toContain('A sponsor has the best mean score');
  expect(help!.rows[0]).toBe('Place Option Mean score, of 4 points First places');
  expect(help!.rows[1]).toMatch(/^1 A sponsor First \d\.\d+ 83%$/);
  const questions = below(all, 'Questions from the room').map(({ words }) => words);
  expect(questions.join(' ')).toContain(`1 upvote: ${ASKED}`);
  expect(questions.join(' ')).toContain('Reply: The trust does.');
  // What is drawn is what is told.
  expect(await drawn(page, STRUGGLE.question)).toEqual([80, 20, 0, 0, 0]);
  expect(await drawn(page, USED.question)).toEqual([100, 67, 0, 0, 0]);
}

test('Results and the report of a link by keyboard and by the accessibility tree alone', async () => {
  const desk = await voted();
  const page = await signedIn(placeOf(shared().base, desk.event, 'results'));
  await page.getByRole('region', { name: HELP.question }).getByText('6 of 7').waitFor();
  await saysAll(page);
  await accessible(page, 'results', { phone: true });
  const { missed, landmarks } = await tour(page);
  expect(missed).toEqual([]);
  expect(landmarks).toEqual(['header', 'nav Places', 'header', 'nav Report', 'aside Take it with you']);

  // A narrow screen has the list of parts one press away.
  await page.setViewportSize({ width: 834, height: 1194 });
  const parts = page.getByRole('button', { name: 'Parts of the report' });
  await pressOn(page, parts);
  await pressOn(page, page.getByRole('link', { name: USED.question }));
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(USED.question);
  expect(await parts.getAttribute('aria-expanded')).toBe('false');
  await page.setViewportSize(LAPTOP.viewport);

  await pressOn(page, page.getByRole('checkbox', { name: USED.question }), 'Space');
  await tabTo(page, page.getByRole('button', { name: 'Make a link' }), 60, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const copy = page.getByRole('button', { name: 'Copy the link' });
  await expect.poll(() => copy.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('status').getByText('The report is shared.').waitFor({ state: 'attached' });
  await accessible(page, 'results, shared', { phone: true });
  const url = (await page.getByRole('link', { name: /\/r\/[a-z0-9]+$/ }).getAttribute('href'))!;
  await tabTo(page, page.getByRole('checkbox', { name: USED.question }));
  await page.keyboard.press('Space');
  await page.getByText('What it shows (4 of 4)').waitFor();

  const reader = await open(url, LAPTOP);
  await reader.getByRole('region', { name: HELP.question }).waitFor();
  await expect
    .poll(async () => {
      await reader.reload();
      return reader.getByRole('region', { name: USED.question }).count();
    })
    .toBe(1);
  await reader.getByRole('region', { name: HELP.question }).waitFor();
  await saysAll(reader);
  await accessible(reader, 'a shared report', { phone: true });
  await reader.setViewportSize({ width: 390, height: 844 });
  await saysAll(reader);
  await reader.setViewportSize(LAPTOP.viewport);
  expect((await tour(reader)).missed).toEqual([]);

  const revoke = page.getByRole('button', { name: 'Revoke it' });
  await tabTo(page, revoke.first(), 60, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Revoke the link?' });
  await dialog.waitFor();
  await accessible(page, 'revoke');
  await pressOn(page, dialog.getByRole('button', { name: 'Revoke it' }));
  const make = page.getByRole('button', { name: 'Make a link' });
  await expect.poll(() => make.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('status').getByText('The link is revoked.').waitFor({ state: 'attached' });
  await reader.reload();
  await reader.getByRole('heading', { name: 'There is no report here' }).waitFor();
  expect(gaps(await tree(reader))).toEqual([]);
  await accessible(reader, 'a link that is none', { phone: true });
});

test('the events page and every place: all by Tab, headings in order', async () => {
  const name = `Shell by keyboard ${Date.now()}`;
  const desk = await organiser().event(name, [STRUGGLE]);
  const page = await signedIn(`${shared().base}/organiser`);
  await page.getByRole('searchbox').fill(name); // other journeys have their events here as well, and come and go
  await page.getByText('1 event found.').waitFor({ state: 'attached' });
  const checked = async (where: string) => {
    expect.soft((await tour(page)).missed, where).toEqual([]);
    expect.soft(gaps(await tree(page)), where).toEqual([]);
  };
  await checked('events');
  await page.goto(placeOf(shared().base, desk.event, 'prepare'));
  await page.getByRole('heading', { name: STRUGGLE.question }).waitFor();
  await checked('prepare');
  await toPlace(page, 'run');
  await page.getByRole('region', { name: 'Next step' }).waitFor();
  await checked('run');
  await toPlace(page, 'moderate');
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await checked('moderate');
});
