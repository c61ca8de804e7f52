import { expect, test } from 'vitest';
import { Cable } from '../support/cable.ts';
import { HALL, LAPTOP, OLD_PROJECTOR, open, organiser, PHONE, shared } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { Crowd, Questions, QuestionsTab, words } from '../support/questions.ts';
import { shoot } from './shoot.ts';

test.each([0, 1, 40, 5_000])('%i questions', { timeout: 240_000 }, async (many) => {
  const desk = await organiser().event('Health and Care Women Leaders conference', []);
  const questions = await Questions.on(desk, { check: 'after', openCounts: many === 40 });
  const crowd = await Crowd.join(questions, shared().base, many > 1_000 ? 110 : 12);
  await crowd.ask(words(many), (index) => (index % 3 === 2 ? 'Someone from the north' : null));
  for (let n = 1; n <= Math.min(many, 12); n++) await crowd.upvote(n, 13 - n);
  await questions.stage();
  const stages = await Promise.all([HALL, OLD_PROJECTOR].map((size) => open(desk.stage, size)));
  const remote = await open(desk.remote, PHONE);
  const phones = await Promise.all(
    [PHONE, LAPTOP, { ...PHONE, viewport: { width: 320, height: 640 } }].map((options) =>
      Phone.join(desk, { options }),
    ),
  );
  const all = async (state: string) => {
    for (const stage of stages) {
      await shoot(stage, `questions-stage-${stage.viewportSize()!.width}-${many}-${state}`, ['dark']);
    }
    for (const { page } of phones) await shoot(page, `questions-phone-${page.viewportSize()!.width}-${many}-${state}`);
    await shoot(remote, `questions-remote-${many}-${state}`);
  };
  await stages[0]!.getByText('Questions from the room').first().waitFor();
  const tabs = [];
  for (const phone of phones) tabs.push(await QuestionsTab.open(phone));
  // A burst of thousands takes a while to be told; the order is asked for again until the upvotes are there.
  if (many > 0) {
    for (const {
      phone: { page },
    } of tabs) {
      await expect
        .poll(
          async () => {
            await page.getByRole('button', { name: 'Popular' }).click();
            return page.locator('li.card').first().getByText('12 upvotes').count();
          },
          { timeout: 60_000, interval: 500 },
        )
        .toBe(1);
    }
  }
  await remote.getByRole('button', { name: /^Questions/ }).click();
  if (many > 0) await remote.locator('main ol li').first().waitFor();
  await all('list');
  if (many === 0) return crowd.close();
  await tabs[0]!.phone.page
    .getByRole('button', { name: /upvote/ })
    .first()
    .click();
  await remote.getByRole('button', { name: 'Answer the first question' }).click();
  await stages[1]!.getByText('Being answered now', { exact: true }).waitFor();
  await all('live');
  for (const { page } of phones) await page.getByRole('button', { name: /^Now/ }).click();
  for (const { page } of phones) await shoot(page, `questions-now-${page.viewportSize()!.width}-${many}`);
  if (many > 1_000) {
    const tab = await QuestionsTab.open(phones[0]!);
    for (let page = 2; page <= 5; page++) {
      await tab.phone.page.mouse.wheel(0, 20_000);
      await expect.poll(async () => (await tab.texts()).length).toBeGreaterThanOrEqual(page * 30);
    }
    await shoot(tab.phone.page, `questions-phone-390-${many}-far`, ['light']);
  }
  crowd.close();
});

test('own questions in every state, and the box', { timeout: 120_000 }, async () => {
  const desk = await organiser().event('Own questions', []);
  const questions = await Questions.on(desk);
  const cable = await Cable.to(desk.join);
  const tab = await QuestionsTab.open(await Phone.join(desk, { cable }));
  const texts = words(5);
  for (const text of texts.slice(0, 4)) {
    await tab.ask(text);
    await tab.own('A moderator reads it');
  }
  await shoot(tab.phone.page, 'questions-own-waiting');
  await questions.approve(texts[0]!);
  await questions.moderate(texts[1]!, {
    kind: 'decline',
    reason: 'namesSomebody',
    note: 'Ask it again without the name.',
  });
  await questions.approve(texts[2]!);
  await questions.moderate(texts[2]!, { kind: 'answer', text: 'Yes, from April.' });
  await tab.own('Yes, from April.');
  await shoot(tab.phone.page, 'questions-own-all');
  cable.cut();
  await tab.phone.lost();
  await tab.ask(texts[4]!);
  await tab.own('Your question is waiting on this phone.');
  await shoot(tab.phone.page, 'questions-own-offline');
  await tab.phone.page.getByRole('button', { name: 'Anonymous' }).click();
  await tab.box.fill(`${words(7)[6]} `.repeat(2).slice(0, 305).replace(/ $/, '?'));
  await tab.phone.page.getByLabel('With a name').check();
  await tab.phone.button('Send').click();
  await shoot(tab.phone.page, 'questions-box');
});
