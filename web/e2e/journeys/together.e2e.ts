import { expect, test } from 'vitest';
import { organiser, shared, signedInDevice } from '../support/people.ts';
import { PRIORITY, STRUGGLE } from '../support/polls.ts';
import { pressMain, putOnStage, toPlace } from '../support/places.ts';

test('two organisers see each other at once, and an edit that was overtaken loses no text', async () => {
  const desk = await organiser().event('Two organisers', [PRIORITY, STRUGGLE]);
  const [a, b] = await Promise.all(
    [1, 2].map(async () => {
      const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
      await page.goto(`${shared().base}/organiser/events/${desk.event}`);
      await page.getByRole('button', { name: PRIORITY.question }).first().click();
      return page;
    }),
  );
  for (const page of [a!, b!]) await toPlace(page, 'run');
  await putOnStage(a!, PRIORITY.question);
  await pressMain(a!, 'Open voting');
  await b!.getByText('1 on stage, voting open').first().waitFor();
  await pressMain(b!, 'Lock voting');
  await a!
    .getByText(/1 on stage, (closing|voting locked)/)
    .first()
    .waitFor();

  for (const page of [a!, b!]) {
    await toPlace(page, 'prepare');
  }
  await b!.getByLabel('Question', { exact: true }).fill('What should be our very first priority?');
  await a!.getByLabel('Question', { exact: true }).fill('What should we do first?');
  await a!.getByRole('button', { name: 'Save', exact: true }).click();

  await b!.getByText('Another organiser changed this poll just now.').waitFor();
  expect(await b!.getByLabel('Question', { exact: true }).inputValue()).toBe('What should be our very first priority?');
  expect(desk.poll(0).question).toBe('What should we do first?');
  await b!.getByRole('button', { name: 'Save as a copy' }).click();
  await desk.wire.until(() => desk.polls.length === 3);
  expect(desk.polls.map(({ question }) => question)).toEqual(
    expect.arrayContaining(['What should we do first?', 'What should be our very first priority?']),
  );
});
