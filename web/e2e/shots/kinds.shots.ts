import type { Page } from 'playwright-core';
import { test } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { BOARDS, make as makeNumber } from '../support/number.ts';
import { HALL, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { placeOf } from '../support/places.ts';
import { entries, make as makePoints, PRIORITIES } from '../support/points.ts';
import { entriesOf, FLEXIBLE, make as makeRating, ratingOf } from '../support/rating.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { makeWords, ONE_WORD } from '../support/words.ts';
import { out, shoot } from './shoot.ts';

const screen = (width: number, height: number) => ({ viewport: { width, height } });
const touch = (width: number, height: number) => ({ ...PHONE, ...screen(width, height) });
const WORDS = [
  'childcare',
  'Flexible hours',
  'a sponsor',
  'time',
  'Merch',
  'job shares',
  'trust',
  'pay gap',
  'D\u0175r',
];

/** How each kind is asked, by its name, and what a person answers. */
const KINDS = [
  [
    'rating',
    FLEXIBLE.question,
    (desk, person) =>
      entriesOf(
        ratingOf(desk, 0),
        [4, 1, 2, null].map((point, at) => (point === null ? null : 1 + ((point + person * (at + 3)) % 5))),
      ),
  ],
  [
    'words',
    ONE_WORD.question,
    (_, person) => [
      WORDS[Math.floor((((person * 7919) % 97) ** 2 / 97 ** 2) * 9)]!,
      `word ${Math.floor(((person * 31) % 61) ** 2 / 61)}`,
    ],
  ],
  ['number', BOARDS.question, (_, person) => [String(5 + ((person * 37) % (person % 9 === 0 ? 61 : 21)))]],
  [
    'points',
    PRIORITIES.question,
    (desk, person) => entries(desk, 3, person % 3 === 0 ? [45, 0, 55, 0] : [15, 40, 5, 40]),
  ],
] as [string, string, (desk: Desk, person: number) => string[]][];

/** Every kind on every page that shows it: after one answer, and after 301. */
test('kinds on every page', { timeout: 900_000 }, async () => {
  const desk = await organiser().event('Health and Care Women Leaders conference', []);
  const results = 'everyone' as const;
  await makeRating(desk, { ...FLEXIBLE, results });
  await makeWords(desk, { results });
  await makeNumber(desk, { ...BOARDS, results });
  await makePoints(desk, { ...PRIORITIES, results });
  const { base, cookie } = shared();
  const signedIn = async (place: 'run' | 'moderate' | 'results', size: object) => {
    const page = await (await signedInDevice(base, cookie, size)).newPage();
    await page.goto(placeOf(base, desk.event, place));
    return page;
  };
  const [stage, remote, phone, small, desktop, tablet] = await Promise.all([
    open(desk.stage, HALL),
    open(desk.remote, PHONE),
    open(desk.join, PHONE),
    open(desk.join, touch(320, 568)),
    signedIn('run', screen(1366, 768)),
    signedIn('run', touch(834, 1194)),
  ]);
  const pages: [string, Page][] = [
    ['stage', stage],
    ['remote', remote],
    ['phone-390', phone],
    ['phone-320', small],
    ['run-1366', desktop],
    ['run-834', tablet],
  ];
  for (const [index, [kind, , answerOf]] of KINDS.entries()) {
    await desk.run({ type: 'setStage', room: desk.room, view: 'activity', activity: desk.activity(index).id });
    await desk.open(index);
    await stage.waitForTimeout(1_000);
    await shoot(phone, `${kind}-all-phone-390-0-open`);
    await shoot(small, `${kind}-all-phone-320-0-open`);
    await thousandsAnswer(desk, index, 1, (person) => answerOf(desk, person));
    await stage.waitForTimeout(1_500);
    for (const [name, page] of pages) await shoot(page, `${kind}-all-${name}-1-one`, ['light']);
    await thousandsAnswer(desk, index, 300, (person) => answerOf(desk, person + 1));
    await desk.lock(index);
    await stage.waitForTimeout(2_500);
    for (const [name, page] of pages) {
      await shoot(page, `${kind}-all-${name}-2-result`, name === 'stage' ? ['dark'] : ['light', 'dark']);
    }
    await stage.evaluate(() => document.documentElement.classList.add('light'));
    await shoot(stage, `${kind}-all-stage-2-result`, ['light']);
    await stage.evaluate(() => document.documentElement.classList.remove('light'));
  }
  for (const size of [screen(1366, 768), touch(834, 1194), PHONE]) {
    const queue = await signedIn('moderate', size);
    await queue.getByText('Words', { exact: true }).first().click();
    await queue.getByRole('button', { name: /^Shown/ }).click();
    await queue.waitForTimeout(1_500);
    await shoot(queue, `all-moderate-${size.viewport.width}`);
    const report = await signedIn('results', size);
    await report.waitForTimeout(2_000);
    await shoot(report, `all-report-${size.viewport.width}`);
    await report.screenshot({ path: `${out}all-report-${size.viewport.width}-full.png`, fullPage: true });
  }
});
