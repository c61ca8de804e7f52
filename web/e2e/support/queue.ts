import { beside } from '../../src/protocol/activity.ts';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { QaSettings } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import { pressBack, pressOn } from './keyboard.ts';
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

  /** A question of the list, by its words. */
  row = (text: string): Locator =>
    this.column.locator('.list li').filter({ has: this.page.locator('[data-question]', { hasText: text }) });

  /** The words of the list, in its order. */
  rows = async (): Promise<string[]> =>
    (await this.column.locator('[data-question]').allTextContents()).map((words) => words.trim());

  async sees(text: string | RegExp): Promise<void> {
    await this.column.getByText(text).first().waitFor();
  }

  async tab(name: string): Promise<void> {
    await this.column
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }

  /** Into the column, on this question. */
  async to(text: string): Promise<void> {
    await this.row(text).locator('[data-question]').click();
  }

  /** To a tab by the keys alone. */
  async keyTo(name: string): Promise<void> {
    const there = this.column.getByRole('button', { name: new RegExp(`^${name}`) }).filter({ visible: true });
    const further = this.column.locator('.further .chip');
    await further.waitFor();
    await this.column.locator('[data-question]').first().focus();
    if ((await there.count()) > 0) await pressBack(this.page, there);
    else {
      await pressBack(this.page, further);
      await pressOn(this.page, there);
    }
    await this.column
      .locator('[aria-current="true"], .current')
      .filter({ hasText: new RegExp(`^${name}`) })
      .first()
      .waitFor();
  }

  /** To this question by the keys alone, wherever it is in the list. */
  async reach(text: string): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      const by = await this.column.evaluate((column, words) => {
        const rows = [...column.querySelectorAll<HTMLElement>('[data-question]')];
        const to = rows.findIndex((row) => row.textContent!.trim() === words);
        const from = rows.findIndex((row) => row === document.activeElement);
        return from < 0 ? Number.NaN : to < 0 ? null : to - from;
      }, text);
      if (by === 0) return;
      if (by === null) await this.page.keyboard.press('End');
      else if (Number.isNaN(by)) await this.page.keyboard.press('Home');
      else for (let i = 0; i < Math.abs(by); i++) await this.page.keyboard.press(by > 0 ? 'j' : 'k');
    }
    throw new Error(`No key led to ${text}, but to ${await this.at()}`);
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
