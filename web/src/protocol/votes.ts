import { Backoff } from './backoff.ts';
import { cast, counted, emptySlot, refused, slotKey, words, type Ballot, type Slot } from './ballot.ts';
import { errors } from './codes.gen.ts';
import type { Clock, KeyValue, Random } from './environment.ts';
import type { CastVote, Choice, ErrorMessage, Poll, ServerMessage } from './messages.gen.ts';
import { Vault } from './vault.ts';

export interface BallotBoxOptions {
  event: string;
  /** The participant: the part of the token that does not change. */
  owner: string;
  /** Null when the browser has none. */
  storage: KeyValue | null;
  clock: Clock;
  random: Random;
  /** A new vote id: 16 to 32 symbols of A-Z a-z 0-9 _ -, at random. */
  newVoteId: () => string;
  send: (message: CastVote) => boolean;
  nextRef: () => number;
  /** How long a message takes to the server, milliseconds. */
  wayMs: () => number;
  onChange: () => void;
}

/** An answer is due within this; else the same vote is sent again. Milliseconds. */
const ANSWER_WITHIN_MS = 8_000;
/** Errors that concern the vote itself and end it; others concern the connection, and the vote waits for a better one. */
const FINAL = new Set(['notOpen', 'unknownPoll', 'pollChanged', 'badChoice', 'tooLate', 'superseded', 'invalidField', 'notAllowed']);

/** Keeps every vote until the server has counted or refused it, over reloads, lost networks and two tabs (PROTOCOL.md, "A vote"). */
export class BallotBox {
  /** Why a vote still waits although there is a connection: the server's own words, or null when all is well. */
  trouble: string | null = null;
  private live = false;
  private readonly vault: Vault;
  private readonly backoff: Backoff;
  private readonly pressedAt = new Map<string, number>();
  private readonly sent = new Map<string, Ballot>();
  private readonly refs = new Map<number, Ballot>();
  private cancelTimer: () => void = () => undefined;

  constructor(private readonly options: BallotBoxOptions) {
    this.vault = new Vault(options.storage, storageKey(options.event), options.owner);
    this.backoff = new Backoff(options.random, 1_000, 15_000);
    this.takeOver();
  }

  /** What this phone knows of its votes in this round of this poll. */
  slot(poll: string, round: number): Slot {
    return this.vault.read().slots[slotKey(poll, round)] ?? emptySlot;
  }

  /** Votes that wait, oldest first. */
  pending(): Ballot[] {
    const slots = Object.values(this.vault.read().slots);
    return slots.flatMap((slot) => slot.pending ?? []).sort((a, b) => a.castAt - b.castAt);
  }

  /** Whether this person ever voted in this event. */
  any(): boolean {
    return Object.keys(this.vault.read().slots).length > 0;
  }

  /** Keeps the vote on this phone first, then sends it. */
  cast(poll: Poll, choice: Choice, abstain: boolean): void {
    const { clock, newVoteId } = this.options;
    const ordered = poll.options.map((option) => option.id).filter((id) => choice.includes(id));
    const ballot = {
      poll: poll.id,
      round: poll.round,
      vote: newVoteId(),
      choice: abstain ? [] : ordered,
      abstain,
      castAt: clock.now(),
      question: poll.question,
      says: words(poll, ordered, abstain),
    };
    this.pressedAt.set(ballot.vote, clock.monotonic());
    this.change(poll.id, poll.round, (slot) => cast(slot, ballot));
    this.flush();
  }

  /** The connection was welcomed: everything that waits is sent. */
  connected(): void {
    this.live = true;
    this.backoff.reset();
    this.flush();
  }

  lost(): void {
    this.live = false;
    this.refs.clear();
    this.cancelTimer();
    this.hinder(null);
  }

  /** Another tab changed what is kept (the `storage` event). It sends its own votes; look later whether it did. */
  storageChanged(key: string | null): void {
    if (key !== null && key !== storageKey(this.options.event)) return;
    this.options.onChange();
    if (this.pending().length > 0) this.again(this.backoff.next(3_000));
  }

  /** Give it every message; true when it was about a vote. */
  receive(message: ServerMessage): boolean {
    switch (message.type) {
      case 'voteCounted':
        this.change(message.poll, message.round, (slot) => counted(slot, message, this.sent.get(message.vote)));
        return this.answered(message.ref);
      case 'voteRefused':
        this.change(message.poll, message.round, (slot) => refused(slot, message));
        return this.answered(message.ref);
      case 'error':
        return this.failed(message);
      default:
        return false;
    }
  }

  private failed(error: ErrorMessage): boolean {
    const ballot = error.ref === null ? undefined : this.refs.get(error.ref);
    if (!ballot) return false;
    if (FINAL.has(error.code)) {
      const { code, message } = error;
      this.change(ballot.poll, ballot.round, (slot) => refused(slot, { vote: ballot.vote, code, message }));
      return this.answered(error.ref);
    }
    this.refs.delete(error.ref ?? 0);
    this.hinder(error.message);
    const later = (errors as Record<string, string>)[error.code] !== 'never';
    if (later) this.again(this.backoff.next(error.retryAfterMs));
    else this.cancelTimer(); // until the next connection
    return true;
  }

  private answered(ref: number | null): boolean {
    this.refs.delete(ref ?? 0);
    this.backoff.reset();
    this.hinder(null);
    if (this.pending().length === 0) this.cancelTimer();
    return true;
  }

  private flush(): void {
    if (!this.live) return;
    for (const ballot of this.pending()) this.post(ballot);
    if (this.pending().length > 0) this.again(ANSWER_WITHIN_MS * (1 + this.options.random()));
  }

  private post(ballot: Ballot): void {
    const { poll, round, vote, seq, choice, abstain } = ballot;
    const ref = this.options.nextRef();
    this.sent.set(vote, ballot);
    this.refs.set(ref, ballot);
    this.options.send({ type: 'castVote', ref, poll, round, vote, seq, choice, abstain, heldMs: this.heldMs(ballot) });
  }

  /**
   * Until it arrives. The longer of both clocks: the wall clock survives a reload, the page's own does not jump. With the way, because
   * who presses just before the lock on a slow network has pressed in time.
   */
  private heldMs({ vote, castAt }: Ballot): number {
    const { clock, wayMs } = this.options;
    const pressed = this.pressedAt.get(vote);
    const onPage = pressed === undefined ? 0 : clock.monotonic() - pressed;
    return Math.max(0, Math.round(Math.max(clock.now() - castAt, onPage) + wayMs()));
  }

  private again(ms: number): void {
    this.cancelTimer();
    this.cancelTimer = this.options.clock.after(ms, () => this.flush());
  }

  private hinder(trouble: string | null): void {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.options.onChange();
  }

  private change(poll: string, round: number, step: (slot: Slot) => Slot): void {
    const kept = this.vault.read();
    const key = slotKey(poll, round);
    const before = kept.slots[key] ?? emptySlot;
    const after = step(before);
    if (after === before) return;
    this.vault.write({ ...kept, slots: { ...kept.slots, [key]: after } });
    this.options.onChange();
  }

  /** Somebody who had to join anew is another person to the server: what waits goes with them, what was counted does not. */
  private takeOver(): void {
    const kept = this.vault.read();
    const { owner } = this.options;
    if (kept.owner === owner) return;
    const waiting = Object.entries(kept.slots).filter(([, slot]) => slot.pending);
    const slots = Object.fromEntries(waiting.map(([key, slot]) => [key, { ...slot, counted: null, refused: null }]));
    this.vault.write({ owner, slots });
  }
}

export const storageKey = (event: string): string => `plenary.votes.${event}`;
