import { Outbox, type OutboxOptions, type Use } from '../protocol/outbox.ts';
import type { AttendeeQuestions, CastUpvote, ServerMessage } from '../protocol/messages.gen.ts';
import { passing } from '../protocol/closes.gen.ts';
import { isCount, isObject, isText } from '../protocol/localStore.ts';

/** An upvote, or its withdrawal, as it is kept until it is answered. */
export interface Upvote extends Omit<CastUpvote, 'type' | 'ref'> {
  /** Wall clock of the tap, ms since 1970. */
  castAt: number;
}

/** All this phone knows of its person's upvote on one question. */
export interface UpvoteSlot {
  /** Highest sequence number used by, or known of, this person here. */
  seq: number;
  /** What stands on the server. */
  on: boolean;
  pending: Upvote | null;
}

const emptySlot: UpvoteSlot = { seq: 0, on: false, pending: null };
type Qa = Pick<AttendeeQuestions, 'id' | 'round'>;
const slotKey = (activity: string, round: number, n: number): string => `${activity}:${round}:${n}`;

const isUpvote = (up: unknown) =>
  isObject(up) &&
  isText(up['activity']) &&
  ['round', 'n', 'seq', 'castAt'].every((name) => isCount(up[name])) &&
  typeof up['on'] === 'boolean';

/** What stands now; a tap that is not answered yet goes on waiting. */
const stands = (slot: UpvoteSlot, { seq, on }: { seq: number; on: boolean }, answered: number): UpvoteSlot => {
  const pending = slot.pending?.seq === answered ? null : slot.pending;
  const known = slot.seq > 0 && !slot.pending && seq < slot.seq ? slot.on : on; // an answer that was overtaken
  return { seq: Math.max(slot.seq, seq), on: known, pending };
};

const upvotes: Use<UpvoteSlot, Upvote, CastUpvote> = {
  name: 'upvotes',
  empty: emptySlot,
  isSlot: (slot) =>
    isObject(slot) &&
    isCount(slot['seq']) &&
    typeof slot['on'] === 'boolean' &&
    (slot['pending'] === null || isUpvote(slot['pending'])),
  pending: (slot) => slot.pending,
  key: ({ activity, round, n }) => slotKey(activity, round, n),
  id: ({ activity, round, seq }) => `${activity}:${round}:${seq}`,
  message: ({ activity, round, n, seq, on }, ref) => ({ type: 'castUpvote', ref, activity, round, n, seq, on }),
  final: { has: (code) => !passing.has(code) },
  refuse: (slot, { seq }) => (slot.pending?.seq === seq ? { ...slot, pending: null } : slot),
  takeOver: (slot) => ({ ...slot, on: false }),
};

/** One's own upvotes: registers of (seq, on) per question; the highest `seq` stands, on the phone as on the server. */
export class UpvoteBook {
  private readonly outbox: Outbox<UpvoteSlot, Upvote, CastUpvote>;

  constructor(
    private readonly options: OutboxOptions<CastUpvote>,
    /** An upvote was refused for good, with the server's words. */
    private readonly onRefused: (n: number, code: string, message: string) => void = () => undefined,
  ) {
    this.outbox = new Outbox(options, upvotes);
  }

  get trouble(): string | null {
    return this.outbox.trouble;
  }

  slot({ id, round }: Qa, n: number): UpvoteSlot {
    return this.outbox.slot(slotKey(id, round, n));
  }

  /** Whether this person upvotes it, as far as this phone knows: its own last tap counts. */
  on(qa: Qa, n: number): boolean {
    const { pending, on } = this.slot(qa, n);
    return pending?.on ?? on;
  }

  pending(): Upvote[] {
    return this.outbox.pending();
  }

  /** Keeps the tap on this phone first, then sends it. `seq` is one more than any this person used here. */
  cast({ id, round }: Qa, n: number, on: boolean): void {
    const slots = this.outbox.slots();
    const used = Object.keys(slots)
      .filter((key) => key.startsWith(`${id}:${round}:`))
      .map((key) => slots[key]!.seq);
    const seq = 1 + Math.max(0, ...used);
    const pending = { activity: id, round, n, seq, on, castAt: this.options.clock.now() };
    this.outbox.change(slotKey(id, round, n), (slot) => ({ ...slot, seq, pending }));
    this.outbox.flush();
  }

  connected = (): void => this.outbox.connected();
  lost = (): void => this.outbox.lost();
  storageChanged = (key: string | null): void => this.outbox.storageChanged(key);

  /** Give it every message; true when it was about an upvote. */
  receive(message: ServerMessage): boolean {
    switch (message.type) {
      case 'upvoteCounted': {
        const { activity, round, n, seq } = message;
        this.outbox.change(slotKey(activity, round, n), (slot) => stands(slot, message, seq));
        return this.outbox.answered(message.ref);
      }
      case 'upvoteRefused': {
        const { activity, round, n, seq, counted, code } = message;
        this.outbox.change(slotKey(activity, round, n), (slot) =>
          counted ? stands(slot, counted, seq) : { ...slot, pending: slot.pending?.seq === seq ? null : slot.pending },
        );
        if (!counted) this.onRefused(n, code, message.message);
        return this.outbox.answered(message.ref);
      }
      case 'error':
        return this.outbox.failed(message);
      default:
        return false;
    }
  }
}
