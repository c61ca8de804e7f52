import { test } from 'vitest';
import { figure } from '../../src/ui/figure.ts';
import { fill, roundtable } from '../support/askers.ts';
import { LAPTOP, organiser, PHONE, signedInDevice } from '../support/people.ts';
import { PRIORITY, USED } from '../support/polls.ts';
import { invited, Moderator, questionsOn } from '../support/queue.ts';
import { shoot } from './shoot.ts';

const WIDE = { viewport: { width: 2200, height: 1240 } };
const SMALL = { viewport: { width: 900, height: 900 } };

test.each([0, 1, 40, 5_000])('the queue with %i questions', { timeout: 600_000 }, async (questions) => {
  const desk = await organiser().event('Roundtable with a chief executive', [PRIORITY, USED]);
  const before = await Moderator.open(desk);
  if (questions === 0) await shoot(before.page, 'queue-laptop-off');
  const activity = await questionsOn(desk, { openCounts: true });
  await fill(desk, activity, roundtable(questions));
  for (const [size, options] of [
    ['laptop', LAPTOP],
    ['wide', WIDE],
  ] as const) {
    const moderator = await Moderator.open(desk, undefined, options);
    await moderator.sees(`Waiting · ${figure(questions)}`);
    if (questions > 0) {
      await moderator.column.locator('[data-question]').first().waitFor();
      await moderator.press('2', 'j');
    }
    await shoot(moderator.page, `queue-${size}-${questions}`);
  }
});

test('the queue at work', { timeout: 240_000 }, async () => {
  const desk = await organiser().event('Roundtable with a chief executive', [PRIORITY, USED]);
  await fill(desk, await questionsOn(desk), roundtable(40));
  const second = await Moderator.open(desk, await invited(desk, 'Second moderator'));
  const moderator = await Moderator.open(desk);
  const { page } = moderator;
  await moderator.sees('Waiting · 40');
  await moderator.to('What is your answer to number 20,');
  await second.to('What is your answer to number 21,');
  await moderator.sees('Second moderator is here');
  await shoot(page, 'queue-hands');
  await moderator.press('d');
  await shoot(page, 'queue-decline');
  await moderator.press('3');
  await moderator.sees('Waiting · 39');
  await moderator.to('Why do interview panels');
  await moderator.press('m');
  await shoot(page, 'queue-merge');
  await moderator.press('Enter');
  await moderator.sees('Waiting · 38');
  await moderator.press('Home', ' ', 'j', ' ', 'j', ' ');
  await shoot(page, 'queue-bulk');
  await moderator.press('a');
  await moderator.sees('Published · 3');
  await second.sees('Published · 3');
  await second.to('What is your answer to number 22,');
  await moderator.to('What is your answer to number 22,');
  await second.press('a');
  await moderator.sees('just now');
  await shoot(page, 'queue-news');
  await moderator.tab('Published');
  await moderator.column.locator('[data-question]').first().waitFor();
  await moderator.press('2', 'j', 'h');
  await moderator.sees('Being answered now');
  await shoot(page, 'queue-published');
  for (const key of ['r', 'l', '?']) {
    await moderator.press('2', key);
    await page.getByRole('dialog').first().waitFor();
    await shoot(page, `queue-dialog-${key === '?' ? 'keys' : key}`, ['light']);
    await moderator.press('Escape');
  }
  await moderator.column.getByRole('button', { name: /^Settings/ }).click();
  await shoot(page, 'queue-settings');
  for (const [size, options] of [
    ['tablet', SMALL],
    ['phone', PHONE],
  ] as const) {
    const small = await (await signedInDevice(desk.who.base, desk.who.cookie, options)).newPage();
    await small.goto(`${desk.who.base}/organiser/events/${desk.event}`);
    await small.getByRole('button', { name: /^Questions · / }).click();
    await small.locator('[data-question]').first().waitFor();
    await shoot(small, `queue-${size}`);
  }
});
