import type { Page } from 'playwright-core';
import { test } from 'vitest';
import type { RankingDraft } from '../../src/protocol/messages.gen.ts';
import type { Desk } from '../support/desk.ts';
import { HALL, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { HELP, make, option, rankingOf } from '../support/ranking.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { shoot } from './shoot.ts';

const screen = (width: number, height: number) => ({ viewport: { width, height } });
const STAGES = [HALL, screen(1366, 768), screen(1280, 720)];
const PHONES = [PHONE, { ...PHONE, viewport: { width: 320, height: 568 } }];
const LAPTOP = screen(1366, 768);

const FIVE: RankingDraft = {
  ...HELP,
  question: 'What should be our first priority?',
  options: ['Culture change', 'Mentoring and coaching', 'Flexible working', 'Gender pay', 'Women on boards'].map(
    (text) => ({ text }),
  ),
  places: 5,
  results: 'everyone',
};
const FIFTEEN: RankingDraft = {
  ...FIVE,
  options: Array.from({ length: 15 }, (_, n) => ({
    text: `${FIVE.options[n % 5]!.text}, part ${1 + Math.floor(n / 5)}`,
  })),
  places: 3,
  abstain: 'Prefer not to say',
};
const LONG: RankingDraft = {
  ...FIVE,
  question:
    'If your trust, your integrated care board and your region could agree on only one thing to change for women ' +
    'who lead services in the next two years, which of these should come first, and which after it?',
  options: FIVE.options.map(({ text }) => ({
    text: `${text}, so that nobody who works nights or part-time has to choose between a career and a family`,
  })),
};

async function show(name: string, draft: RankingDraft) {
  const desk = await organiser().event('Health and Care Women Leaders conference', [], [], false);
  await make(desk, draft);
  await desk.run({ type: 'setStage', room: desk.room, view: 'activity', activity: desk.activity(0).id });
  const stages = await Promise.all(STAGES.map((size) => open(desk.stage, size)));
  const remote = await open(desk.remote, PHONE);
  const phones = await Promise.all(PHONES.map((size) => open(desk.join, size)));
  const boss = await (await signedInDevice(shared().base, shared().cookie, LAPTOP)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  await boss.getByRole('heading', { name: draft.question }).waitFor();
  const width = (page: Page) => page.viewportSize()!.width;
  const all = async (state: string) => {
    await stages[0]!.waitForTimeout(1_000); // bars have grown
    for (const page of stages) await shoot(page, `ranking-${name}-stage-${width(page)}-${state}`, ['dark']);
    await shoot(remote, `ranking-${name}-remote-${state}`);
    await shoot(boss, `ranking-${name}-desk-${state}`);
    for (const page of phones) await shoot(page, `ranking-${name}-phone-${width(page)}-${state}`);
  };
  return { desk, phones, boss, all };
}

/** Most like the first best; whoever is left out of that has an order of their own. */
const answers = (desk: Desk) => {
  const { options, places } = rankingOf(desk);
  const ids = options.map(({ id }) => id);
  return (person: number) => {
    const turned = ids.map((_, at) => ids[(at + (person % 5 < 2 ? 2 : (person * 7) % ids.length)) % ids.length]!);
    return turned.slice(0, 1 + (person % places));
  };
};

test.each([
  ['five', FIVE, 300],
  ['two', { ...FIVE, options: FIVE.options.slice(0, 2), places: 2 }, 300],
  ['fifteen', FIFTEEN, 300],
  ['long', LONG, 300],
  ['hall', FIVE, 10_000],
] as [string, RankingDraft, number][])('a ranking: %s', { timeout: 600_000 }, async (name, draft, people) => {
  const { desk, phones, all } = await show(name, draft);
  await all('1-draft');
  await desk.open(0);
  for (const page of phones) await page.getByRole('button', { name: 'Vote', exact: true }).waitFor();
  await all('2-open');
  const first = rankingOf(desk).options.slice(0, Math.min(3, draft.places));
  for (const page of phones) {
    for (const { text } of first) await option(page, text).tap();
  }
  await thousandsAnswer(desk, 0, 3, answers(desk));
  await all('3-marked');
  for (const page of phones) await page.getByRole('button', { name: 'Vote', exact: true }).tap();
  await thousandsAnswer(desk, 0, people, answers(desk));
  await desk.voted(0, people + 5);
  await all('4-results');
  await desk.lock(0);
  await all('5-locked');
  const { id, rev } = desk.activity(0);
  await desk.run({ type: 'finaliseActivity', activity: id, rev });
  await desk.wire.until(() => desk.activity(0).state === 'final');
  await all('6-final');
});

test('the editor of a ranking', async () => {
  const { boss } = await show('editor', FIVE);
  await boss.frameLocator('iframe').nth(1).getByRole('heading').first().waitFor();
  await shoot(boss, 'ranking-editor-desk');
  await boss.setViewportSize({ width: 768, height: 1024 });
  await shoot(boss, 'ranking-editor-tablet');
});
