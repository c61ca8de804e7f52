import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { figure } from '../../src/ui/figure.ts';
import { percentText } from '../../src/voting/percent.ts';
import { fill, roundtable } from '../support/askers.ts';
import { accessible } from '../support/axe.ts';
import { LAPTOP, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { placeOf } from '../support/places.ts';
import { PRIORITY, USED } from '../support/polls.ts';
import { questionsOn } from '../support/queue.ts';
import { recount } from '../support/recount.ts';
import { Swarm } from '../support/swarm.ts';

const PEOPLE = 1_000;
const QUESTIONS = 40;
const patient = { timeout: 120_000, interval: 250 };

/** Rows of a chart as they are read: text, percent, count. */
const rows = (page: Page, question: string) =>
  page
    .getByRole('region', { name: question, exact: true })
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('th')!.firstChild!.textContent!.trim(),
        row.querySelector('.value')!.textContent!,
        row.querySelector('.aside')!.textContent!,
      ]),
    );

test('1,000 phones, 40 questions: report and link equal a recount; handed over in five presses', async () => {
  const desk = await organiser().event('Annual meeting', [PRIORITY, USED], [], false);
  await fill(desk, await questionsOn(desk), roundtable(QUESTIONS));
  const swarm = await Swarm.join(shared().base, desk.code, PEOPLE);
  for (const index of desk.polls.keys()) {
    await desk.open(index);
    await vi.waitUntil(() => swarm.settled(index + 1), patient);
    await desk.lock(index);
  }
  const page = await (await signedInDevice(shared().base, shared().cookie, LAPTOP)).newPage();
  await page.goto(placeOf(shared().base, desk.event, 'run'));
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  let presses = 0;
  const press = async (act: () => Promise<unknown>) => {
    presses++;
    await act();
  };

  await press(() => page.keyboard.press('4'));
  const expectedOf = (index: number) => {
    const poll = desk.polls[index]!;
    const { counts, voted } = recount(poll, swarm.journal);
    return poll.options
      .map(({ text }, at) => ({ text, count: counts[at]! }))
      .sort((a, b) => b.count - a.count)
      .map(({ text, count }) => [text, percentText(count, voted), figure(count)]);
  };
  const agrees = async (on: Page) => {
    for (const [index, poll] of desk.polls.entries()) {
      await expect.poll(() => rows(on, poll.question), patient).toEqual(expectedOf(index));
    }
  };
  await agrees(page);
  await accessible(page, 'results, 1,000 people', { phone: true });

  await page.evaluate(() => (window.print = () => void document.body.setAttribute('data-printed', '')));
  await press(() => page.getByRole('button', { name: 'Print or save as PDF' }).click());
  expect(await page.locator('body[data-printed]').count()).toBe(1);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeLessThanOrEqual(12);

  const coming = page.waitForEvent('download');
  await press(() => page.getByRole('link', { name: 'Workbook (XLSX)', exact: true }).click());
  await coming;
  await press(() => page.getByRole('button', { name: 'Make a link' }).click());
  const url = await page.getByRole('link', { name: /\/r\/[a-z0-9]{37}$/ }).getAttribute('href');
  await press(() => page.getByRole('button', { name: 'Copy the link' }).click());
  expect(presses).toBeLessThanOrEqual(5);

  const reader = await open(url!, LAPTOP);
  await agrees(reader);
  await accessible(reader, 'a shared report', { phone: true });
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke it' }).click();
  await page.getByRole('button', { name: 'Make a link' }).waitFor();
  expect((await reader.goto(url!))!.status()).toBe(404);
  await reader.getByRole('heading', { name: 'There is no report here' }).waitFor();
  swarm.close();
});
