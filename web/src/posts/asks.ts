import { CommandError } from '../protocol/commands.ts';
import { Outbox, type OutboxOptions, type Use } from '../protocol/outbox.ts';
import type {
  AskQuestion,
  AttendeeQuestions,
  OwnQuestions,
  QuestionRefused,
  ServerMessage,
} from '../protocol/messages.gen.ts';
import { passing } from '../protocol/closes.gen.ts';
import { isCount, isObject, isText } from '../protocol/localStore.ts';

/** A question this phone asks, as it is kept until it is answered. */
export interface Ask extends Omit<AskQuestion, 'type' | 'ref'> {
  /** Wall clock when it was sent off, ms since 1970. */
  castAt: number;
}

/** All this phone knows of one question of its own, until the server lists it (`ownQuestions`). */
export interface AskSlot {
  ask: Ask | null;
  /**
   * `asked`: stored, and about to be listed. `discarded`: let go when the server might have it already. Its words are
   * gone from this phone, and from the server as soon as it turns out to have them.
   */
  state: 'waiting' | 'asked' | 'refused' | 'discarded';
  /** Whether it may have reached the server; not known of what an older version of this page kept. */
  tried?: boolean;
  /** Why it was refused. */
  code: string;
  message: string;
}

const emptySlot: AskSlot = { ask: null, state: 'waiting', tried: false, code: '', message: '' };
/** What is not listed by then was never stored: an answer is due after seconds. Milliseconds. */
const DISCARDED_FOR_MS = 600_000;
const AGAIN_AFTER_MS = 5_000;

const isAsk = (ask: unknown) =>
  isObject(ask) &&
  ['activity', 'question', 'text'].every((name) => isText(ask[name])) &&
  (ask['name'] === null || isText(ask['name'])) &&
  isCount(ask['round']) &&
  isCount(ask['castAt']);

const refuse = (slot: AskSlot, { code, message }: Pick<QuestionRefused, 'code' | 'message'>): AskSlot =>
  slot.state === 'waiting' && slot.ask ? { ...slot, state: 'refused', code, message } : slot;

const asks: Use<AskSlot, Ask, AskQuestion> = {
  name: 'questions',
  empty: emptySlot,
  isSlot: (slot) =>
    isObject(slot) &&
    isAsk(slot['ask']) &&
    ['waiting', 'asked', 'refused', 'discarded'].includes(slot['state'] as string) &&
    isText(slot['code']) &&
    isText(slot['message']),
  pending: (slot) => (slot.state === 'waiting' ? slot.ask : null),
  key: ({ question }) => question,
  id: ({ question }) => question,
  message: ({ activity, round, question, text, name }, ref) => ({
    type: 'askQuestion',
    ref,
    activity,
    round,
    question,
    text,
    name,
  }),
  final: { has: (code) => !passing.has(code) },
  refuse: (slot, _ask, error) => refuse(slot, error),
  tried: (slot) => (slot.tried || !slot.ask ? slot : { ...slot, tried: true }),
  takeOver: (slot) => slot,
};

export interface AskBookOptions extends OutboxOptions<AskQuestion> {
  /** A new question id: 16 to 32 symbols of A-Z a-z 0-9 _ -, at random. */
  newQuestionId: () => string;
  /** Withdraws a question that the server has. Rejects with CommandError. */
  takeBack: (activity: string, question: string) => Promise<unknown>;
  /** A question that was let go stays with the server, which says why. */
  onStays: (message: string) => void;
}

/**
 * Keeps every question until the server has stored or refused it, and a refused one's words until its asker lets them
 * go.
 */
export class AskBook {
  private readonly outbox: Outbox<AskSlot, Ask, AskQuestion>;
  private readonly takingBack = new Set<string>();

  constructor(private readonly options: AskBookOptions) {
    this.outbox = new Outbox(options, asks);
  }

  get trouble(): string | null {
    return this.outbox.trouble;
  }

