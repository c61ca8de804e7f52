import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { baseSentence, percentText } from '../../src/voting/percent.ts';
import { parseCsv } from '../support/csv.ts';
import { Desk } from '../support/desk.ts';
import { eventOfCode, text } from '../support/http.ts';
import { HALL, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Phone } from '../support/phone.ts';
import { recount } from '../support/recount.ts';
import { count, option, rankingOf, stagePlaces, told, type Order } from '../support/ranking.ts';
import { stageRows } from '../support/stage.ts';
import { note, Swarm, type Journal } from '../support/swarm.ts';
import { placeOf, pressMain, putOnStage } from '../support/places.ts';

const PEOPLE = 300;
const patient = { timeout: PATIENCE_MS, interval: 100 };

/** What each of the three does with each poll: the first choice, and another one if they change their mind. */
const votes: [string[], string[]?][][] = [
  [[['Culture change']], [['Gender pay'], ['Women on boards: 50:50 by 2020']], [['Mentoring and coaching']]],
  [[['Confidence']], [['Prefer not to say']], [['Being heard'], ['Finding a mentor']]],
  [
    [['Job share', 'Part-time']],
    [['None of these']],
    [['Career break'], ['Career break', 'Part-time', 'Compressed hours']],
  ],
  [[['Yes']], [['I have no view']], [['Yes, as allies in open sessions'], ['Yes']]],
];

/** One step of the presenter; the remote does one thing at a time. */
async function press(remote: Page, name: string): Promise<void> {
  await remote.locator('footer[aria-busy="false"]').getByRole('button', { name, exact: true }).click();
}

async function example(): Promise<Desk> {
  return organiser().desk(await eventOfCode(shared().base, shared().cookie, shared().code.replace(' ', '')));
}

/** What each of the three ranks in the end: the first priority again, best first. */
const ranked: Order[] = [
  ['Flexible working', 'Gender pay', 'Culture change'],
  ['Flexible working', 'Culture change'],
  ['Gender pay', 'Mentoring and coaching', 'Flexible working'],
];

test('300 simulated phones and 3 real ones vote on all four polls; stage, phones and CSV equal a recount', async () => {
  const desk = await example();
  const { polls } = desk;
  expect(polls).toHaveLength(votes.length);
  const stage = await open(shared().stage, HALL);
  const remote = await open(shared().remote, PHONE);
  const desktop = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await desktop.goto(placeOf(shared().base, desk.event, 'run'));
  const phones = await Promise.all([0, 1, 2].map(() => Phone.join(desk)));
  const swarm = await Swarm.join(shared().base, desk.code, PEOPLE);
  const real: Journal = new Map();
  await stage.getByText(`${PEOPLE + 3} people have joined`, { exact: true }).waitFor();

  for (const [index, poll] of polls.entries()) {
    if (index === 0) {
      // the organiser begins
      await putOnStage(desktop, poll.question);
      await pressMain(desktop, 'Open voting');
    } else {
      // the presenter goes on
      await press(remote, 'Open the next question');
    }
    await stage.getByRole('heading', { name: poll.question }).waitFor();

    await Promise.all(
      phones.map(async (phone, who) => {
        const [first, second] = votes[index]![who]!;
        await phone.vote(...first);
        await phone.counted(first[0]!);
        if (second) {
          await phone.think();
          for (const box of await phone.page.getByRole('checkbox', { checked: true }).all()) await box.uncheck();
          await phone.vote(...second);
          await phone.counted(second[0]!);
        }
        const chosen = second ?? first;
        const abstain = chosen[0] === poll.abstain;
        note(real, poll.id, `phone ${who}`, {
          abstain,
          answer: abstain ? [] : poll.options.filter(({ text }) => chosen.includes(text)).map(({ id }) => id),
        });
      }),
    );
    await vi.waitUntil(() => swarm.settled(index + 1), patient);

    if (index === 0) {
      await pressMain(desktop, 'Lock voting');
      await pressMain(desktop, 'Reveal results');
    } else {
      await press(remote, 'Lock voting');
      await press(remote, 'Reveal results');
    }
    const { counts, voted } = recount(poll, swarm.journal, real);
    const expected = poll.options.map((option, i) => [option.text, percentText(counts[i]!, voted), `(${counts[i]})`]);
    await vi.waitFor(async () => expect(await stageRows(stage)).toEqual(expected), patient);
    await stage.getByText('Voting is locked').first().waitFor();
    for (const phone of phones) {
      await phone.sees(baseSentence({ voted, abstained: 0 } as never, poll.maxChoices).split('.')[0]!);
    }
  }

  await press(remote, 'Open the next question');
  await Promise.all(
    phones.map(async (phone, who) => {
      for (const each of ranked[who]!) await option(phone.page, each).tap();
      await phone.button('Vote').tap();
      await phone.counted(`1. ${ranked[who]![0]}`);
    }),
  );
  await press(remote, 'Lock voting');
  await press(remote, 'Reveal results');
  const again = polls.length;
  const texts = rankingOf(desk, again).options.map((each) => each.text);
  const counted = count(texts, ranked, 'mean');
  await expect.poll(() => told(desk, again)).toEqual(counted);
  expect(counted.winner).toBe('Flexible working');
  await expect.poll(async () => (await stagePlaces(stage))[0]).toEqual(['1', 'Flexible working', '5.3', '67%', '(2)']);

  const csv = await text(shared().base, `/api/v1/events/${desk.event}/results.csv`, shared().cookie);
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const rows = parseCsv(csv.slice(1));
  for (const poll of polls) {
    const { counts, voted, abstained } = recount(poll, swarm.journal, real);
    const mine = rows.filter((row) => row['activity'] === poll.id);
    const numbers = {
      base: String(voted),
      connected: String(PEOPLE + 3),
      voted: String(voted),
      abstained: String(abstained),
      not_voted: String(PEOPLE + 3 - voted - abstained),
      rejected: '0',
    };
    expect(mine.slice(0, poll.options.length)).toMatchObject(
      poll.options.map((option, i) => ({ option: option.text, count: String(counts[i]), ...numbers })),
    );
    if (poll.abstain !== null) {
      expect(mine.at(-1)).toMatchObject({ option: poll.abstain, count: String(abstained), percent: '' });
    }
    expect(voted + abstained, 'the recount is of most people').toBeGreaterThan(PEOPLE * 0.9);
  }
  swarm.close();
});
