import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { Crowd } from '../support/crowd.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { BOARDS, count, field, less, make, more, rows, table, told } from '../support/number.ts';
import { HALL, OLD_PROJECTOR, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { misfits } from '../support/stage.ts';

const SMALL = { ...PHONE, viewport: { width: 320, height: 568 } };
/** What the three give in the end. */
const GIVEN = [12, 20, 13];

const deskPage = async (event: string) => {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(`${shared().base}/organiser/events/${event}`);
  return page;
};
const says = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** The first by touch, the second with keys alone, the third through what a screen reader finds. */
test('three phones give a number; stage, remote and desk say the median and the bars', async () => {
  const desk = await organiser().event('Number', []);
  await make(desk, { ...BOARDS, right: '15' });
  const [touch, keys, tree, stage, remote, boss] = await Promise.all([
    Phone.join(desk, { options: SMALL }),
    Phone.join(desk),
    Phone.join(desk),
    open(desk.stage, HALL),
    open(desk.remote, PHONE),
    deskPage(desk.event),
  ]);
  const next = async (button: string) => {
    const there = remote.locator('footer[aria-busy="false"]').getByRole('button', { name: button, exact: true });
    await there.click();
  };
  await next('Next →');
  await says(stage, 'Voting opens soon');
  await boss.getByRole('heading', { name: BOARDS.question }).waitFor();
  await Promise.all([
    accessible(stage, 'stage: draft'),
    accessible(boss, 'desk: draft', { phone: true }),
    accessible(remote, 'remote: draft', { phone: true }),
  ]);
  await next('Open voting');
  await touch.sees('Give a number from 0 to 100 years.');

  await accessible(touch.page, 'phone: nothing given', { phone: true });
  for (const control of await touch.page.locator('form').locator('button, [role=spinbutton], label').all()) {
    const box = (await control.boundingBox())!;
    expect(Math.min(box.width, box.height), await control.innerText()).toBeGreaterThanOrEqual(44);
  }
  await touch.button('Vote').tap();
  await touch.sees('Write a number from 0 to 100 years.');
  await field(touch.page).fill('101');
  await touch.sees('Write a number from 0 to 100.');
  await accessible(touch.page, 'phone: too large', { phone: true });
  await field(touch.page).fill('12,5');
  await touch.sees('Whole numbers only, such as 12 or 13.');
  await field(touch.page).fill('10');
  for (let taps = 0; taps < 3; taps++) await more(touch.page).tap();
  await less(touch.page).tap();
  await expect.poll(() => field(touch.page).inputValue()).toBe('12');
  await touch.button('Vote').tap();
  const receipt = await touch.counted('12 years');
  expect(receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await accessible(touch.page, 'phone: counted', { phone: true });

  await tabTo(keys.page, field(keys.page));
  await keys.page.keyboard.type('9');
  await keys.page.keyboard.press('PageUp');
  await keys.page.keyboard.press('ArrowUp');
  await pressOn(keys.page, keys.button('Vote'));
  await keys.counted('20 years');

  const number = tree.page.getByRole('spinbutton', { name: BOARDS.question, exact: true });
  await number.fill('13,0');
  await tree.button('Vote').press('Enter');
  await tree.counted('13 years');
  await desk.voted(0, 3);
  expect(told(desk)).toEqual({ width: 1, ...count(GIVEN), right: null });

  await next('Lock voting');
  await next('Reveal results');
  const expected = rows(GIVEN, 1);
  expect(expected).toHaveLength(9);
  for (const page of [stage, remote, boss]) {
    await expect.poll(() => table(page)).toEqual(expected);
    await says(page, `middle half 12 to 20`);
    await says(page, 'Right value: 15 years');
  }
  await stage
    .getByRole('status')
    .getByText('Result: median 13 years, middle half 12 to 20.')
    .waitFor({ state: 'attached' });
  for (const { page } of [touch, keys, tree]) await expect.poll(() => table(page)).toEqual(expected);
  await touch.sees('Your number: 12 years');
  for (const size of [HALL, OLD_PROJECTOR, { viewport: { width: 1366, height: 768 } }]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
  await Promise.all([
    accessible(stage, 'stage: the result'),
    accessible(touch.page, 'phone: the result', { phone: true }),
    accessible(remote, 'remote: the result', { phone: true }),
    accessible(boss, 'desk: the result', { phone: true }),
  ]);
});

test('nobody, one, three hundred, somebody abstains and changes it; hostile words stay words', async () => {
  const desk = await organiser().event('Hostile numbers', []);
  const draft = {
    ...BOARDS,
    question: '<img src=x onerror="document.title=1"> “=2+3” \u202Etxt.exe\u202C 👩🏽‍🚀 مرحبا {{7*7}}',
    unit: '<b>=1+1</b>{{7*7}}',
    min: '-10',
    max: '100000',
    step: '0.5',
    results: 'everyone' as const,
  };
  await make(desk, draft);
  const [phone, other, stage, boss, people] = await Promise.all([
    Phone.join(desk, { options: SMALL }),
    Phone.join(desk),
    open(desk.stage, HALL),
    deskPage(desk.event),
    Crowd.join(desk, 300),
  ]);
  await desk.open(0);
  await says(stage, 'No votes yet');
  await accessible(stage, 'stage: nobody');
  await field(phone.page).fill('2,5');
  await phone.button('Vote').tap();
  await phone.counted('2.5');
  await stage.getByRole('table').locator('tbody tr').first().waitFor({ state: 'attached' });
  await says(stage, 'about');
  await other.page.getByLabel('Prefer not to say').check();
  await other.button('Vote').click();
  await other.counted('Prefer not to say');
  await phone.think();
  await field(phone.page).fill('-7');
  await phone.button('Vote').tap();
  await phone.counted('\u22127');

  await people.answer(desk, 0, (person) => [String((person % 50) * 1_000 + 0.5)]);
  await desk.voted(0, 302);
  await desk.lock(0);
  await expect.poll(() => told(desk).counts.reduce((sum, each) => sum + each, 0)).toBe(301);
  await desk.show(0, 'hidden');
  await says(stage, 'Results are hidden until the presenter reveals them.');
  await accessible(stage, 'stage: hidden');
  await desk.show(0, 'everyone');
  await phone.page.getByRole('table').waitFor();
  for (const page of [phone.page, stage, boss]) {
    expect(await page.title()).not.toBe('1');
    const people = (await page.getByRole('table').locator('tbody td:nth-child(2)').allInnerTexts()).map(Number);
    expect(people.length).toBeLessThanOrEqual(20);
    await expect.poll(() => people.reduce((sum, each) => sum + each, 0)).toBe(301);
  }
  await says(stage, '1 chose “Prefer not to say”');
  for (const size of [HALL, OLD_PROJECTOR]) {
    await stage.setViewportSize(size.viewport);
    await expect.poll(() => misfits(stage)).toEqual([]);
  }
  await accessible(stage, 'stage: hostile words');
  await accessible(phone.page, 'phone: the result of hostile words', { phone: true });
  await accessible(boss, 'desk: hostile words', { phone: true });
  people.close();
});
