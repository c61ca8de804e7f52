import type { Page } from 'playwright-core';
import type { QueueItem } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';
import { Frames } from './frames.ts';
import { ask } from './http.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { device, LAPTOP, PHONE } from './people.ts';
import { Phone } from './phone.ts';
import { QuestionsTab } from './questions.ts';
import { Moderator } from './queue.ts';

/** A page of its own device, and all it hears from its first moment on. */
export async function heardPage(
  url: string,
  options: Parameters<typeof device>[0] = PHONE,
): Promise<{ page: Page; frames: Frames }> {
  const page = await (await device(options)).newPage();
  const frames = new Frames(page);
  await page.goto(url);
  return { page, frames };
}

export async function asker(desk: Desk): Promise<{ tab: QuestionsTab; frames: Frames }> {
  const { page, frames } = await heardPage(desk.join);
  const phone = new Phone(page);
  await phone.live();
  return { tab: await QuestionsTab.open(phone), frames };
}

/** Somebody without an account opens the invitation, makes one, and stands in front of the queue: by keyboard. */
export async function accepts(desk: Desk, name: string): Promise<Moderator> {
  const { base, cookie } = desk.who;
  const { body } = await ask<{ url: string }>(
    base,
    'POST',
    `/api/v1/events/${desk.event}/invitations`,
    { role: 'moderator', rooms: null },
    cookie,
  );
  const page = await (await device(LAPTOP)).newPage();
  await page.goto(base + body.url.slice(new URL(body.url).origin.length));
  const fields: [string, string][] = [
    ['Your name', name],
    ['E-mail address', `roundtable-${desk.event.toLowerCase()}@example.org`],
    ['Password', 'four words in a row'],
  ];
  await page.getByLabel('Your name').waitFor();
  for (const [label, text] of fields) {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  return Moderator.at(page);
}

/** What the queue says of every question, through the organiser's own connection. */
export async function watchQueue(desk: Desk, activity: string): Promise<(text: string) => QueueItem | undefined> {
  const ref = desk.wire.nextRef();
  desk.wire.send({ type: 'watchQueue', ref, activity, on: true });
  await desk.wire.find((message) => message.type === 'queueHead' && message.ref === ref);
  return (text) => {
    const items = desk.wire.heard.flatMap((message) =>
      message.type === 'queueHead' ? message.items : message.type === 'queueMoved' ? (message.put ?? []) : [],
    );
    return items.filter((item) => item.text === text).sort((a, b) => b.rev - a.rev)[0];
  };
}

/** The list of a phone: upvotes, words, and whether it is live or answered, in its order, to its end. */
export async function listOf({ phone: { page } }: QuestionsTab): Promise<[number, string, string][]> {
  const more = page.getByRole('button', { name: /^(Show more|Loading more)$/ });
  for (let tries = 0; (await more.count()) > 0; tries++) {
    if (tries > 200) throw new Error('The list does not go on to its end');
    await page.mouse.wheel(0, 20_000);
  }
  return page.locator('main ol > li').evaluateAll((cards) =>
    cards.map((card) => {
      const said = [...card.querySelectorAll('.state')].map(({ textContent }) => textContent ?? '');
      const state = said.includes('Being answered now') ? 'live' : said.includes('Answered') ? 'answered' : 'published';
      return [
        Number(/\d+/.exec(card.querySelector('.up')?.textContent ?? '')?.[0]),
        card.querySelector('.text')?.textContent ?? '',
        state,
      ];
    }),
  );
}

/**
 * What the stage shows of questions: the live one, and the ones beside it with their upvotes; then the numbers below.
 */
export const stageOf = (stage: Page): Promise<{ live: string | null; next: [number, string][]; foot: string }> =>
  stage.evaluate(() => ({
    live: document.querySelector('.live h1')?.textContent ?? null,
    next: [...document.querySelectorAll('.next li')].map((item) => [
      Number(item.querySelector('.up b')?.textContent),
      item.querySelector('.text')?.textContent ?? '',
    ]),
    foot: [...document.querySelectorAll('footer p')]
      .map(({ textContent }) => textContent?.trim() ?? '')
      .filter((text) => /question|received/.test(text))
      .join(' | '),
  }));

/** The remote's list: upvotes and words. */
export const remoteOf = (remote: Page): Promise<[number, string][]> =>
  remote
    .locator('main ol li')
    .evaluateAll((items) =>
      items.map((item) => [
        Number(/\d+/.exec(item.querySelector('.up')?.textContent ?? '')?.[0]),
        item.querySelector('.text')?.textContent ?? '',
      ]),
    );

/** A step of the presenter, by keyboard; the remote does one thing at a time. */
export async function step(remote: Page, name: string): Promise<void> {
  await remote.locator('footer[aria-busy="false"]').waitFor();
  await pressOn(remote, remote.getByRole('button', { name, exact: true }));
}