  /** Questions that are not listed by the server (yet), oldest first. */
  slots({ id, round }: Pick<AttendeeQuestions, 'id' | 'round'>): (AskSlot & { ask: Ask })[] {
    return Object.values(this.outbox.slots())
      .filter(
        (slot): slot is AskSlot & { ask: Ask } =>
          slot.state !== 'discarded' &&
          slot.ask?.activity === id &&
          (slot.ask.round === round || slot.state === 'refused'),
      )
      .sort((a, b) => a.ask.castAt - b.ask.castAt);
  }

  pending(): Ask[] {
    return this.outbox.pending();
  }

  /** Keeps the question on this phone first, then sends it. */
  ask({ id, round }: Pick<AttendeeQuestions, 'id' | 'round'>, text: string, name: string | null): void {
    const ask = {
      activity: id,
      round,
      question: this.options.newQuestionId(),
      text,
      name,
      castAt: this.options.clock.now(),
    };
    this.outbox.change(ask.question, () => ({ ...emptySlot, ask }));
    this.outbox.flush();
  }

  /**
   * Lets a question go that the server does not list. One that it may have all the same is taken back from there when
   * it turns up.
   */
  discard(question: string): void {
    this.outbox.change(question, (slot) => {
      const nowhereElse = !slot.ask || slot.state === 'refused' || (slot.state === 'waiting' && slot.tried === false);
      return nowhereElse
        ? null
        : {
            ...slot,
            ask: { ...slot.ask!, text: '', name: null, castAt: this.options.clock.now() },
            state: 'discarded',
          };
    });
  }

  /** Whether it was let go, so that nothing of it is shown. */
  discarded(question: string): boolean {
    return this.outbox.slot(question).state === 'discarded';
  }

  connected = (): void => this.outbox.connected();
  lost = (): void => this.outbox.lost();
  storageChanged = (key: string | null): void => this.outbox.storageChanged(key);

  /** Give it every message; true when it was about a question of one's own. */
  receive(message: ServerMessage): boolean {
    switch (message.type) {
      case 'questionAsked':
        this.outbox.change(message.question, (slot) =>
          slot.ask && slot.state !== 'discarded' ? { ...slot, state: 'asked' } : slot,
        );
        if (this.discarded(message.question)) void this.takeBack(message.activity, message.question);
        return this.outbox.answered(message.ref);
      case 'questionRefused':
        this.outbox.change(message.question, (slot) => refuse(slot, message));
        return this.outbox.answered(message.ref);
      case 'ownQuestions':
        this.listed(message);
        return true;
      case 'error':
        return this.outbox.failed(message);
      default:
        return false;
    }
  }

  /** What the server lists needs no keeping here; what was let go has no business there. */
  private listed({ activity, items }: OwnQuestions): void {
    for (const { question } of items) {
      if (this.discarded(question)) void this.takeBack(activity, question);
      else if (this.outbox.slot(question).ask) this.outbox.change(question, () => null);
    }
    const now = this.options.clock.now();
    for (const { ask, state } of Object.values(this.outbox.slots())) {
      const over =
        state === 'discarded' &&
        ask &&
        now - ask.castAt > DISCARDED_FOR_MS &&
        !items.some(({ question }) => question === ask.question);
      if (over) this.outbox.change(ask.question, () => null);
    }
  }

  private async takeBack(activity: string, question: string): Promise<void> {
    if (this.takingBack.has(question)) return;
    this.takingBack.add(question);
    try {
      await this.options.takeBack(activity, question);
      this.outbox.change(question, () => null);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.stays(activity, question, error);
    } finally {
      this.takingBack.delete(question);
    }
  }

  /**
   * Not withdrawn: later, if that is a matter of time; when the connection was lost, once the server lists it again.
   */
  private stays(activity: string, question: string, { code, message }: CommandError): void {
    if (code === 'lost') return;
    if (code === 'noAnswer' || passing.has(code)) {
      this.options.clock.after(
        AGAIN_AFTER_MS,
        () => this.discarded(question) && void this.takeBack(activity, question),
      );
      return;
    }
    this.outbox.change(question, () => null);
    if (code !== 'unknownQuestion') this.options.onStays(message);
  }
}
