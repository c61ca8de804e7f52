import type { Page } from 'playwright-core';
import { test } from 'vitest';
import type { RatingDraft } from '../../src/protocol/messages.gen.ts';
import { HALL, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { entriesOf, FLEXIBLE, make, point, ratingOf } from '../support/rating.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { shoot } from './shoot.ts';

const screen = (width: number, height: number) => ({ viewport: { width, height } });
const PHONES = [PHONE, { ...PHONE, viewport: { width: 320, height: 568 } }];
const LAPTOP = screen(1366, 768);

const PARTS = [
  'The keynote',
  'Workshops',
  'Breaks',
  'Food',
  'The venue',
  'Sound',
  'Questions',
  'Pace',
  'Travel',
  'Value',
];
const TEN: RatingDraft = {
  ...FLEXIBLE,
  question: 'How good was each part of the day?',
  statements: PARTS.map((text) => ({ text })),
  scale: { type: 'points', points: 10, low: 'Poor', high: 'Excellent' },
  noOpinion: null,
  abstain: 'Prefer not to say',
  results: 'everyone',
};
const LONG: RatingDraft = {
  ...FLEXIBLE,
  question:
    'If you think of the last twelve months in your trust, your integrated care board or your region, how far do you ' +
    'agree with each of these statements on flexible working?',
  statements: [...FLEXIBLE.statements, ...FLEXIBLE.statements].map(({ text }, at) => ({
    text: `${text}, so that nobody who works nights has to choose between a career and a family (${at + 1})`,
  })),
};
const RECOMMEND: RatingDraft = {
  ...TEN,
  question: 'Would you come again?',
  statements: [{ text: 'How likely are you to recommend this conference to a colleague?' }],
  scale: { type: 'promoter', points: 11, low: null, high: null },
  abstain: null,
};
const ONE: RatingDraft = {
  ...RECOMMEND,
  question: 'How was the pace?',
  statements: [{ text: 'The pace of the day' }],
  scale: { type: 'points', points: 5, low: 'Much too slow', high: 'Much too fast' },
};

test.each([
  ['agreement', FLEXIBLE],
  ['ten', TEN],
  ['long', LONG],
  ['promoter', RECOMMEND],
  ['one', ONE],
] as [string, RatingDraft][])('a rating: %s', { timeout: 600_000 }, async (name, draft) => {
  const desk = await organiser().event('Health and Care Women Leaders conference', [], [], false);
  await make(desk, { ...draft, results: 'everyone' });
  await desk.run({ type: 'setStage', room: desk.room, view: 'activity', activity: desk.activity(0).id });
  const stages = await Promise.all([HALL, LAPTOP].map((size) => open(desk.stage, size)));
  const remote = await open(desk.remote, PHONE);
  const phones = await Promise.all(PHONES.map((size) => open(desk.join, size)));
  const boss = await (await signedInDevice(shared().base, shared().cookie, LAPTOP)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  await boss.getByRole('heading', { name: draft.question }).first().waitFor();
  const width = (page: Page) => page.viewportSize()!.width;
  if (name === 'ten') {
    await boss.frameLocator('iframe').nth(1).getByRole('heading').first().waitFor();
    await shoot(boss, `rating-${name}-editor`);
  }
  await desk.open(0);
  for (const page of phones) {
    await page.getByRole('button', { name: /vote$/i }).first().waitFor();
    const texts = draft.statements.map(({ text }) => text);
    for (const text of texts.slice(0, 2)) {
      const radio = draft.scale.type === 'agreement' ? 'Agree' : '4';
      await point(page, text, radio).check();
    }
    await page.evaluate(() => scrollTo(0, 0));
    await shoot(page, `rating-${name}-phone-${width(page)}-1-open`);
  }
  const { scale, statements } = ratingOf(desk);
  const first = scale.type === 'promoter' ? 0 : 1;
  await thousandsAnswer(desk, 0, 300, (person) => {
    const given = statements.map((_, at) => {
      const lean = (0.35 + 0.6 * (((at * 7 + 3) % 10) / 10)) * scale.points;
      const off = (((person * 31 + at * 17) % 7) + ((person * 13 + at * 5) % 5) - 5) * scale.points * 0.085;
      const value = Math.max(0, Math.min(scale.points - 1, Math.round(lean + off - 0.5)));
      return draft.noOpinion !== null && (person + at) % 13 === 0 ? null : first + value;
    });
    return entriesOf(ratingOf(desk), given);
  });
  await desk.voted(0, 300);
  for (const page of phones) {
    for (const { text } of draft.statements.slice(2)) {
      const radio = draft.scale.type === 'agreement' ? 'No opinion' : '7';
      await point(page, text, radio).check();
    }
    await page.getByRole('button', { name: /vote$/i }).first().click();
    await page.getByText('Counted.').first().waitFor();
  }
  await desk.lock(0);
  await stages[0]!.waitForTimeout(1_500);
  for (const page of stages) {
    await shoot(page, `rating-${name}-stage-${width(page)}-2-result`, ['dark']);
    await page.evaluate(() => document.documentElement.classList.add('light'));
    await shoot(page, `rating-${name}-stage-${width(page)}-2-result`, ['light']);
  }
  await shoot(remote, `rating-${name}-remote-2-result`);
  await shoot(boss, `rating-${name}-desk-2-result`);
  for (const page of phones) await shoot(page, `rating-${name}-phone-${width(page)}-2-result`);
});
