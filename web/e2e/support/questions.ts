import { beside } from '../../src/protocol/activity.ts';
import { randomBytes } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type {
  ModerateQuestions,
  OrganiserQuestions,
  QaSettings,
  QueueItem,
  ServerMessage,
} from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import type { Phone } from './phone.ts';
import { Wire } from './wire.ts';

export const ON: QaSettings = {
  state: 'open',
  check: 'before',
  names: 'choice',
  maxLength: 300,
  perPerson: 50,
  openCounts: false,
};

/** The Q&A of an event's room, as its organiser has it in hand. */
export class Questions {
  private constructor(readonly desk: Desk) {}

  static async on(desk: Desk, settings: Partial<QaSettings> = {}): Promise<Questions> {
    await desk.run({
      type: 'editQuestions',
      room: desk.room,
      rev: beside(desk.state, 'qa')?.rev ?? 0,
      settings: { ...ON, ...settings },
    });
    await desk.wire.until(() => beside(desk.state, 'qa')?.state === (settings.state ?? 'open'));
    const { id } = beside(desk.state, 'qa')!;
    const ref = desk.wire.nextRef();
    desk.wire.send({ type: 'watchQueue', ref, activity: id, on: true });
    await desk.wire.find((message) => message.type === 'queueHead' && message.ref === ref);
    return new Questions(desk);
  }

  get qa(): OrganiserQuestions {
    return beside(this.desk.state, 'qa')!;
  }

  settings = async (over: Partial<QaSettings>): Promise<void> => {
    const { check, names, maxLength, perPerson, openCounts, rev } = this.qa;
    await this.desk.run({
      type: 'editQuestions',
      room: this.desk.room,
      rev,
      settings: { state: 'open', check, names, maxLength, perPerson, openCounts, ...over },
    });
  };

  asking = (asking: boolean): Promise<unknown> =>
    this.desk.run({ type: 'setAsking', activity: this.qa.id, rev: this.qa.rev, asking, check: this.qa.check });

  /** What a moderator does with the question of these words, as soon as it is in the queue. */
  async moderate(text: string, act: ModerateQuestions['act']): Promise<void> {
    const { wire } = this.desk;
    for (let rev = -1; ;) {
      const found = await wire.until(() => this.entry(text, rev));
      const ref = wire.nextRef();
      wire.send({
        type: 'moderateQuestions',
        ref,
        activity: this.qa.id,
        items: [{ id: found.id, rev: found.rev }],
        act,
      });
      const answer = await wire.find((message) => 'ref' in message && message.ref === ref);
      if (answer.type !== 'moderated') throw new Error(JSON.stringify(answer));
      if (answer.done.length === 1) return;
      rev = found.rev; // what this desk did a moment ago has not come back yet
    }
  }

  /** Into another one, both as they are in the queue now. */
  async merge(text: string, into: string): Promise<void> {
    const published = (words: string) =>
      this.desk.wire.until(() => {
        const item = this.entry(words, -1);
        return item?.n === undefined ? null : item;
      });
    const [from, to] = [await published(text), await published(into)];
    await this.desk.does({ type: 'mergeQuestion', activity: this.qa.id, id: from.id, rev: from.rev, into: to.id });
  }

  /** It was answered aloud. */
  answered = (n: number): Promise<unknown> => this.desk.does({ type: 'answeredQuestion', activity: this.qa.id, n });

  approve = (text: string): Promise<void> => this.moderate(text, { kind: 'approve' });

  async stage(): Promise<void> {
    await this.desk.run({ type: 'setStage', room: this.desk.room, view: 'activity', activity: this.qa.id });
  }

  /** The newest the queue said of a question, if that is newer than `rev`. */
  private entry(text: string, rev: number): QueueItem | null {
    const items = this.desk.wire.heard.flatMap((message) =>
      message.type === 'queueHead' ? message.items : message.type === 'queueMoved' ? (message.put ?? []) : [],
    );
    return [...items].reverse().find((item) => item.text === text && item.rev > rev) ?? null;
  }
}

/** Attendees without a screen, who ask and upvote. */
export class Crowd {
  private readonly wires: { wire: Wire; seq: number; activity: string; round: number }[] = [];

  static async join(questions: Questions, base: string, people: number): Promise<Crowd> {
    const crowd = new Crowd();
    const { id, round } = questions.qa;
    for (let at = 0; at < people; at += 25) {
      await Promise.all(
        Array.from({ length: Math.min(25, people - at) }, async () => {
          const { body } = await ask<{ token: string; event: { id: string } }>(base, 'POST', '/api/v1/join', {
            code: questions.desk.code,
          });
          crowd.wires.push({
            wire: await Wire.open(base, { role: 'attendee', event: body.event.id, token: body.token }),
            seq: 0,
            activity: id,
            round,
          });
        }),
      );
    }
    return crowd;
  }

