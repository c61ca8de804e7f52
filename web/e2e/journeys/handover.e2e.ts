import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { OrganiserPoll } from '../../src/protocol/messages.gen.ts';
import { Handover, HIDDEN, PEOPLE, SIGNED } from '../support/handover.ts';
import { bodyOf, questionsOf, rowsOf, shownOn } from '../support/paper.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { LAPTOP, open, shared, signedInDevice } from '../support/people.ts';
import { placeOf } from '../support/places.ts';

const patient = { timeout: PATIENCE_MS, interval: 200 };

test('1,000 people, 40 questions: what is handed over in five presses equals a recount', async () => {
  const base = shared().base;
  const hall = await Handover.held();
  const { desk, ballots, open: last } = hall;
  const device = await signedInDevice(base, shared().cookie, LAPTOP);
  await device.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await device.newPage();
  await page.goto(placeOf(base, desk.event, 'run'));
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  let presses = 0;
  const press = (act: Promise<unknown>) => (presses++, act);

  // The page, its print, and the workbook.
  await press(page.keyboard.press('4'));
  const agrees = async (on: Page, parts: readonly number[], names: boolean) => {
    for (const [at, index] of parts.entries()) {
      await expect.poll(() => rowsOf(on, at), patient).toEqual(hall.rows(index));
      expect(await bodyOf(on, at)).toContain(hall.base(index));
    }
    await expect.poll(() => questionsOf(on, parts.length), patient).toEqual(hall.questions(names));
  };
  const all = [...ballots.keys()];
  await agrees(page, all, true);
  expect(await bodyOf(page, all.length)).toContain('40 asked, 36 approved, 3 answered');
  expect(await shownOn(page)).toContain(`people joined ${PEOPLE.toLocaleString('en-GB')}`);

  await page.evaluate(() => (window.print = () => void document.body.setAttribute('data-printed', '')));
  await press(page.getByRole('button', { name: 'Print or save as PDF' }).click());
  expect(await page.locator('body[data-printed]').count()).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await agrees(page, all, true);
  const onPaper = await shownOn(page);
  expect(onPaper).toContain(hall.texts[0]);
  for (const other of ['Take it with you', 'Share a link', 'Moderate']) expect(onPaper).not.toContain(other);
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeLessThanOrEqual(12);
  hall.keep('results.pdf', pdf);

  const coming = page.waitForEvent('download');
  await press(page.getByRole('link', { name: 'Workbook (XLSX)', exact: true }).click());
  const parts: Buffer[] = [];
  for await (const part of await (await coming).createReadStream()) parts.push(part as Buffer);
  hall.keep('results.xlsx', Buffer.concat(parts));
  hall.agreesWith(Buffer.concat(parts));

  // The link: nothing before, what is ticked while there is one, nothing afterwards.
  const none = { message: 'This link does not work any more. Ask whoever sent it for a new one.' };
  const wire = async (url: string) => {
    const answer = await fetch(`${base}/api/v1/reports/${/\/r\/([a-z0-9]*)$/.exec(url)![1]!}`);
    return { status: answer.status, text: await answer.text() };
  };
  const nothing = async (url: string) => {
    const { status, text } = await wire(url);
    expect([status, JSON.parse(text)]).toEqual([404, expect.objectContaining(none)]);
  };
  await nothing(`/r/${desk.event.toLowerCase()}`);
  await nothing(`/r/${desk.event.toLowerCase()}${'a'.repeat(26)}`);
  expect((await fetch(`${base}/api/v1/events/${desk.event}/report`)).status).toBe(401);
  await press(page.getByRole('button', { name: 'Make a link' }).click());
  const url = (await page.getByRole('link', { name: /\/r\/[a-z0-9]+$/ }).getAttribute('href'))!;
  await press(page.getByRole('button', { name: 'Copy the link' }).click());
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  expect(presses).toBeLessThanOrEqual(5);

  const reader = await open(url, LAPTOP);
  await agrees(reader, all, false);
  const ids = [...ballots.map(({ id }) => id), desk.event, hall.queue.qa.id];
  const kept = async () => {
    const { status, text } = await wire(url);
    expect(status).toBe(200);
    expect([...HIDDEN, ...ids].filter((hidden) => text.includes(hidden))).toEqual([]);
    return text;
  };
  expect(await kept()).not.toContain(SIGNED);

  // What is open is not in it, though it is ticked, nor what is not ticked.
  await desk.open(last);
  const { question } = desk.activity(last) as OrganiserPoll;
  await desk.wire.until(() => desk.tally(last).answers >= 5);
  await page.getByRole('checkbox', { name: question }).check();
  await page.getByRole('checkbox', { name: ballots[3]!.question }).uncheck();
  await page.getByText(`What it shows (${all.length + 1} of ${all.length + 2})`).waitFor();
  const left = async () => {
    const text = await kept();
    return [question, ballots[3]!.question].filter((hidden) => text.includes(hidden));
  };
  await expect.poll(left, patient).toEqual([]); // the boxes say what was wanted before the server has it
  await reader.reload();
  await agrees(
    reader,
    all.filter((index) => index !== 3),
    false,
  );
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke it' }).click();
  await page.getByRole('button', { name: 'Make a link' }).waitFor();
  await nothing(url);
  expect((await reader.goto(url))!.status()).toBe(404);
  await reader.getByRole('heading', { name: 'There is no report here' }).waitFor();
  hall.swarm.close();
});
