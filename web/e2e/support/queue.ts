import { beside } from '../../src/protocol/activity.ts';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { QaSettings } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import { pressBack, pressOn } from './keyboard.ts';
import { PATIENCE_MS } from './patience.ts';
import { LAPTOP, signedInDevice } from './people.ts';
import type { Phone } from './phone.ts';
import { placeOf } from './places.ts';

const SETTINGS: QaSettings = {
  state: 'open',
  check: 'before',
  names: 'choice',
  maxLength: 1_000,
  perPerson: 50,
  openCounts: false,
};

/** Questions of the room are on. */
export async function questionsOn(desk: Desk, settings: Partial<QaSettings> = {}): Promise<string> {
  await desk.run({
    type: 'editQuestions',
    room: desk.room,
    rev: beside(desk.state, 'qa')?.rev ?? 0,
    settings: { ...SETTINGS, ...settings },
  });
  return beside(desk.state, 'qa')!.id;
}

/** Somebody with an account of their own who moderates this event; gives the cookie. */
export async function invited(desk: Desk, name: string): Promise<string> {
  const { base, cookie } = desk.who;
  const made = await ask<{ url: string }>(
    base,
    'POST',
    `/api/v1/events/${desk.event}/invitations`,
    { role: 'moderator', rooms: null },
    cookie,
  );
  const invitation = new URL(made.body.url).hash.replace('#invite=', '');
  const email = `${name.toLowerCase().replace(/\W+/g, '-')}-${desk.event.toLowerCase()}@example.org`;
  const accepted = await ask(base, 'POST', '/api/v1/invitations/accept', {
    invitation,
    name,
    email,
    password: 'four words in a row',
  });
  return accepted.cookie!;
}

/** A moderator in front of the queue. */
export class Moderator {
  private constructor(readonly page: Page) {}

  static async open(desk: Desk, cookie = desk.who.cookie, options: BrowserContextOptions = LAPTOP): Promise<Moderator> {
    const page = await (await signedInDevice(desk.who.base, cookie, options)).newPage();
    await page.goto(placeOf(desk.who.base, desk.event, 'moderate'));
    return Moderator.at(page);
  }

  /** On a page that shows an event, however they came there. */
  static async at(page: Page): Promise<Moderator> {
    await page.locator('[data-column]').waitFor({ state: 'attached' });
    return new Moderator(page);
  }

  get column(): Locator {
    return this.page.locator('[data-column]');
  }

  /** The list that is looked at: what waits, or what stands beside it. */
  private looking: 'waiting' | 'beside' = 'waiting';

  /** A question of either list, by its words. */
  row = (text: string): Locator =>
    this.column.locator('.list li').filter({ has: this.page.locator('[data-question]', { hasText: text }) });

  /** The words of the list that is looked at, in its order. */
  rows = async (): Promise<string[]> =>
    (await this.column.locator(`.list.${this.looking} [data-question]`).allTextContents()).map((words) => words.trim());

  /** The same after a key that puts in its place what waits to be shown: nothing moves where the hand is. */
  inOrder = async (): Promise<string[]> => {
    await this.press('Home');
    return this.rows();
  };

  async sees(text: string | RegExp): Promise<void> {
    await this.column.getByText(text).first().waitFor();
  }

  /** So many stand in a tab, and the lists are read: their numbers come before them. */
  async counts(name: string, questions: number | string): Promise<void> {
    await this.column
      .locator('nav')
      .getByRole('button', { name: new RegExp(`^${name} ?${questions}$`), includeHidden: true })
      .first()
      .waitFor({ state: 'attached' });
    await this.column.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }

  async tab(name: string): Promise<void> {
    this.looking = name === 'Waiting' ? 'waiting' : 'beside';
    if (name === 'Waiting') return void (await this.press('ArrowLeft'));
    await this.column
      .locator('nav')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
  }

  /** Into the list, on this question. */
  async to(text: string): Promise<void> {
    await this.row(text).locator('[data-question]').click();
  }

  /** To a tab by the keys alone. */
  async keyTo(name: string): Promise<void> {
    this.looking = name === 'Waiting' ? 'waiting' : 'beside';
    if (name === 'Waiting') return this.press('ArrowLeft');
    await this.press('ArrowRight');
    const there = this.column.locator('nav').getByRole('button', { name: new RegExp(`^${name}`) });
    await pressBack(this.page, there);
    await this.column.locator('nav [aria-current="true"]').filter({ hasText: name }).first().waitFor();
  }

  /** To this question by the keys alone, wherever it is in the lists. */
  async reach(text: string): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await this.page.waitForTimeout(20)) {
      const by = await this.column.evaluate((column, words) => {
        const found = [...column.querySelectorAll('.list')].map((list) => {
          const rows = [...list.querySelectorAll<HTMLElement>('[data-question]')];
          return {
            to: rows.findIndex((row) => row.textContent!.trim() === words),
            from: rows.findIndex((row) => row === document.activeElement),
          };
        });
        const to = found.findIndex((list) => list.to >= 0);
        const from = found.findIndex((list) => list.from >= 0);
        if (to < 0) return 'End';
        if (from !== to) return to === 0 ? 'ArrowLeft' : 'ArrowRight';
        return found[to]!.to - found[to]!.from;
      }, text);
      if (by === 0) return;
      if (typeof by === 'string') await this.page.keyboard.press(by);
      else for (let i = 0; i < Math.abs(by); i++) await this.page.keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp');
    }
    throw new Error(`No key led to ${text}, but to ${await this.at()}`);
  }

  /** Declines the question in hand for this reason, by the keys alone. */
  async because(reason: string): Promise<void> {
    await this.press('d');
    const focus = () => this.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    for (let tries = 0; tries < 8 && (await focus()) !== reason; tries++) await this.press('ArrowUp');
    for (let tries = 0; tries < 8 && (await focus()) !== reason; tries++) await this.press('ArrowDown');
    if ((await focus()) !== reason) throw new Error(`No arrow led to ${reason}, but to ${await focus()}`);
    await this.press('Enter');
  }

  /** Does what stands in the menu of the question in hand, by the keys alone. */
  async more(text: string, act: string): Promise<void> {
    await this.reach(text);
    const row = this.row(text);
    await pressOn(this.page, row.getByRole('button', { name: /^More/ }));
    await pressBack(this.page, row.getByRole('button', { name: act }));
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The words of the question that has the focus. */
  at = (): Promise<string> =>
    this.page.evaluate(() =>
      document.activeElement?.hasAttribute('data-question') ? (document.activeElement as HTMLElement).innerText : '',
    );
}

/** What somebody does on the phone's tab of questions. */
export async function toQuestions(phone: Phone): Promise<void> {
  await phone.page
    .getByRole('button', { name: /^Questions/ })
    .or(phone.page.getByRole('tab', { name: /^Questions/ }))
    .click();
  await phone.page.getByLabel('Ask a question', { exact: true }).waitFor();
}

export async function asks(phone: Phone, text: string): Promise<void> {
  await phone.page.getByLabel('Ask a question', { exact: true }).fill(text);
  await phone.button('Send').click();
}
