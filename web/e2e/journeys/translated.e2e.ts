import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { device, HALL, LAPTOP, open, organiser, PHONE, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { placeOf } from '../support/places.ts';
import { STRUGGLE, USED } from '../support/polls.ts';
import { Moderator, questionsOn } from '../support/queue.ts';
import { stageRows } from '../support/stage.ts';
import { translated, unmarked } from '../support/translated.ts';
import type { Manner } from '../support/translator.ts';
import { Voters } from '../support/voters.ts';

const ASKED = 'Who looks after the children?';
const LATER = 'Who pays for that?';

/** Words may be in the other language, figures and states may not; white space aside. */
const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look);
/** Words may have been translated. */
const sees = (page: Page, words: string) =>
  page.getByText(words, { exact: false }).filter({ visible: true }).first().waitFor(); // getByText ignores case

describe.each<[string, Manner]>([
  ['goes on translating', { way: 'replace', goesOn: true }],
  ['wraps text and goes on', { way: 'wrap', goesOn: true }],
  ['translated once', { way: 'replace', goesOn: false }],
])('a browser that %s', (_, manner) => {
  test('C2 figures and states are right on every page after votes, lock, reveal, reset, a new question', async () => {
    const desk = await organiser().event('Translated', [{ ...STRUGGLE, results: 'hidden' }, USED]);
    await questionsOn(desk);
    const phone = await Phone.join(desk);
    const stage = await open(desk.stage, HALL);
    const remote = await (await device(PHONE)).newPage();
    await remote.goto(desk.remote);
    const moderate = (await Moderator.open(desk)).page;
    const organisers = await signedInDevice(desk.who.base, desk.who.cookie, LAPTOP);
    const [prepare, run] = [await organisers.newPage(), await organisers.newPage()];
    await prepare.goto(placeOf(desk.who.base, desk.event, 'prepare'));
    await run.goto(placeOf(desk.who.base, desk.event, 'run'));
    const voters = await Voters.join(desk, 19);
    const pages = { phone: phone.page, stage, remote, prepare, run, moderate };
    await stage.locator('.joined').getByText('20').waitFor();
    await sees(remote, 'Run order');
    await run.locator('.steer .state').waitFor();
    for (const page of Object.values(pages)) await translated(page, manner);
    const marked = async (when: string) => {
      for (const [name, page] of Object.entries(pages)) expect(await unmarked(page), `${name}, ${when}`).toEqual([]);
    };
    await marked('at first');
    const struggle = desk.poll(0);
    const item = (index: number) => prepare.locator('[data-activity]').nth(index);
    const figures = () => run.locator('dl dd').allInnerTexts();
    const card = () => prepare.locator('dl .card dd').allInnerTexts();
    await item(0).waitFor();

    await desk.open(0);
    await soon(() => text(stage, '.ballot .state')).toBe('Voting is open');
    await soon(() => text(remote, '.now .state')).toBe('Voting is open');
    await soon(() => text(run, '.steer .state b')).toBe('1 on stage, voting open');
    await soon(() => text(moderate, 'header .live p')).toBe('1 on stage, voting open');
    await item(0).getByText('Open', { exact: true }).waitFor();
    await sees(phone.page, struggle.question);

    // 20 votes: 15 for the first option, the phone's among them, and 5 for the second.
    await voters.vote(desk, 0, (person) => (person < 14 ? 0 : 1));
    await phone.page.getByText('Confidence', { exact: false }).first().click();
    await phone.page.getByRole('button', { name: /^vote$/i }).click();
    await phone.page.locator('.own strong').getByText('Counted.', { exact: true }).waitFor();
    await sees(phone.page, 'Confidence');
    await soon(() => text(stage, '.voted')).toMatch(/^20 of 20/i);
    await soon(() => text(remote, '.now .voted')).toMatch(/^20 of 20/i);
    await soon(figures).toEqual(['20', '0', '0']);
    await soon(card).toEqual(['20', '20', '0', '0']);
    await soon(() => prepare.locator('.bars .share').first().innerText()).toMatch(/^75%\s*\(15\)/);
    await marked('after 20 votes');

    await desk.show(0, 'everyone');
    await soon(async () => (await stageRows(stage)).slice(0, 2).map((row) => row.slice(1))).toEqual([
      ['75%', '(15)'],
      ['25%', '(5)'],
    ]);
    await soon(() => phone.page.locator('.bars .share').allInnerTexts()).toEqual([
      '75% (15)',
      '25% (5)',
      '0% (0)',
      '0% (0)',
      '0% (0)',
    ]);
    await soon(() => remote.locator('.bars .share').first().innerText()).toMatch(/^75%\s*\(15\)/);
    await run.locator('.tag').getByText('Result on stage and phones', { exact: true }).waitFor();
    await marked('revealed');

    await desk.lock(0);
    await soon(() => text(stage, '.ballot .state')).toMatch(/^(Voting is locked|Closing)/);
    await soon(() => text(remote, '.now .state')).toMatch(/^(Voting is locked|Closing)/);
    await phone.page.locator('.sentence [translate=no]').getByText('Voting is locked', { exact: true }).waitFor();
    await soon(() => text(run, '.steer .state b')).toMatch(/^1 on stage, (voting locked|closing)$/);
    await item(0)
      .getByText(/^(Closing|Locked)$/)
      .waitFor();
    await marked('locked');

    await desk.reset(0);
    await soon(() => text(remote, '.now .state')).toBe('Not opened yet');
    await soon(() => text(run, '.steer .state b')).toBe('1 on stage, not opened');
    await soon(figures).toEqual(['–', '–', '–']);
    // Nobody has answered it any more: it is written anew.
    await soon(() => prepare.locator('form [data-first]').inputValue()).toBe(STRUGGLE.question);
    expect(await card()).toEqual([]);
    await soon(() =>
      item(0)
        .getByText(/^(Closing|Locked)$/)
        .count(),
    ).toBe(0);
    await marked('reset');

    await desk.open(1);
    await sees(phone.page, USED.question);
    await soon(() => phone.page.locator('main').getByText(STRUGGLE.question, { exact: false }).count()).toBe(0);
    await soon(() => text(stage, '.ballot .state')).toBe('Voting is open');
    await soon(async () => (await text(stage, 'h1')).toLowerCase()).toBe(USED.question.toLowerCase());
    await soon(() => text(stage, '.voted')).toMatch(/^0 of 20/i);
    await soon(() => text(run, '.steer .state b')).toBe('2 on stage, voting open');
    await soon(figures).toEqual(['0', '20', '0']);
    await item(1).getByText('Open', { exact: true }).waitFor();
    await marked('another poll');

    // Questions: asked on the phone, seen in the queue, approved, seen by the room.
    await phone.page.getByRole('button', { name: /^questions/i }).click();
    await phone.page.locator('#ask').fill(ASKED);
    await phone.page.getByRole('button', { name: /^send$/i }).click();
    const row = (words: string) =>
      moderate.locator('.list.waiting li').filter({ hasText: new RegExp(words.replace('?', '\\?'), 'i') });
    await row(ASKED).waitFor();
    await soon(() => text(moderate, '[data-column] .head .count')).toMatch(/^1$/);
    await soon(() => text(run, '.drawer footer b')).toBe('1 waiting');
    await marked('a question waits');
    await row(ASKED).locator('[data-question]').click();
    await moderate.keyboard.press('a');
    await soon(() => text(moderate, '[data-column] .head .count')).toMatch(/^0$/);
    await phone.page.getByRole('button', { name: /^show it$/i }).click();
    await phone.page
      .locator('li.card')
      .filter({ hasText: /who looks after/i })
      .waitFor();
    await phone.page.locator('#ask').fill(LATER);
    await phone.page.getByRole('button', { name: /^send$/i }).click();
    await row(LATER).waitFor();
    await soon(() => text(moderate, '[data-column] .head .count')).toMatch(/^1$/);
    expect(await row(ASKED).count()).toBe(0);
    await marked('a new question');
    voters.close();
  });
});
