import { expect, test } from 'vitest';
import { Cable } from '../support/cable.ts';
import { HALL, open, organiser, PHONE, shared } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { Crowd, Questions, QuestionsTab, words } from '../support/questions.ts';

test('asked without a network, read by a moderator, upvoted, answered on stage from the remote', async () => {
  const desk = await organiser().event('Questions, all the way', [PRIORITY]);
  const questions = await Questions.on(desk);
  const cable = await Cable.to(desk.join);
  const asker = await QuestionsTab.open(await Phone.join(desk, { cable }));
  const reader = await QuestionsTab.open(await Phone.join(desk));
  cable.cut();
  await asker.phone.lost();
  await asker.ask('Why are all the interview panels\nstill all male?');
  const text = 'Why are all the interview panels still all male?';
  await asker.own('Your question is waiting on this phone.');
  expect(questions.qa.counts.waiting).toBe(0);
  cable.mend();
  await asker.own('A moderator reads it before the room sees it.');
  await desk.wire.until(
    () =>
      questions.qa.counts.waiting === 1 ||
      desk.wire.heard.some((each) => each.type === 'questionTotals' && each.counts?.waiting === 1),
  );
  expect(await reader.texts()).toEqual([]);
  await questions.approve(text);
  await asker.own(/The room sees it as question 1/);
  await reader.takes(1);
  await reader.upvote(text).click();
  await expect.poll(() => reader.upvote(text).getAttribute('aria-pressed')).toBe('true');
  await asker.takes(1);
  await asker.card(text).getByText('1 upvote').waitFor();

  const remote = await open(desk.remote, PHONE);
  const stage = await open(desk.stage, HALL);
  await remote.getByRole('button', { name: /^Questions/ }).click();
  await remote.getByRole('button', { name: 'Show questions on stage' }).click();
  await stage.getByText(text, { exact: true }).waitFor();
  await remote.getByRole('button', { name: 'Answer the first question' }).click();
  await stage.getByRole('heading', { name: text }).waitFor();
  await asker.own('Being answered now.');
  await reader.card(text).getByText('Being answered now').waitFor();
  await remote.getByRole('button', { name: 'Answered', exact: true }).click();
  await asker.own('Answered.');
  await expect.poll(() => reader.upvote(text).count(), { message: 'no upvotes any more' }).toBe(0);
});

test('what was asked without a network is sent once, although the page was loaded anew, in two tabs', async () => {
  const questions = await Questions.on(await organiser().event('Asked once', []));
  const cable = await Cable.to(questions.desk.join);
  const tab = await QuestionsTab.open(await Phone.join(questions.desk, { cable }));
  cable.cut();
  await tab.phone.lost();
  await tab.ask('Asked once?');
  await tab.own('Your question is waiting on this phone.');
  cable.mend();
  const second = await tab.phone.page.context().newPage();
  await Promise.all([second.goto(tab.phone.page.url()), tab.phone.page.reload()]);
  await new Phone(second).live();
  const again = await QuestionsTab.open(tab.phone);
  await again.own('A moderator reads it before the room sees it.');
  await questions.approve('Asked once?');
  await again.own(/as question 1/);
  await expect.poll(() => again.texts()).toEqual([]);
  await again.takes(1);
  await expect.poll(() => again.texts()).toEqual(['Asked once?']);
});

