import { expect, test } from 'vitest';
import { Cable } from '../support/cable.ts';
import {
  HALL,
  LAPTOP,
  OLD_PROJECTOR,
  device,
  open,
  organiser,
  PHONE,
  shared,
  signedInDevice,
} from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { Crowd, Questions, QuestionsTab, words } from '../support/questions.ts';
import { roundtable } from '../support/askers.ts';
import { Swarm } from '../support/swarm.ts';
import { grand } from './grand.ts';
import { shoot } from './shoot.ts';

const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } };

test(
  'a question of 1,000 characters, Arabic, Welsh: on stage, on the remote, on the phone',
  { timeout: 240_000 },
  async () => {
    const desk = await organiser().event('Roundtable with a chief executive', []);
    const questions = await Questions.on(desk, { check: 'after', maxLength: 1_000 });
    const crowd = await Crowd.join(questions, shared().base, 10);
    await crowd.ask(roundtable(10), () => 'Somebody with a name as long as names are allowed to be here');
    await questions.stage();
    const stages = await Promise.all([HALL, OLD_PROJECTOR].map((size) => open(desk.stage, size)));
    const remote = await open(desk.remote, PHONE);
    const phones = await Promise.all([PHONE, NARROW].map((options) => Phone.join(desk, { options })));
    await remote.getByRole('button', { name: /^Questions/ }).click();
    for (const phone of phones) await QuestionsTab.open(phone);
    await stages[0]!.locator('li[data-n]').first().waitFor();
    await stages[0]!.keyboard.press('ArrowDown');
    await stages[0]!.keyboard.press('ArrowDown');
    await stages[0]!.locator('li.picked').waitFor();
    await shoot(stages[0]!, 'states-stage-picked', ['dark']);
    for (const [name, part] of [
      ['long', 'Not only to the interview'],
      ['arabic', 'كيف يمكن'],
      ['welsh', 'cefnogi rhannu'],
      ['short', 'Which trusts share'],
    ] as const) {
      const item = remote.locator('main ol li button').filter({ hasText: part });
      await item.click();
      for (const stage of stages) {
        await stage.locator('h1').filter({ hasText: part }).waitFor();
        await shoot(stage, `states-stage-${stage.viewportSize()!.width}-${name}`, ['dark']);
      }
      await remote.locator('#now').filter({ hasText: part }).waitFor();
      await shoot(remote, `states-remote-${name}`, ['light']);
      for (const { page } of phones) {
        await page.getByRole('button', { name: /^Now/ }).click();
        await shoot(page, `states-phone-${page.viewportSize()!.width}-now-${name}`, ['light']);
        await page.getByRole('button', { name: /^Questions/ }).click();
        await page.locator('li.card').filter({ hasText: part }).scrollIntoViewIfNeeded();
        await shoot(page, `states-phone-${page.viewportSize()!.width}-list-${name}`, ['light']);
      }
    }
    crowd.close();
  },
);

test('asking is over, then everything', { timeout: 240_000 }, async () => {
  const desk = await organiser().event('Roundtable with a chief executive', [PRIORITY]);
  const questions = await Questions.on(desk, { check: 'before', openCounts: true });
  const crowd = await Crowd.join(questions, shared().base, 10);
  const texts = words(7);
  await crowd.ask(texts);
  for (const text of texts.slice(0, 3)) await questions.approve(text);
  await questions.moderate(texts[3]!, { kind: 'decline', reason: 'notAQuestion', note: null });
  await questions.moderate(texts[4]!, { kind: 'decline', reason: 'namesSomebody', note: null });
  await questions.stage();
  const stages = await Promise.all([HALL, OLD_PROJECTOR].map((size) => open(desk.stage, size)));
  const phones = await Promise.all([PHONE, NARROW, LAPTOP].map((options) => Phone.join(desk, { options })));
  for (const phone of phones) await QuestionsTab.open(phone);
  const all = async (state: string) => {
    for (const { page } of phones) await shoot(page, `states-phone-${page.viewportSize()!.width}-${state}`);
    for (const stage of stages) await shoot(stage, `states-stage-${stage.viewportSize()!.width}-${state}`, ['dark']);
  };
  for (const { page } of phones) await page.locator('summary').filter({ hasText: '2 declined' }).click();
  await all('open-counts');
  await questions.asking(false);
  for (const { page } of phones) await page.getByText('No new questions are taken right now.').waitFor();
  await all('not-asking');
  await questions.settings({ state: 'locked' });
  for (const { page } of phones) await page.getByText('Questions are closed.').waitFor();
  await all('closed');
  crowd.close();
});

