import { expect, test } from 'vitest';
import {
  ABUSIVE,
  ALL,
  ARABIC,
  HARMLESS,
  HOSTILE,
  LATE,
  LONG,
  OFF_TOPIC,
  ORDINARY,
  OUTS,
  REGRETTED,
  SAME,
  WELSH,
} from '../fixtures/roundtable.ts';
import { pressBack, pressOn } from '../support/keyboard.ts';
import { HALL } from '../support/people.ts';
import type { Moderator } from '../support/queue.ts';
import { asker, heardPage, remoteOf, stageOf, step } from '../support/roundtable.ts';
import { patient, Roundtable } from '../support/roundtableRoom.ts';
import { agreesWithFiles } from '../support/takenHome.ts';

const WARD = 'A ward sister from the north';
const NIGHTS = 'Somebody on nights';
const NOTE = 'Please ask it without the person.';
const ANSWER = 'Ydw: mae dau brif weithredwr yn rhannu’r swydd o fis Ebrill.';
const DECLINED = {
  [OUTS]: { reason: 'namesSomebody', note: NOTE },
  [ABUSIVE]: { reason: 'abusive' },
  [OFF_TOPIC]: { reason: 'offTopic' },
};
/** What the room must never see. */
const HIDDEN = [...Object.keys(DECLINED), ...LATE];

test('a roundtable: 40 questions of 120 people, two moderators, the stage, the remote, and a recount', async () => {
  const room = await Roundtable.open(120);
  for (const part of [asking, moderating, upvoting, merging, tidying, presenting, agreeing]) await part(room);
  const { desk, one, ledger, began, audience } = room;
  await agreesWithFiles({ desk, page: one.page, ledger, hidden: HIDDEN, began });
  audience.close();
});

/** Within a short time: three phones with a screen, and everybody else. Until somebody read them, nobody sees them. */
async function asking(room: Roundtable): Promise<void> {
  const { page } = room.remote;
  await step(page, 'Next →');
  await pressOn(page, page.getByRole('button', { name: /^Questions/ }));
  await pressOn(page, page.getByRole('button', { name: 'Show questions on stage' }));
  const byHand = [
    [SAME[0], ARABIC],
    [OUTS, HOSTILE, SAME[1]],
    [ABUSIVE, REGRETTED, LONG],
  ];
  const others = ALL.filter((text) => !byHand.flat().includes(text)).map((text, index) => ({
    text,
    name: index % 6 === 0 ? NIGHTS : null,
  }));
  await Promise.all([
    ...room.tabs.map(async (tab, index) => {
      const { phone } = tab;
      for (const text of byHand[index]!) {
        if (text === LONG) {
          await pressOn(phone.page, phone.button('Anonymous'));
          await phone.page.getByLabel('With a name').check();
          await phone.page.getByLabel('Your name, as everybody sees it').fill(WARD);
        }
        await tab.ask(text);
        await tab.own('A moderator reads it before the room sees it.');
        room.ledger.asked(text === HOSTILE ? HARMLESS : text, text === LONG ? WARD : null);
      }
      await phone.yours();
    }),
    ...others.map(async ({ text, name }, index) => {
      await room.audience.ask(index, text, name);
      room.ledger.asked(text, name);
    }),
  ]);
  await Promise.all([room.one, room.two].map((moderator) => moderator.counts('Waiting', 40)));
  expect(room.heard(room.ledger.entries.map(({ text }) => text)), 'unread').toEqual([]);
}

