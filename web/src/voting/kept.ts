import type { NamedKeyValue } from '../protocol/environment.ts';
import { isObject, isText, type Stored } from '../protocol/localStore.ts';
import { storageKey } from '../protocol/outbox.ts';
import type { Slot } from './ballot.ts';

/** A vote that was counted, as its person finds it again. */
export interface Kept {
  question: string;
  receipt: string;
  /** What was chosen, in words; absent once the event is over: then only the receipt is left. */
  says?: string | undefined;
}
export interface KeptOfEvent {
  event: string;
  name: string;
  votes: Kept[];
}
interface Receipts {
  name: string;
  votes: Kept[];
}

const VOTES = storageKey('votes', '');
const RECEIPTS = storageKey('receipts', '');
const PLACE = 'plenary.place.';
/** An event nobody came back to for so long is over. Milliseconds. */
const OVER_AFTER_MS = 30 * 86_400_000;

/** What a phone keeps of votes that were counted; storage that is missing or garbled keeps nothing. */
export class KeptVotes {
  constructor(private readonly storage: NamedKeyValue | null) {}

  /** All events, those with a place on this phone first. */
  all(): KeptOfEvent[] {
    const events = new Set([...this.names(VOTES), ...this.names(RECEIPTS)]);
    return [...events]
      .map((event) => ({
        event,
        name: this.nameOf(event),
        votes: [...this.live(event), ...this.receipts(event).votes],
      }))
      .filter(({ votes }) => votes.length > 0);
  }

  /**
   * An event is over: what was chosen goes, receipts stay until their person takes them away. In a storage that is full
   * they get the room of what was chosen, in this event and then in others, the one not visited for longest first.
   */
  over(event: string): void {
    const votes = this.live(event).map(({ question, receipt }) => ({ question, receipt }));
    const kept = this.receipts(event);
    const known = new Set(kept.votes.map(({ receipt }) => receipt));
    const all = [...kept.votes, ...votes.filter(({ receipt }) => !known.has(receipt))];
    const receipts: Receipts = { name: this.nameOf(event), votes: all };
    this.remove(VOTES + event);
    if (all.length === 0) return;
    while (!this.write(RECEIPTS + event, receipts)) {
      const other = this.longestAway();
      if (other === undefined) return void this.write(RECEIPTS + event, { ...receipts, name: '' });
      this.over(other);
    }
  }

  /** Every event this phone has no place in any more, or was last in long ago. */
  tidy(now: number): void {
    for (const event of this.names(VOTES)) {
      const at = this.read(PLACE + event)?.['at'];
      if (typeof at !== 'number' || now - at > OVER_AFTER_MS) this.over(event);
    }
  }

  /**
   * Takes a receipt away, and with it what was chosen. The vote counts all the same. Returns what undoes it, as long as
   * no other vote was counted in its place.
   */
  forget(event: string, receipt: string): () => void {
    const undo = [this.forgetVote(event, receipt), this.forgetReceipt(event, receipt)];
    return () => undo.forEach((each) => each?.());
  }

  private forgetVote(event: string, receipt: string): (() => void) | null {
    const stored = this.stored(event);
    const [key, slot] = Object.entries(stored?.slots ?? {}).find(([, each]) => each.counted?.receipt === receipt) ?? [];
    if (!stored || !key || !slot) return null;
    // Its number stays, so that a later vote is taken for the newer one.
    stored.slots[key] = { ...slot, counted: null, refused: null };
    this.write(VOTES + event, stored);
    return () => {
      const now = this.stored(event);
      if (!now?.slots[key] || now.slots[key].counted) return;
      now.slots[key] = { ...now.slots[key], counted: slot.counted };
      this.write(VOTES + event, now);
    };
  }

  private forgetReceipt(event: string, receipt: string): (() => void) | null {
    const kept = this.receipts(event);
    const at = kept.votes.findIndex((each) => each.receipt === receipt);
    if (at < 0) return null;
    const votes = kept.votes.filter((_, index) => index !== at);
    if (votes.length > 0) this.write(RECEIPTS + event, { ...kept, votes });
    else this.remove(RECEIPTS + event);
    return () => {
      const { votes: now } = this.receipts(event);
      this.write(RECEIPTS + event, { ...kept, votes: [...now.slice(0, at), kept.votes[at]!, ...now.slice(at)] });
    };
  }

  /** Of the events in which nothing waits to be sent, the one that was visited longest ago. */
  private longestAway(): string | undefined {
    const at = (event: string) => Number(this.read(PLACE + event)?.['at'] ?? 0);
    const waits = (event: string) => Object.values(this.stored(event)?.slots ?? {}).some(({ pending }) => pending);
    return this.names(VOTES)
      .filter((event) => !waits(event))
      .sort((one, other) => at(one) - at(other))[0];
  }

  private stored(event: string): Stored<Slot> | null {
    const stored = this.read(VOTES + event);
    return isObject(stored?.['slots']) ? (stored as unknown as Stored<Slot>) : null;
  }

  private live(event: string): Kept[] {
    return Object.values(this.stored(event)?.slots ?? {}).flatMap(({ counted }) =>
      counted && isText(counted.receipt)
        ? [{ question: counted.question ?? 'A poll', receipt: counted.receipt, says: counted.says }]
        : [],
    );
  }

  private receipts(event: string): Receipts {
    const kept = this.read(RECEIPTS + event) as Partial<Receipts> | null;
    const votes = Array.isArray(kept?.votes) ? kept.votes.filter((each) => isText(each?.receipt)) : [];
    return { name: isText(kept?.name) ? kept.name : '', votes };
  }

  private nameOf(event: string): string {
    const place = this.read(PLACE + event)?.['event'];
    return (
      (isObject(place) && isText(place['name']) && place['name']) || this.receipts(event).name || 'An earlier event'
    );
  }

  private names(prefix: string): string[] {
    const found: string[] = [];
    try {
      for (let i = 0; i < this.storage!.length; i++) {
        const name = this.storage!.key(i)!;
        if (name.startsWith(prefix)) found.push(name.slice(prefix.length));
      }
    } catch {
      // nothing is kept, then
    }
    return found;
  }

  private read(name: string): Record<string, unknown> | null {
    try {
      const value: unknown = JSON.parse(this.storage?.getItem(name) ?? 'null');
      return isObject(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** False: the storage is full. */
  private write(name: string, value: unknown): boolean {
    try {
      this.storage?.setItem(name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  private remove(name: string): void {
    try {
      this.storage?.removeItem(name);
    } catch {
      // it was not kept
    }
  }
}
