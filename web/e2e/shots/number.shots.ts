import type { Page } from 'playwright-core';
import { test } from 'vitest';
import type { NumberDraft } from '../../src/protocol/messages.gen.ts';
import { BOARDS, field, make } from '../support/number.ts';
import { HALL, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { shoot } from './shoot.ts';

const screen = (width: number, height: number) => ({ viewport: { width, height } });
const PHONES = [PHONE, { ...PHONE, viewport: { width: 320, height: 568 } }];
const LAPTOP = screen(1366, 768);

const LONG: NumberDraft = {
  ...BOARDS,
  question:
    'If you think of the last twelve months in your trust, your integrated care board or your region: what does it ' +
    'cost when one senior colleague leaves because flexible working was refused?',
  min: '-5000',
  max: '250000',
  step: '0.5',
  unit: 'pounds per year',
  right: '85000',
};
const HALF: NumberDraft = { ...BOARDS, question: 'What share?', max: '10', step: '0.5', unit: '%', right: '4.5' };

test.each([
  ['boards', BOARDS, 0.3],
  ['long', LONG, 0.4],
  ['half', HALF, 0.5],
] as [string, NumberDraft, number][])('a number poll: %s', { timeout: 600_000 }, async (name, draft, lean) => {
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
  await boss.frameLocator('iframe').nth(1).getByRole('heading').first().waitFor();
  await shoot(boss, `number-${name}-editor`);
  await desk.open(0);
  for (const page of phones) {
    await field(page).waitFor();
    await shoot(page, `number-${name}-phone-${width(page)}-0-empty`);
    await field(page).fill(name === 'half' ? '4.3' : '12');
    await page.waitForTimeout(1_000);
    await page.evaluate(() => scrollTo(0, 0));
    await shoot(page, `number-${name}-phone-${width(page)}-1-open`);
  }
  await shoot(stages[0]!, `number-${name}-stage-0-nobody`, ['dark']);
  const range = Number(draft.max) - Number(draft.min);
  await thousandsAnswer(desk, 0, 300, (person) => {
    const off = (((person * 31) % 17) + ((person * 13) % 23) + ((person * 7) % 11) - 24) / 90;
    const share = Math.max(0, Math.min(1, lean + off * (1 + lean)));
    return [String(Number(draft.min) + Math.round((share * range) / Number(draft.step)) * Number(draft.step))];
  });
  await desk.voted(0, 300);
  for (const page of phones) {
    await field(page).fill(name === 'half' ? '4.5' : '12');
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
    await page.getByText('Counted.').first().waitFor();
  }
  await desk.lock(0);
  await stages[0]!.getByText('Voting is locked').first().waitFor();
  await stages[0]!.waitForTimeout(1_500);
  for (const page of stages) {
    await shoot(page, `number-${name}-stage-${width(page)}-2-result`, ['dark']);
    await page.evaluate(() => document.documentElement.classList.add('light'));
    await shoot(page, `number-${name}-stage-${width(page)}-2-result`, ['light']);
  }
  await shoot(remote, `number-${name}-remote-2-result`);
  await shoot(boss, `number-${name}-desk-2-result`);
  for (const page of phones) await shoot(page, `number-${name}-phone-${width(page)}-2-result`);
});