/** Both at once, with keys alone: one by one, with reasons, and many together. */
async function moderating(room: Roundtable): Promise<void> {
  const { one, two, tabs, ledger } = room;
  const approveAll = async (moderator: Moderator, texts: readonly string[]) => {
    for (const text of texts) {
      await moderator.reach(text);
      await moderator.press('x');
    }
    await moderator.sees(`${texts.length} selected`);
    await moderator.press('a');
  };
  const first = async () => {
    for (const text of SAME) {
      await one.reach(text);
      await one.press('a');
    }
    await one.reach(OUTS);
    await one.press('d');
    await pressOn(one.page, one.column.getByLabel('Note to the asker, before you choose the reason'), 'Home');
    await one.page.keyboard.type(NOTE);
    await pressBack(one.page, one.column.getByRole('button', { name: 'Names a person' }));
    await approveAll(one, [...ORDINARY.slice(0, 13), REGRETTED]);
  };
  const second = async () => {
    await two.row(ABUSIVE).getByText('May hurt somebody').waitFor();
    await two.row(ARABIC).getByText('Arabic').waitFor();
    await two.reach(ABUSIVE);
    await two.because('Abusive');
    await two.reach(ARABIC);
    await two.because('Off topic'); // by mistake
    await tabs[0]!.phone.sees('because it is not about this session');
    await two.press('z');
    await two.row(ARABIC).waitFor();
    await two.reach(OFF_TOPIC);
    await two.because('Off topic');
    await approveAll(two, [...ORDINARY.slice(13), WELSH, ARABIC, LONG, HARMLESS]);
  };
  await Promise.all([first(), second()]);
  await room.published([...SAME, ...ORDINARY, REGRETTED, WELSH, ARABIC, LONG, HARMLESS]);
  for (const [text, why] of Object.entries(DECLINED)) ledger.set(text, { state: 'declined', ...why });
  expect(
    ledger.list.map(({ n }) => n!).sort((a, b) => a - b),
    'numbers without gaps',
  ).toEqual(ledger.list.map((_, index) => index + 1));
  await tabs[1]!.phone.sees(`because it names somebody. A moderator says: “${NOTE}”`);
  await tabs[2]!.phone.sees('because it may hurt somebody');
  await tabs[0]!.phone.sees(`The room sees it as question ${ledger.of(SAME[0]).n} and can upvote it.`);
  expect(room.heard([HARMLESS]), 'what was published').not.toEqual([]);
  expect(room.heard(HIDDEN), 'what was not').toEqual([]);
}

/** Many upvote and think better of it; the same question has three crowds that overlap. */
async function upvoting(room: Roundtable): Promise<void> {
  const known = room.ledger.list.map(({ text }) => text).filter((text) => !SAME.includes(text as never));
  await room.upvotes((who) => {
    const picks = [...new Set([0, 1, 2, 3].map((k) => known[(who * 7 + k * ((who % 5) + 1) * 3) % known.length]!))];
    const crowds = SAME.filter((_, index) => who % [2, 3, 5][index]! === 0);
    const on = [...picks, ...crowds].map((text): [string, boolean] => [text, true]);
    if (who % 4 === 0) on.push([picks[0]!, false]);
    if (who % 8 === 0) on.push([picks[0]!, true]);
    return on;
  });
  await Promise.all(
    room.tabs.map((tab) =>
      expect.poll(async () => (await room.popular(tab)).length, patient).toBe(known.length + SAME.length),
    ),
  );
  await room.press(0, SAME[0], true);
  await room.press(0, SAME[1], true);
  await room.press(1, SAME[1], true);
  await room.press(1, SAME[1], false);
  await room.press(2, SAME[2], true);
  await room.shows(...SAME);
}

/** Three become one, three again, and one: everybody counts once. Pages are loaded anew in between. */
async function merging(room: Roundtable): Promise<void> {
  const { one, two, tabs, ledger, stage } = room;
  const [root, ...others] = SAME;
  await Promise.all([one.keyTo('Published'), two.keyTo('Published')]);
  await room.merge(two, SAME[1], root);
  await two.row(root).getByText('1 merged').waitFor();
  await room.merge(two, SAME[2], root);
  await one.row(root).getByText('2 merged').waitFor();
  expect(ledger.upvotes(root)).toBeLessThan(SAME.reduce((sum, text) => sum + ledger.raw(ledger.of(text)), 0));
  await room.shows(root);
  await tabs[1]!.phone.sees(`It counts with question ${ledger.of(root).n}, which asks the same: “${root}”`);
  await room.upvotes((who) =>
    who % 6 === 3 || who % 10 === 0 ? [[root, false]] : who % 9 === 1 ? [[root, true]] : [],
  );
  await room.press(0, root, false); // of two that this person had upvoted
  await room.shows(root);

  const late = tabs[2]!.phone;
  await Promise.all([one.page, two.page, stage.page, late.page].map((page) => page.reload()));
  await late.live();
  await pressOn(late.page, late.page.getByRole('button', { name: /^Questions/ }));
  await one.keyTo('Published');
  await one.reach(root);
  await pressOn(one.page, one.column.getByText('2 questions are merged into this'));
  for (const text of others.reverse()) {
    await pressOn(one.page, one.column.getByRole('button', { name: `Unmerge “${text}”` }));
    ledger.unmerge(text);
    await one.row(text).waitFor();
  }
  await room.shows(...SAME);
  await two.keyTo('Published');
  await Promise.all([room.merge(one, SAME[1], root), room.merge(two, SAME[2], root)]);
  await Promise.all([one, two].map((moderator) => moderator.row(root).getByText('2 merged').waitFor()));
  await room.shows(root);
}

