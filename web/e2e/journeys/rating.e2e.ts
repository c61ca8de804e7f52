import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RatingDraft } from '../../src/protocol/messages.gen.ts';
import { accessible } from '../support/axe.ts';
import { Crowd } from '../support/crowd.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { HALL, OLD_PROJECTOR, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import {
  count,
  entriesOf,
  FLEXIBLE,
  make,
  point,
  ratingOf,
  stageStatements,
  told,
  type Given,
} from '../support/rating.ts';
import { misfits } from '../support/stage.ts';
import { tree } from '../support/tree.ts';

const TEXTS = FLEXIBLE.statements.map(({ text }) => text) as [string, string, string, string];
const [PART_TIME, HOME, HOURS, SHARES] = TEXTS;
const SMALL = { ...PHONE, viewport: { width: 320, height: 568 } };
const LAPTOP = { viewport: { width: 1366, height: 768 } };
const LABELS = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'];
const named = (given: number | null) => (given === null ? 'No opinion' : LABELS[given - 1]!);

const deskPage = async (event: string) => {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(`${shared().base}/organiser/events/${event}`);
  return page;
};

const largeEnough = async (page: Page) => {
  for (const label of await page.locator('#vote label, #vote button:visible').all()) {
    const box = (await label.boundingBox())!;
    expect(Math.min(box.width, box.height), await label.innerText()).toBeGreaterThanOrEqual(44);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
};

/** The first by touch, the second with keys alone, the third through what a screen reader finds. */
test('three phones rate; stage, remote, desk and phones say what was found', async () => {
  const desk = await organiser().event('A rating', []);
  await make(desk, FLEXIBLE);
  const [touch, keys, heard] = await Promise.all([
    Phone.join(desk, { options: SMALL }),
    Phone.join(desk),
    Phone.join(desk),
  ]);
  const [stage, remote] = await Promise.all([open(desk.stage, HALL), open(desk.remote, PHONE)]);
  const boss = await deskPage(desk.event);
  const next = async (button: string) => {
    const there = remote.locator('footer[aria-busy="false"]').getByRole('button', { name: button, exact: true });
    await there.waitFor();
    await there.click();
  };
  await next('Next →');
  await stage.getByText('Voting opens soon').first().waitFor();
  await accessible(stage, 'stage: draft');
  await boss.getByRole('heading', { name: FLEXIBLE.question }).waitFor();
  await accessible(boss, 'desk: draft', { phone: true });
  await next('Open voting');

  const all: Given[] = [
    [5, 4, 1, null],
    [4, 4, 2, 3],
    [5, 2, 3, 1],
  ];
  const says = (given: Given) => given.map((each, at) => `${TEXTS[at]}: ${named(each)}`).join('; ');
  await touch.sees('0 of 4 answered.');
  await accessible(touch.page, 'phone: nothing rated', { phone: true });
  await largeEnough(touch.page);
  const place = () => point(touch.page, HOME, 'Agree').boundingBox();
  for (const at of [0, 1]) {
    await point(touch.page, TEXTS[at]!, named(all[0]![at]!)).tap();
  }
  const before = await place();
  await touch.button('Vote').tap();
  await touch.sees('2 statements have no answer yet.');
  await accessible(touch.page, 'phone: two are missing', { phone: true });
  expect((await place())!.height, 'an answer makes nothing higher').toBe(before!.height);
  for (const at of [2, 3]) {
    await point(touch.page, TEXTS[at]!, named(all[0]![at]!)).tap();
  }
  await touch.sees('4 of 4 answered.');
  await accessible(touch.page, 'phone: all rated', { phone: true });
  await touch.button('Vote').tap();
  expect(await touch.counted(says(all[0]!))).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await accessible(touch.page, 'phone: counted', { phone: true });

  // One stop of Tab for each statement, arrows choose.
  for (const [at, text] of TEXTS.entries()) {
    await tabTo(keys.page, point(keys.page, text, LABELS[0]!));
    await keys.page.keyboard.press('Space');
    for (let value = 1; value < all[1]![at]!; value++) await keys.page.keyboard.press('ArrowRight');
  }
  await pressOn(keys.page, keys.button('Vote'));
  await keys.counted(says(all[1]!));

  const radios = (await tree(heard.page)).filter(({ role }) => role === 'radio').map(({ name }) => name);
  expect(radios).toEqual(TEXTS.flatMap(() => [...LABELS, 'No opinion']));
  for (const [at, text] of TEXTS.entries()) await point(heard.page, text, named(all[2]![at]!)).press('Space');
  await heard.button('Vote').press('Enter');
  await heard.counted(says(all[2]!));
  await desk.voted(0, 3);
  for (const at of TEXTS.keys()) {
    const { points, none } = count(at, all);
    expect(told(desk, at)).toEqual({ points, none });
  }

  await next('Lock voting');
  await next('Reveal results');
  const rows = TEXTS.map((text, at) => {
    const { agree, disagree, points, none } = count(at, all);
    return [text, disagree, agree, `${points.length}${none > 0 ? ` +${none}` : ''}`];
  });
  await expect.poll(() => stageStatements(stage)).toEqual(rows);
  expect(rows[0]).toEqual([PART_TIME, '0%', '100%', '3']);
  await stage.locator('[data-row].leads').getByText('First').waitFor();
  await stage.getByRole('status').getByText(`${SHARES}: 0% agree, 50% neither`).waitFor({ state: 'attached' });
  for (const page of [touch.page, keys.page, heard.page, remote, boss]) {
    await page.getByText('Disagree 67% · Neither 33% · Agree 0% · 3 rated').first().waitFor();
    const table = page.getByRole('table', { name: FLEXIBLE.question });
    expect(await table.getByRole('row', { name: PART_TIME }).innerText()).toMatch(/0\s+0\s+0\s+1\s+2\s+Strongly agree/);
  }
  const own = touch.page.locator('p.own');
  await expect.poll(() => own.allInnerTexts()).toEqual(all[0]!.map((given) => `Your answer: ${named(given)}`));
  const heardRows = (await tree(heard.page)).filter(({ role }) => role === 'row').map(({ words }) => words);
  expect(heardRows.find((row) => row.startsWith(HOURS))).toContain('your answer: Neither agree nor disagree');
  await accessible(stage, 'stage: the result');
  await accessible(touch.page, 'phone: the result', { phone: true });
  await accessible(remote, 'remote: the result', { phone: true });
  await accessible(boss, 'desk: the result', { phone: true });
  for (const size of [HALL, OLD_PROJECTOR, LAPTOP]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
});

test('ten statements with hostile words, some left out, changed, abstained; then three hundred on one', async () => {
  const hostile = '<img src=x onerror=alert(1)> \u202egnp.exe =1+1 🎉';
  const draft: RatingDraft = {
    ...FLEXIBLE,
    question: `How useful? ${hostile}`,
    statements: [hostile, 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen', ...'CDEFGHIJ'].map((text) => ({
      text: text.length > 1 ? text : `Part ${text} of the day`,
    })),
    scale: { type: 'points', points: 10, low: hostile.slice(0, 40), high: 'Very much' },
    noOpinion: null,
    abstain: 'Prefer not to say',
  };
  const recommend: RatingDraft = {
    ...FLEXIBLE,
    question: 'Would you come again?',
    statements: [{ text: 'How likely are you to recommend this conference?' }],
    scale: { type: 'promoter', points: 11, low: null, high: null },
    noOpinion: null,
    results: 'everyone',
  };
  const desk = await organiser().event('Ten statements', []);
  await make(desk, draft);
  await make(desk, recommend);
  const [phone, other] = await Promise.all([Phone.join(desk, { options: SMALL }), Phone.join(desk)]);
  const stage = await open(desk.stage, HALL);
  await desk.open(0);
  await stage.getByText('No votes yet').first().waitFor();
  await accessible(stage, 'stage: ten statements, nobody');
  await phone.sees('0 of 10 answered.');
  await largeEnough(phone.page);
  await phone.button('Vote').click();
  await phone.sees('Rate at least one statement first.');
  await point(phone.page, 'Part C of the day', '7').check();
  await point(phone.page, 'Part D of the day', '2').check();
  await phone.page.getByRole('button', { name: 'Take back the answer to Part D of the day' }).click();
  await accessible(phone.page, 'phone: ten statements', { phone: true });
  await phone.button('Vote').click();
  await phone.counted('Part C of the day: 7.');
  await phone.think();
  await point(phone.page, 'Part C of the day', '10, Very much').check();
  await phone.button('Vote').click();
  await phone.counted('Part C of the day: 10, Very much');
  await other.page.getByLabel('Prefer not to say').check();
  await other.button('Vote').click();
  await other.counted('Prefer not to say');
  await desk.voted(0, 2);
  expect(told(desk, 2)).toEqual({ points: [10], none: 0 });
  expect(told(desk, 3)).toEqual({ points: [], none: 0 });
  await expect.poll(async () => (await stageStatements(stage))[2]).toEqual(['Part C of the day', '', '10', '1']);
  await stage.getByText('1 chose “Prefer not to say”').first().waitFor();
  expect(await stage.locator('img[src="x"]').count()).toBe(0);
  for (const size of [HALL, OLD_PROJECTOR, LAPTOP]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
  await accessible(stage, 'stage: ten statements');
  await desk.show(0, 'hidden');
  await stage.getByText('Results are hidden until the presenter reveals them.').first().waitFor();
  await accessible(stage, 'stage: ten statements, hidden');

  await desk.open(1);
  const people = await Crowd.join(desk, 300);
  const scores = Array.from({ length: 300 }, (_, person) => (person * person + 3 * person) % 11);
  await people.answer(desk, 1, (person) => entriesOf(ratingOf(desk, 1), [scores[person]!]));
  people.close();
  await desk.voted(1, 300);
  await desk.lock(1);
  await desk.wire.until(() => told(desk, 0, 1).points.length === 300);
  expect(told(desk, 0, 1).points).toEqual([...scores].sort((a, b) => a - b));
  const many = (test: (score: number) => boolean) => scores.filter(test).length;
  const score = Math.round((100 * (many((s) => s > 8) - many((s) => s < 7))) / 300);
  const said = `${score < 0 ? '\u2212' : '+'}${Math.abs(score)}`;
  await expect.poll(() => stageStatements(stage)).toEqual([[recommend.statements[0]!.text, '', said, '300']]);
  await phone.page
    .getByText(`Promoters ${Math.round(many((s) => s > 8) / 3)}%`)
    .first()
    .waitFor();
  await accessible(stage, 'stage: a net promoter score');
  await accessible(phone.page, 'phone: a net promoter score', { phone: true });
  await expect.poll(() => misfits(stage)).toEqual([]);
});
