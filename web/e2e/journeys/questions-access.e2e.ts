import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { Cable } from '../support/cable.ts';
import { overTheLast, pressOn, tabTo, uncovered } from '../support/keyboard.ts';
import { device, HALL, LAPTOP, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { Crowd, Questions, QuestionsTab, remoteShows, words } from '../support/questions.ts';
import { listen, tooSoon } from '../support/spoken.ts';
import { steerable } from '../support/stage.ts';

test('the Questions tab in every state', async () => {
  const questions = await Questions.on(await organiser().event('Every state of questions', []));
  const cable = await Cable.to(questions.desk.join);
  const tab = await QuestionsTab.open(await Phone.join(questions.desk, { cable }));
  const { page } = tab.phone;
  const check = (state: string) => accessible(page, state, { phone: true });
  await tab.phone.sees('No questions yet.');
  await check('none');
  await page.getByRole('button', { name: 'Anonymous' }).click();
  await page.getByLabel('With a name').check();
  await tab.box.fill('x'.repeat(310));
  await tab.phone.button('Send').click();
  await tab.phone.sees('Your question is 10 symbols too long.');
  await check('too long, signing');
  await page.getByLabel('Anonymous', { exact: true }).check();
  await tab.ask('Why them?');
  await tab.own('A moderator reads it');
  await check('waiting');
  await questions.moderate('Why them?', {
    kind: 'decline',
    reason: 'namesSomebody',
    note: 'Ask it again without the name.',
  });
  await tab.own(/Ask it again without the name/);
  await check('declined');
  cable.cut();
  await tab.phone.lost();
  await tab.ask('Why?');
  await tab.own('Your question is waiting on this phone.');
  await check('waiting on this phone');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').waitFor();
  await check('discard');
  await page.keyboard.press('Escape');
  cable.mend();
  await tab.own('A moderator reads it');
  const crowd = await Crowd.join(questions, shared().base, 3);
  await questions.settings({ check: 'after' });
  await crowd.ask(words(8));
  await tab.takes(8);
  await tab.upvote(words(8)[0]!).click();
  await check('a list, one upvoted');
  await questions.moderate(words(8)[1]!, { kind: 'answer', text: 'Yes, from April.' });
  await tab.card(words(8)[1]!).getByText('Yes, from April.').waitFor();
  await check('answered in writing');
  await questions.asking(false);
  await tab.phone.sees('No new questions are taken right now.');
  await check('not asking');
  crowd.close();
});

test('questions on stage and on the remote', async () => {
  const desk = await organiser().event('Questions on stage', []);
  const questions = await Questions.on(desk, { check: 'after', openCounts: true });
  await questions.stage();
  const stage = await open(desk.stage, HALL);
  const remote = await open(desk.remote, PHONE);
  await stage.getByRole('heading', { name: 'Questions from the room' }).waitFor();
  await accessible(stage, 'stage: none');
  await remote.getByRole('button', { name: /^Questions/ }).click();
  await remote.getByText('No question waits for an answer.').waitFor();
  await accessible(remote, 'remote: none', { phone: true });
  const crowd = await Crowd.join(questions, shared().base, 3);
  await crowd.ask(words(8));
  await crowd.upvote(1, 3);
  await remoteShows(remote, 8);
  await accessible(remote, 'remote: eight to answer', { phone: true });
  await stage.locator('main ol li').nth(4).waitFor();
  await accessible(stage, 'stage: top five');
  await stage.keyboard.press('ArrowDown');
  await stage.getByText('Picked', { exact: true }).waitFor({ state: 'attached' });
  await accessible(stage, 'stage: one picked');
  await remote.getByRole('button', { name: 'Answer the first question' }).click();
  await stage.getByText('Being answered now', { exact: true }).waitFor();
  await accessible(stage, 'stage: live');
  await remote.getByRole('button', { name: 'Put it back' }).waitFor();
  await accessible(remote, 'remote: live');
  crowd.close();
});

test('by keyboard alone: ask, upvote, sort; on stage pick and answer', async () => {
  const desk = await organiser().event('Questions by keyboard', []);
  const questions = await Questions.on(desk, { check: 'after' });
  const page = await open(desk.join, LAPTOP);
  const phone = new Phone(page);
  await phone.live();
  await pressOn(page, page.getByRole('button', { name: /^Questions/ }));
  const tab = await new QuestionsTab(phone).ready();
  await tabTo(page, tab.box);
  await page.keyboard.type('Who pays?');
  await pressOn(page, phone.button('Send'));
  await tab.own(/as question 1/);
  await pressOn(page, page.getByRole('button', { name: 'Recent 1 new' }));
  await pressOn(page, tab.upvote('Who pays?'), 'Space');
  await expect.poll(() => tab.upvote('Who pays?').getAttribute('aria-pressed')).toBe('true');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed')), 'the focus stays').toBe(
    'true',
  );

  const stage = await (await signedInDevice(shared().base, shared().cookie, HALL)).newPage();
  await stage.goto(desk.stage);
  await steerable(stage);
  await stage.keyboard.press('u');
  await stage.getByText('Who pays?').waitFor();
  await stage.keyboard.press('ArrowDown');
  await stage.keyboard.press('h');
  await stage.getByRole('heading', { name: 'Who pays?' }).waitFor();
  await stage.keyboard.press('w');
  await tab.own('Answered.');
  expect(questions.qa.state).toBe('open');
});