/** Labels, an answer in writing, the archive; and an asker takes a question back. */
async function tidying({ one, two, tabs, ledger }: Roundtable): Promise<void> {
  await one.reach(LONG);
  await one.press('l');
  await pressOn(one.page, one.page.getByLabel('New label'), 'Home');
  await one.page.keyboard.type('ways up');
  await pressOn(one.page, one.page.getByRole('button', { name: 'Save labels' }));
  await one.row(LONG).getByText('ways up').waitFor();
  ledger.set(LONG, { labels: ['ways up'] });
  await two.reach(WELSH);
  await two.press('r');
  await pressOn(two.page, two.page.getByLabel('Answer', { exact: true }), 'Home');
  await two.page.keyboard.type(ANSWER);
  await pressOn(two.page, two.page.getByRole('button', { name: 'Publish the answer' }));
  await tabs[0]!.card(WELSH).getByText(ANSWER).waitFor();
  ledger.set(WELSH, { state: 'answered', answer: ANSWER, how: 'written' });
  const [aside, back] = [ORDINARY[5], ORDINARY[9]];
  for (const text of [aside, back]) {
    await one.more(text, 'Archive');
    await expect.poll(two.rows, patient).not.toContain(text);
  }
  ledger.set(aside, { state: 'archived' });
  await one.keyTo('Archived');
  await one.reach(back);
  await pressOn(one.page, one.row(back).getByRole('button', { name: 'Put back' }));
  await expect.poll(() => two.inOrder(), patient).toContain(back);
  const { page } = tabs[2]!.phone;
  const own = page.getByRole('region', { name: 'Your questions' });
  await page.getByRole('button', { name: /^Yours/ }).click();
  await own.getByRole('listitem').filter({ hasText: REGRETTED }).getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect.poll(two.rows, patient).not.toContain(REGRETTED);
  ledger.set(REGRETTED, { state: 'withdrawn' });
}

/** The presenter has answered the first two, and is at the third when the hour is over. */
async function presenting(room: Roundtable): Promise<void> {
  const { page } = room.remote;
  const again = page.getByRole('button', { name: 'Sort again' });
  for (const name of ['Answer the first question', 'Answered, next', 'Answered, next']) {
    await expect
      .poll(async () => {
        if (await again.isVisible()) await again.click({ timeout: 1_000 }).catch(() => null);
        return remoteOf(page);
      }, patient)
      .toEqual(room.waitingForAnswer(10));
    const [next] = room.open;
    await step(page, name);
    await room.stage.page.getByRole('heading', { name: next!.text }).waitFor();
    room.ledger.in('live').forEach((entry) => Object.assign(entry, { state: 'answered', how: 'live' }));
    next!.state = 'live';
  }
}

/** Every screen shows what a fresh load shows, and what the ledger says; and what nobody let through is nowhere. */
async function agreeing(room: Roundtable): Promise<void> {
  const { desk, ledger, tabs, stage, remote, one, two } = room;
  const list = ledger.list.map((entry) => [ledger.union(entry), entry.text, entry.state]);
  const [phone, wall, hand] = await Promise.all([asker(desk), heardPage(desk.stage, HALL), heardPage(desk.remote)]);
  for (const tab of [...tabs, phone.tab]) await expect.poll(() => room.popular(tab), patient).toEqual(list);
  const approved = ledger.entries.filter(({ n }) => n !== null).length;
  const onStage = {
    live: ledger.in('live')[0]!.text,
    next: room.waitingForAnswer(4),
    foot:
      `${list.length} questions · ${ledger.in('answered').length} answered | ` +
      `40 received · ${approved} approved · 2 merged · 3 declined`,
  };
  for (const { page } of [stage, wall]) await expect.poll(() => stageOf(page), patient).toEqual(onStage);
  await pressOn(hand.page, hand.page.getByRole('button', { name: /^Questions/ }));
  for (const { page } of [remote, hand]) {
    await expect.poll(() => remoteOf(page), patient).toEqual(room.waitingForAnswer(10));
  }
  await Promise.all([one.keyTo('Published'), two.page.reload()]);
  await two.keyTo('Published');
  await expect
    .poll(async () => [...(await two.rows())].sort(), patient)
    .toEqual(
      ledger
        .in('published', 'live')
        .map(({ text }) => text)
        .sort(),
    );
  await expect.poll(one.rows, patient).toEqual(await two.rows());

  expect(room.heard(HIDDEN)).toEqual([]);
  for (const page of [stage.page, remote.page, phone.tab.phone.page, wall.page, hand.page]) {
    const words = await page.locator('body').innerText();
    expect(HIDDEN.filter((text) => words.includes(text))).toEqual([]);
  }
  for (const tab of tabs) expect((await tab.texts()).filter((text) => HIDDEN.includes(text))).toEqual([]);
}