test('what was let go after the cable was cut between sending and the answer is withdrawn', async () => {
  const questions = await Questions.on(await organiser().event('Let go', []));
  const cable = await Cable.to(questions.desk.join);
  const tab = await QuestionsTab.open(await Phone.join(questions.desk, { cable }));
  const waiting = (many: number) =>
    questions.desk.wire.until(
      () =>
        questions.qa.counts.waiting === many ||
        questions.desk.wire.heard.some((each) => each.type === 'questionTotals' && each.counts?.waiting === many),
    );
  cable.deafen();
  await tab.ask('Stored, and never answered?');
  await waiting(1);
  cable.cut();
  await tab.phone.lost();
  await tab.own('Your question is waiting on this phone.');
  const { page } = tab.phone;
  await page.getByRole('button', { name: 'Discard' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It may have arrived already.').waitFor();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  // On the page; what was read out before stands where only a screen reader finds it.
  await expect.poll(() => page.getByRole('main').getByText('Your question is waiting').count()).toBe(0);
  questions.desk.wire.heard.length = 0;
  cable.mend();
  await tab.phone.live();
  await questions.desk.wire.until(() =>
    questions.desk.wire.heard.some(
      (each) => each.type === 'questionTotals' && each.counts?.waiting === 0 && each.counts.withdrawn === 1,
    ),
  );
  expect(await page.getByText('Stored, and never answered?').count()).toBe(0);
});

test('upvotes made without a network arrive, and nobody counts twice', async () => {
  const questions = await Questions.on(await organiser().event('Upvotes', []), { check: 'after' });
  const crowd = await Crowd.join(questions, shared().base, 3);
  const texts = words(6);
  await crowd.ask(texts);
  const cable = await Cable.to(questions.desk.join);
  const phone = await Phone.join(questions.desk, { cable });
  await phone.page.getByRole('button', { name: 'Questions 6' }).waitFor();
  const tab = await QuestionsTab.open(phone);
  await tab.card(texts[5]!).waitFor();
  cable.cut();
  await tab.phone.lost();
  for (const text of texts) await tab.upvote(text).click();
  await tab.upvote(texts[0]!).click(); // thought better of it
  cable.mend();
  await tab.phone.live();
  const other = await QuestionsTab.open(await Phone.join(questions.desk));
  for (const text of texts) {
    await other
      .card(text)
      .getByText(text === texts[0] ? '0 upvotes' : '1 upvote')
      .waitFor();
  }
  await tab.phone.page.reload();
  const again = await QuestionsTab.open(tab.phone);
  await expect
    .poll(() => Promise.all([0, 1].map((i) => again.upvote(texts[i]!).getAttribute('aria-pressed'))))
    .toEqual(['false', 'true']);
  crowd.close();
});

test('the list never moves under a thumb: newcomers and a new order wait for a press', async () => {
  const questions = await Questions.on(await organiser().event('Under a thumb', []), { check: 'after' });
  const crowd = await Crowd.join(questions, shared().base, 6);
  const texts = words(40);
  await crowd.ask(texts);
  const phone = await Phone.join(questions.desk);
  await phone.page.getByRole('button', { name: 'Questions 40' }).waitFor();
  const tab = await QuestionsTab.open(phone);
  await tab.phone.page.locator('main ol .text').nth(29).waitFor();
  const before = await tab.texts();
  expect(before).toHaveLength(30);
  await crowd.upvote(3, 6);
  await crowd.upvote(7, 2);
  const third = before[2]!;
  await crowd.ask(['Something new?', 'Something else that is new?']);
  await tab.phone.page.getByRole('button', { name: 'Recent 2 new' }).waitFor();
  await tab.card(third).getByText('6 upvotes').waitFor();
  expect(await tab.texts()).toEqual(before);
  await tab.phone.page.getByRole('button', { name: 'Sort again' }).click();
  await expect.poll(async () => (await tab.texts())[0]).toBe(third);
  await expect
    .poll(async () => {
      await tab.phone.page.mouse.wheel(0, 20_000);
      return (await tab.texts()).length;
    })
    .toBe(42);
  expect(new Set(await tab.texts())).toEqual(new Set([...texts, 'Something new?', 'Something else that is new?']));
  crowd.close();
});

test('what a phone may not do is said in words, and its words stay', async () => {
  const questions = await Questions.on(await organiser().event('Refusals', []), {
    perPerson: 1,
    names: 'named',
    maxLength: 60,
  });
  const cable = await Cable.to(questions.desk.join);
  const tab = await QuestionsTab.open(await Phone.join(questions.desk, { cable }));
  await tab.ask('Why?');
  await tab.phone.sees('Questions here are asked with a name. Add yours.');
  await tab.phone.page.getByRole('button', { name: 'Your name' }).click();
  await tab.phone.page.getByLabel('Your name, as everybody sees it').fill('Someone from the north');
  cable.cut();
  await tab.phone.lost();
  await tab.phone.button('Send').click();
  await tab.own('Your question is waiting on this phone.');
  await questions.asking(false);
  cable.mend();
  await tab.own('No questions were taken any more when it arrived. Your words are still here.');
  await tab.phone.sees('No new questions are taken right now. You can still upvote.');
  await questions.asking(true);
  await tab.phone.button('Write it again').click();
  expect(await tab.box.inputValue()).toBe('Why?');
  await tab.phone.button('Send').click();
  await tab.own('A moderator reads it');
  await tab.phone.sees('You have asked the one question one person can ask here.');
  await tab.phone.button('Withdraw').click();
  await tab.phone.page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await tab.box.waitFor();
});

test('who comes while a poll is open is told where it is, whichever tab they are on', async () => {
  const desk = await organiser().event('Two tabs', [PRIORITY]);
  await Questions.on(desk, { check: 'after' });
  const tab = await QuestionsTab.open(await Phone.join(desk));
  await tab.box.fill('Half a question');
  await desk.open(0);
  await tab.phone.page.getByRole('button', { name: 'Poll open' }).click();
  await tab.phone.vote('Gender pay');
  await tab.phone.counted('Gender pay');
  const again = await QuestionsTab.open(tab.phone);
  expect(await again.box.inputValue()).toBe('Half a question');
});

test('C5, C14: back leads from Questions to Now; a page that comes back takes nobody with it', async () => {
  const desk = await organiser().event('Back', [PRIORITY]);
  const questions = await Questions.on(desk, { check: 'after' });
  const tab = await QuestionsTab.open(await Phone.join(desk));
  const { page } = tab.phone;
  const now = page.getByRole('heading', { name: 'Waiting for the first poll' });
  const depth = await page.evaluate(() => history.length);
  await page.reload();
  await tab.box.waitFor(); // loaded anew, it is where it was
  for (let i = 0; i < 2; i++) {
    await page.getByRole('button', { name: /^Now/ }).click();
    await now.waitFor();
    await page.getByRole('button', { name: /^Questions/ }).click();
    await tab.box.waitFor();
  }
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(depth + 1);
  await page.goBack();
  await now.waitFor();
  expect(new URL(page.url()).pathname).toBe(new URL(desk.join).pathname);
  await page.goForward();
  await tab.box.waitFor();

  await questions.settings({ state: 'draft' });
  await now.waitFor();
  await desk.open(0);
  await tab.phone.mark('Gender pay');
  await questions.settings({ state: 'open' });
  await page.getByRole('button', { name: /^Questions/ }).waitFor();
  expect(await page.getByText('Gender pay').isVisible()).toBe(true);
});