test('own questions, merged, live, put aside, declined, and what was not sent', { timeout: 240_000 }, async () => {
  const desk = await organiser().event('Own questions', []);
  const questions = await Questions.on(desk, { perPerson: 6 });
  const crowd = await Crowd.join(questions, shared().base, 1);
  const texts = words(8);
  await crowd.ask([texts[7]!]);
  await questions.approve(texts[7]!);
  const cable = await Cable.to(desk.join);
  const tab = await QuestionsTab.open(await Phone.join(desk, { cable }));
  const { page } = tab.phone;
  for (const text of texts.slice(0, 5)) {
    await tab.ask(text);
    await tab.own('A moderator reads it');
  }
  const entry = (text: string) =>
    desk.wire.until(() =>
      desk.wire.heard
        .flatMap((message) =>
          message.type === 'queueHead' ? message.items : message.type === 'queueMoved' ? (message.put ?? []) : [],
        )
        .reverse()
        .find((item) => item.text === text),
    );
  const [from, into] = [await entry(texts[0]!), await entry(texts[7]!)];
  desk.wire.send({
    type: 'mergeQuestion',
    ref: desk.wire.nextRef(),
    activity: questions.qa.id,
    id: from.id,
    rev: from.rev,
    into: into.id,
  });
  await tab.phone.sees('Merged.');
  await questions.approve(texts[1]!);
  desk.wire.send({ type: 'highlightQuestion', ref: desk.wire.nextRef(), activity: questions.qa.id, n: 2, live: null });
  await tab.phone.sees('Being answered now.');
  await questions.moderate(texts[2]!, { kind: 'decline', reason: 'other', note: null });
  await questions.moderate(texts[2]!, { kind: 'archive' });
  await questions.moderate(texts[3]!, {
    kind: 'decline',
    reason: 'abusive',
    note: 'Please ask it again without the second half; the first half is a good question.',
  });
  cable.cut();
  await tab.phone.lost();
  await tab.ask(texts[5]!);
  await questions.asking(false);
  cable.mend();
  await tab.phone.live();
  await page.getByText('Not sent.').first().waitFor();
  for (const part of ['first', 'second']) {
    await shoot(page, `states-own-${part}`);
    await page.mouse.wheel(0, 560);
    await page.waitForTimeout(150);
  }
  await page.getByRole('button', { name: 'Withdraw' }).first().click();
  await shoot(page, 'states-own-withdraw');
  crowd.close();
});

test.each([
  ['laptop', LAPTOP],
  ['small', PHONE],
])('preview, %s', { timeout: 120_000 }, async (size, options) => {
  const desk = await organiser().event('Preview', [PRIORITY]);
  const questions = await Questions.on(desk, { check: 'after' });
  await desk.run({ type: 'editReactions', room: desk.room, rev: 0, on: true });
  const page = await (await signedInDevice(shared().base, shared().cookie, options)).newPage();
  await page.goto(`${shared().base}/preview/${desk.event}/${desk.room}`);
  await page.getByRole('button', { name: 'React' }).waitFor();
  await shoot(page, `states-preview-${size}-now`);
  await page.getByRole('button', { name: /^Questions/ }).click();
  await page.getByText('No questions yet').waitFor();
  await shoot(page, `states-preview-${size}-none`);
  const crowd = await Crowd.join(questions, shared().base, 5);
  await crowd.ask(words(7));
  await page.getByRole('button', { name: 'Questions 7' }).waitFor();
  await shoot(page, `states-preview-${size}-first`, ['light']);
  await page.getByRole('button', { name: /^Show (it|them)/ }).click();
  await page.locator('li.card').first().waitFor();
  await page
    .getByRole('button', { name: /upvote/ })
    .first()
    .click();
  await expect.poll(() => page.getByRole('button', { name: /1 upvote/ }).count()).toBe(1);
  await shoot(page, `states-preview-${size}-some`);
  crowd.close();
});

test('numbers of a very large event', { timeout: 240_000 }, async () => {
  const desk = await organiser().event('Health and Care Women Leaders conference', [PRIORITY]);
  const questions = await Questions.on(desk, { check: 'after', openCounts: true });
  const crowd = await Crowd.join(questions, shared().base, 12);
  await crowd.ask(words(12));
  for (let n = 1; n <= 12; n++) await crowd.upvote(n, 13 - n);
  const swarm = await Swarm.join(shared().base, desk.code, 30, 300);
  const opened = async (url: string, options: Parameters<typeof device>[0]) => {
    const page = await (await device(options)).newPage();
    await grand(page);
    await page.goto(url);
    return page;
  };
  const stages = await Promise.all([HALL, OLD_PROJECTOR].map((size) => opened(desk.stage, size)));
  const remote = await opened(desk.remote, PHONE);
  const phones = await Promise.all([PHONE, NARROW].map((options) => opened(desk.join, options)));
  const desktop = await (await signedInDevice(shared().base, shared().cookie, LAPTOP)).newPage();
  await grand(desktop);
  await desktop.goto(`${shared().base}/organiser/events/${desk.event}`);
  await desk.show(0, 'everyone');
  await desk.open(0);
  await desk.wire.until(() => desk.tally(0).voted > 25);
  const all = async (state: string) => {
    for (const stage of stages) await shoot(stage, `grand-stage-${stage.viewportSize()!.width}-${state}`, ['dark']);
    await shoot(remote, `grand-remote-${state}`, ['light']);
    await shoot(desktop, `grand-organiser-${state}`, ['light']);
    for (const page of phones) await shoot(page, `grand-phone-${page.viewportSize()!.width}-${state}`, ['light']);
  };
  for (const page of phones) await page.getByRole('button', { name: 'See the result without voting' }).click();
  await all('poll');
  await questions.stage();
  await remote.getByRole('button', { name: /^Questions/ }).click();
  for (const page of phones) await page.getByRole('button', { name: /^Questions/ }).click();
  await desktop.getByRole('button', { name: /^Published/ }).click();
  for (const page of [...phones, desktop]) await page.getByText('4,932').first().waitFor();
  for (const stage of stages) await stage.getByText('4,932').first().waitFor();
  await all('questions');
  await remote.getByRole('button', { name: 'Answer the first question' }).click();
  for (const stage of stages) await stage.getByText('Being answered now', { exact: true }).waitFor();
  await all('live');
  swarm.close();
  crowd.close();
});
