import { cast, counted, emptySlot, refused, slotKey, type Ballot, type Slot, type Vote } from './ballot.ts';
import type { BallotActivity } from './activity.ts';
import { isBallotSlot } from './ballotSlot.ts';
import { endsVote } from '../protocol/closes.gen.ts';
import { Outbox, storageKey as keyOf, type OutboxOptions, type Use } from '../protocol/outbox.ts';
import type { CastVote, ServerMessage, VoteRefused } from '../protocol/messages.gen.ts';

export interface BallotBoxOptions extends OutboxOptions<CastVote> {
  /** A new vote id: 16 to 32 symbols of A-Z a-z 0-9 _ -, at random. */
  newVoteId: () => string;
  /** How long a message takes to the server, milliseconds. */
  wayMs: () => number;
}

/** A vote that is refused as too late after this, milliseconds, may have waited on the way. */
const SLOW_MS = 1_000;
/** So often it is sent once more for that. */
const ONCE_MORE = 2;

/** What is voted on. */
export type Asked = Pick<BallotActivity, 'id' | 'round' | 'question'>;

const votes: Omit<Use<Slot, Ballot, CastVote>, 'message'> = {
  name: 'votes',
  empty: emptySlot,
  isSlot: isBallotSlot,
  pending: (slot) => slot.pending,
  key: ({ activity, round }) => slotKey(activity, round),
  id: ({ vote }) => vote,
  final: endsVote,
  refuse: (slot, { vote }, { code, message }) => refused(slot, { vote, code, message }),
  takeOver: (slot) => ({ ...slot, counted: null, refused: null }),
};

/**
 * Keeps every vote until the server has counted or refused it, over reloads, lost networks and two tabs (PROTOCOL.md,
 * "A vote").
 */
export class BallotBox {
  private readonly outbox: Outbox<Slot, Ballot, CastVote>;
  private readonly pressedAt = new Map<string, number>();
  private readonly sentAt = new Map<number, number>();
  /** How often each vote came late because of its way. */
  private readonly slow = new Map<string, number>();

  constructor(private readonly options: BallotBoxOptions) {
    this.outbox = new Outbox(options, { ...votes, message: (ballot, ref) => this.message(ballot, ref) });
  }

  /** Why a vote still waits although there is a connection: the server's own words, or null when all is well. */
  get trouble(): string | null {
    return this.outbox.trouble;
  }

  /** What this phone knows of its votes in this round of this activity. */
  slot(activity: string, round: number): Slot {
    return this.outbox.slot(slotKey(activity, round));
  }

  /** Votes that wait, oldest first. */
  pending(): Ballot[] {
    return this.outbox.pending();
  }

  /** Whether this person ever voted in this event. */
  any(): boolean {
    return Object.keys(this.outbox.slots()).length > 0;
  }

  /**
   * Keeps the vote on this phone first, then sends it.
   *
   * @param says the vote in words
   */
  cast({ id, round, question }: Asked, vote: Vote, says: string): void {
    const { clock, newVoteId } = this.options;
    const { answer, abstain } = vote;
    const ballot = {
      activity: id,
      round,
      vote: newVoteId(),
      answer,
      abstain,
      castAt: clock.now(),
      question,
      says,
    };
    this.pressedAt.set(ballot.vote, clock.monotonic());
    this.outbox.change(slotKey(id, round), (slot) => cast(slot, ballot));
    this.outbox.flush();
  }

  connected = (): void => this.outbox.connected();
  lost = (): void => this.outbox.lost();
  storageChanged = (key: string | null): void => this.outbox.storageChanged(key);

  /** Give it every message; true when it was about a vote. */
  receive(message: ServerMessage): boolean {
    switch (message.type) {
      case 'voteCounted':
        this.outbox.change(slotKey(message.activity, message.round), (slot) =>
          counted(slot, message, this.outbox.sent(message.vote)),
        );
        return this.outbox.answered(message.ref);
      case 'voteRefused':
        if (this.onItsWay(message)) return this.outbox.answered(message.ref);
        this.outbox.change(slotKey(message.activity, message.round), (slot) => refused(slot, message));
        return this.outbox.answered(message.ref);
      case 'error':
        return this.outbox.failed(message);
      default:
        return false;
    }
  }

  private message(ballot: Ballot, ref: number): CastVote {
    const { activity, round, vote, seq, answer, abstain } = ballot;
    this.sentAt.set(ref, this.options.clock.monotonic());
    return { type: 'castVote', ref, activity, round, vote, seq, answer, abstain, heldMs: this.heldMs(ballot) };
  }

  /** Whether a vote was late because of its way, which it could not know: sent again, it says how long it took. */
  private onItsWay({ code, ref, vote }: VoteRefused): boolean {
    const often = this.slow.get(vote) ?? 0;
    const took = this.options.clock.monotonic() - (this.sentAt.get(ref) ?? Infinity);
    if (code !== 'tooLate' || took < SLOW_MS || often === ONCE_MORE) return false;
    this.slow.set(vote, often + 1);
    return true;
  }

  /**
   * Until it arrives. The longer of both clocks: the wall clock survives a reload, the page's own does not jump. With
   * the way, because who presses just before the lock on a slow network has pressed in time.
   */
  private heldMs({ vote, castAt }: Ballot): number {
    const { clock, wayMs } = this.options;
    const pressed = this.pressedAt.get(vote);
    const onPage = pressed === undefined ? 0 : clock.monotonic() - pressed;
    return Math.max(0, Math.round(Math.max(clock.now() - castAt, onPage) + wayMs()));
  }
}

export const storageKey = (event: string): string => keyOf('votes', event);
