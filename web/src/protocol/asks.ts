import { Kept, type KeptOptions, type Use } from './kept.ts';
import type { AskQuestion, AttendeeQuestions, OwnQuestions, QuestionRefused, ServerMessage } from './messages.gen.ts';
import { passing } from './passing.ts';
import { isCount, isObject, isText } from './vault.ts';

/** A question this phone asks, as it is kept until it is answered. */
export interface Ask extends Omit<AskQuestion, 'type' | 'ref'> {
  /** Wall clock when it was sent off, ms since 1970. */
  castAt: number;
}

/** All this phone knows of one question of its own, until the server lists it (`ownQuestions`). */
export interface AskSlot {
  ask: Ask | null;
  /** `asked`: stored, and about to be listed. */
  state: 'waiting' | 'asked' | 'refused';
  /** Why it was refused. */
  code: string;
  message: string;
}

const emptySlot: AskSlot = { ask: null, state: 'waiting', code: '', message: '' };

const isAsk = (ask: unknown) =>
  isObject(ask) && ['activity', 'question', 'text'].every((name) => isText(ask[name])) && (ask['name'] === null || isText(ask['name'])) && isCount(ask['round']) && isCount(ask['castAt']);

const refuse = (slot: AskSlot, { code, message }: Pick<QuestionRefused, 'code' | 'message'>): AskSlot =>
  slot.state === 'waiting' && slot.ask ? { ...slot, state: 'refused', code, message } : slot;

const asks: Use<AskSlot, Ask, AskQuestion> = {
  name: 'questions',
  empty: emptySlot,
  isSlot: (slot) => isObject(slot) && isAsk(slot['ask']) && ['waiting', 'asked', 'refused'].includes(slot['state'] as string) && isText(slot['code']) && isText(slot['message']),
  pending: (slot) => (slot.state === 'waiting' ? slot.ask : null),
  key: ({ question }) => question,
  id: ({ question }) => question,
  message: ({ activity, round, question, text, name }, ref) => ({ type: 'askQuestion', ref, activity, round, question, text, name }),
  final: { has: (code) => !passing.has(code) },
  refuse: (slot, _ask, error) => refuse(slot, error),
  takeOver: (slot) => slot,
};

export interface AskBookOptions extends KeptOptions<AskQuestion> {
  /** A new question id: 16 to 32 symbols of A-Z a-z 0-9 _ -, at random. */
  newQuestionId: () => string;
}

/** Keeps every question until the server has stored or refused it, and a refused one's words until its asker lets them go. */
export class AskBook {
  private readonly kept: Kept<AskSlot, Ask, AskQuestion>;

  constructor(private readonly options: AskBookOptions) {
    this.kept = new Kept(options, asks);
  }

  get trouble(): string | null {
    return this.kept.trouble;
  }

  /** Questions that are not listed by the server (yet), oldest first. */
  slots({ id, round }: Pick<AttendeeQuestions, 'id' | 'round'>): (AskSlot & { ask: Ask })[] {
    return Object.values(this.kept.slots())
      .filter((slot): slot is AskSlot & { ask: Ask } => slot.ask?.activity === id && (slot.ask.round === round || slot.state === 'refused'))
      .sort((a, b) => a.ask.castAt - b.ask.castAt);
  }

  pending(): Ask[] {
    return this.kept.pending();
  }

  /** Keeps the question on this phone first, then sends it. */
  ask({ id, round }: Pick<AttendeeQuestions, 'id' | 'round'>, text: string, name: string | null): void {
    const ask = { activity: id, round, question: this.options.newQuestionId(), text, name, castAt: this.options.clock.now() };
    this.kept.change(ask.question, () => ({ ...emptySlot, ask }));
    this.kept.flush();
  }

  /** A question that waits, was refused or was just stored: this phone keeps nothing of it any more. */
  forget(question: string): void {
    this.kept.change(question, () => null);
  }

  connected = (): void => this.kept.connected();
  lost = (): void => this.kept.lost();
  storageChanged = (key: string | null): void => this.kept.storageChanged(key);

  /** Give it every message; true when it was about a question of one's own. */
  receive(message: ServerMessage): boolean {
    switch (message.type) {
      case 'questionAsked':
        this.kept.change(message.question, (slot) => (slot.ask ? { ...slot, state: 'asked' } : slot));
        return this.kept.answered(message.ref);
      case 'questionRefused':
        this.kept.change(message.question, (slot) => refuse(slot, message));
        return this.kept.answered(message.ref);
      case 'ownQuestions':
        this.listed(message);
        return true;
      case 'error':
        return this.kept.failed(message);
      default:
        return false;
    }
  }

  /** What the server lists needs no keeping here. */
  private listed({ items }: OwnQuestions): void {
    for (const { question } of items) if (this.kept.slot(question).ask) this.kept.change(question, () => null);
  }
}