test('whatever the keyboard leads to lies clear of the bars that stick to the screen', async () => {
  const questions = await Questions.on(await organiser().event('Clear of the bars', []), { check: 'after' });
  const tab = await QuestionsTab.open(await Phone.join(questions.desk));
  const crowd = await Crowd.join(questions, shared().base, 3);
  const texts = words(8);
  await crowd.ask(texts);
  await tab.takes(8);
  await tab.card(texts[7]!).waitFor();
  const remote = await open(questions.desk.remote, PHONE);
  await pressOn(remote, remote.getByRole('button', { name: /^Questions/ }));
  await remoteShows(remote, 8);
  for (const height of [640, 480, 360, 256]) {
    for (const [page, buttons, from] of [
      [tab.phone.page, '.up', tab.phone.button('Popular')],
      [remote, 'button', remote.getByRole('button', { name: /^Run order/ })],
    ] as const) {
      await page.setViewportSize({ width: 320, height });
      await page.evaluate(() => scrollTo(0, 0));
      await from.focus();
      const wrong = [
        ...(await uncovered(page, `main ol ${buttons}`, 8, 'Tab')),
        ...(await uncovered(page, `main ol ${buttons}`, 8, 'Shift+Tab')),
      ];
      expect.soft(wrong, `${new URL(page.url()).pathname.split('/')[1]} at ${height}`).toEqual([]);
    }
    expect.soft(await overTheLast(tab.phone.page), `the last one at ${height}`).toBeNull();
  }
  crowd.close();
});

test('of a question of 1,000 characters the first lines show, and the rest at a press', async () => {
  const questions = await Questions.on(await organiser().event('A long question', []), {
    check: 'after',
    maxLength: 1_000,
  });
  const tab = await QuestionsTab.open(await Phone.join(questions.desk));
  const { page } = tab.phone;
  const long = `${'Who decides, and by what? '.repeat(40).slice(0, 999)}?`;
  await tab.ask(long);
  await tab.own(/as question 1/);
  await tab.takes(1);
  for (const place of [page.getByRole('region', { name: 'Your questions' }), page.locator('main ol')]) {
    const lines = () =>
      place
        .locator('.text')
        .evaluate((text) => Math.round(text.clientHeight / Number.parseFloat(getComputedStyle(text).lineHeight)));
    const rest = place.getByRole('button', { name: /of this question$/ });
    await expect.poll(lines).toBe(4);
    expect([await rest.innerText(), await rest.getAttribute('aria-expanded')]).toEqual([
      expect.stringContaining('Show all'),
      'false',
    ]);
    await pressOn(page, rest);
    await expect.poll(lines).toBeGreaterThan(15);
    expect([await rest.innerText(), await rest.getAttribute('aria-expanded')]).toEqual([
      expect.stringContaining('Show less'),
      'true',
    ]);
    await accessible(page, 'a long question, opened', { phone: true });
    await page.keyboard.press('Enter');
    await expect.poll(lines).toBe(4);
    expect(await rest.evaluate((button) => button === document.activeElement)).toBe(true);
  }
  await accessible(page, 'a long question', { phone: true });
});

test('while questions and upvotes stream in, one thing is read out in five seconds, and the focus stays', async () => {
  const questions = await Questions.on(await organiser().event('Announced questions', []), { check: 'after' });
  const page = await (await device()).newPage();
  const heard = await listen(page);
  await page.goto(questions.desk.join);
  const phone = new Phone(page);
  await phone.live();
  const tab = await QuestionsTab.open(phone);
  const crowd = await Crowd.join(questions, shared().base, 8);
  await crowd.ask(words(1));
  await tab.takes(1);
  await tab.upvote(words(1)[0]!).focus();
  for (let i = 0; i < 12; i++) {
    await crowd.ask([`Is this number ${i}?`]);
    await crowd.upvote(i + 1, 8);
    await page.waitForTimeout(1_000);
  }
  expect(await page.evaluate(() => document.activeElement?.textContent?.includes('upvote'))).toBe(true);
  const said = await heard();
  expect(tooSoon(said), JSON.stringify(said)).toEqual([]);
  expect(
    said.some(({ text }) => /new questions?\./.test(text)),
    JSON.stringify(said),
  ).toBe(true);
  expect(said.every(({ text }) => !/\d+ upvotes/.test(text))).toBe(true);
  crowd.close();
});
