import { expect } from 'vitest';
import type { QueueItem } from '../../src/protocol/messages.gen.ts';
import { Audience } from './audience.ts';
import type { Desk } from './desk.ts';
import type { Frames } from './frames.ts';
import { Ledger, type Entry } from './ledger.ts';
import { HALL, organiser } from './people.ts';
import { PRIORITY } from './polls.ts';
import type { QuestionsTab } from './questions.ts';
import { Moderator, questionsOn } from './queue.ts';
import { accepts, asker, heardPage, listOf, watchQueue } from './roundtable.ts';

export const patient = { interval: 200 };
type Heard = Awaited<ReturnType<typeof heardPage>>;

/** A room of 120 with all who have a part in it, and the ledger of what they did. */
export class Roundtable {
  readonly ledger = new Ledger();
  /** The minute in which all began. */
  readonly began = Math.floor(Date.now() / 60_000);

  private constructor(
    readonly desk: Desk,
    readonly one: Moderator,
    readonly two: Moderator,
    readonly tabs: QuestionsTab[],
    readonly stage: Heard,
    readonly remote: Heard,
    readonly audience: Audience,
    private readonly frames: Frames[],
    private readonly seen: (text: string) => QueueItem | undefined,
  ) {}

  static async open(people: number): Promise<Roundtable> {
    const desk = await organiser().event('Women on boards', [PRIORITY]);
    const activity = await questionsOn(desk, { perPerson: 5, openCounts: true });
    const seen = await watchQueue(desk, activity);
    const [one, two, phones, stage, remote, audience] = await Promise.all([
      Moderator.open(desk),
      accepts(desk, 'Second moderator'),
      Promise.all([asker(desk), asker(desk), asker(desk)]),
      heardPage(desk.stage, HALL),
      heardPage(desk.remote),
      Audience.join(desk, activity, people - 3),
    ]);
    const frames = [...phones, stage, remote].map((each) => each.frames);
    return new Roundtable(
      desk,
      one,
      two,
      phones.map(({ tab }) => tab),
      stage,
      remote,
      audience,
      frames,
      seen,
    );
  }

  /**
   * What reached a screen or connection of somebody who does not moderate with one of these words, but for what people
   * are told of their own.
   */
  heard(texts: readonly string[]): string[] {
    const words = texts.map((text) => JSON.stringify(text).slice(1, -1));
    const all = [
      ...this.frames.flatMap(({ raw }) => raw.filter((frame) => !frame.startsWith('{"type":"ownQuestions"'))),
      ...this.audience.heard,
    ];
    return all.filter((frame) => words.some((text) => frame.includes(text)));
  }

  /** Notes down the numbers of those that are public now. */
  async published(texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const { n } = await this.desk.wire.until(() => (this.seen(text)?.n === undefined ? null : this.seen(text)!));
      this.ledger.set(text, { state: 'published', n: n! });
    }
  }

  /** Everybody in the room upvotes and withdraws, each in their own order, all at once. */
  async upvotes(plan: (who: number) => [string, boolean][]): Promise<void> {
    await Promise.all(
      Array.from({ length: this.audience.size }, async (_, who) => {
        for (const [text, on] of plan(who)) {
          await this.audience.upvote(who, this.ledger.of(text).n!, on);
          this.ledger.upvote(`person ${who}`, text, on);
        }
      }),
    );
  }

  /** Upvotes, or takes it back, on the screen of a phone. */
  async press(phone: number, text: string, on: boolean): Promise<void> {
    const button = this.tabs[phone]!.upvote(text);
    await button.click();
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe(String(on));
    this.ledger.upvote(`phone ${phone}`, text, on);
  }

  /** A phone's list, sorted by its reader's press: what comes anew waits for that. */
  async popular(tab: QuestionsTab): Promise<[number, string, string][]> {
    await tab.phone.page.getByRole('button', { name: /^Popular/ }).click();
    return listOf(tab);
  }

  /** Every phone shows the upvotes that the ledger counts. */
  async shows(...texts: string[]): Promise<void> {
    await Promise.all(
      this.tabs.map((tab) =>
        expect
          .poll(async () => {
            const list = await this.popular(tab);
            return texts.map((text) => list.find(([, words]) => words === text)?.[0]);
          }, patient)
          .toEqual(texts.map(this.ledger.upvotes)),
      ),
    );
  }

  async merge(moderator: Moderator, text: string, into: string): Promise<void> {
    await moderator.reach(text);
    await moderator.press('m');
    await moderator.reach(into);
    await moderator.press('Enter');
    this.ledger.merge(text, into);
  }

  /** What waits for an answer, as screens show it. */
  waitingForAnswer = (most: number): [number, string][] =>
    this.open.slice(0, most).map((entry) => [this.ledger.union(entry), entry.text]);

  get open(): Entry[] {
    return this.ledger.list.filter(({ state }) => state === 'published');
  }
}