  /** Asks all of these, shared out; resolves when every one is stored. */
  async ask(texts: readonly string[], name: (index: number) => string | null = () => null): Promise<void> {
    const shares = this.wires.map((_, who) =>
      texts.map((text, index) => ({ text, index })).filter(({ index }) => index % this.wires.length === who),
    );
    await Promise.all(
      this.wires.map(async ({ wire, activity, round }, who) => {
        for (const { text, index } of shares[who]!) {
          const ref = wire.nextRef();
          wire.send({
            type: 'askQuestion',
            ref,
            activity,
            round,
            question: randomBytes(16).toString('base64url'),
            text,
            name: name(index),
          });
          await answered(wire, ref, 'questionAsked');
        }
      }),
    );
  }

  /** The first `people` of them upvote question `n`. */
  async upvote(n: number, people: number): Promise<void> {
    await Promise.all(
      this.wires.slice(0, people).map(async (each) => {
        const ref = each.wire.nextRef();
        each.wire.send({
          type: 'castUpvote',
          ref,
          activity: each.activity,
          round: each.round,
          n,
          seq: ++each.seq,
          on: true,
        });
        await answered(each.wire, ref, 'upvoteCounted');
      }),
    );
  }

  close(): void {
    this.wires.forEach(({ wire }) => wire.close());
  }
}

async function answered(wire: Wire, ref: number, type: ServerMessage['type']): Promise<void> {
  const answer = await wire.find((message) => 'ref' in message && message.ref === ref);
  if (answer.type !== type) throw new Error(JSON.stringify(answer));
  wire.heard.length = 0; // thousands of frames are not worth keeping
}

/** The Questions tab of a phone, as a person uses it. */
export class QuestionsTab {
  constructor(readonly phone: Phone) {}

  static async open(phone: Phone): Promise<QuestionsTab> {
    await phone.page.getByRole('button', { name: /^Questions/ }).click();
    await phone.page.getByRole('heading', { name: 'Questions', exact: true }).waitFor();
    return new QuestionsTab(phone).ready();
  }

  /** The list is there: what comes from now on is new. */
  async ready(): Promise<this> {
    await this.phone.page
      .locator('main.questions > :is(ol, .none)')
      .filter({ hasNotText: /^\s*(Getting the questions|No connection)/ })
      .waitFor();
    return this;
  }

  /** Takes in what is new, once all of it has come. */
  async takes(many: number): Promise<void> {
    await this.phone.page.getByRole('button', { name: `Recent ${many} new`, exact: true }).click();
  }

  card = (text: string): Locator =>
    this.phone.page.getByRole('listitem').filter({ has: this.phone.page.getByText(text, { exact: true }) });
  upvote = (text: string): Locator => this.card(text).getByRole('button', { name: /upvote/ });
  get box(): Locator {
    return this.phone.page.getByLabel('Ask a question');
  }

  async ask(text: string): Promise<void> {
    await this.box.fill(text);
    await this.phone.button('Send').click();
  }

  /** The sentence about one's own newest question. */
  own = async (words: string | RegExp): Promise<void> => {
    await this.phone.yours();
    await this.phone.page.getByRole('region', { name: 'Your questions' }).getByText(words).first().waitFor();
  };

  texts = (): Promise<string[]> => this.phone.page.locator('main ol .text').allTextContents();
}

/** The remote's list has so many, sorted by a press: what comes anew waits for that. */
export async function remoteShows(remote: Page, many: number): Promise<void> {
  const again = remote.getByRole('button', { name: 'Sort again' });
  await expect
    .poll(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1_000 }).catch(() => null);
      return remote.locator('main ol li').count();
    })
    .toBe(many);
}

/** So many different questions, of different length, some in another script. */
export const words = (many: number): string[] =>
  Array.from({ length: many }, (_, index) => {
    const first = TEXTS[index % TEXTS.length]!;
    return index < TEXTS.length
      ? first
      : `${first.slice(0, -1)}, and what about part ${Math.floor(index / TEXTS.length) + 1}?`;
  });

const TEXTS = [
  'How do we get more women from middle management to the board, not only to the interview?',
  'Will the 50:50 target have consequences for boards that miss it?',
  'Which trusts share their chief executive role, and how does it work?',
  'What about pay?',
  'A ydych chi’n cefnogi rhannu swydd ar lefel prif weithredwr?',
  'ما هي الخطوة التالية بعد هذا المؤتمر؟',
  'When leaders leave because the hours are impossible, who asks them why, and where does the answer go? ' +
    'I have sat on three panels this year and never once heard an exit interview quoted?',
  'Who pays for the mentors?',
];
