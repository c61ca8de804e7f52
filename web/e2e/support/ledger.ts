export type State = 'waiting' | 'published' | 'live' | 'answered' | 'declined' | 'merged' | 'archived' | 'withdrawn';

/** One question, as it ought to stand after everything that was done with it. */
export interface Entry {
  text: string;
  name: string | null;
  state: State;
  /** Given when it was published; null: never was. */
  n: number | null;
  reason: string | null;
  note: string | null;
  labels: string[];
  answer: string | null;
  how: 'live' | 'written' | null;
  into: Entry | null;
}

/**
 * Counts questions and upvotes from what people asked and did, with no number of the server's but those that it gave to
 * questions.
 */
export class Ledger {
  readonly entries: Entry[] = [];
  private readonly people = new Map<Entry, Set<string>>();

  asked(text: string, name: string | null = null): void {
    const entry: Entry = {
      text,
      name,
      state: 'waiting',
      n: null,
      reason: null,
      note: null,
      labels: [],
      answer: null,
      how: null,
      into: null,
    };
    this.entries.push(entry);
    this.people.set(entry, new Set());
  }

  of(text: string): Entry {
    const found = this.entries.find((entry) => entry.text === text);
    if (!found) throw new Error(`Nobody asked ${text}`);
    return found;
  }

  set(text: string, change: Partial<Entry>): void {
    Object.assign(this.of(text), change);
  }

  merge = (text: string, into: string): void => this.set(text, { state: 'merged', into: this.of(into) });
  unmerge = (text: string): void => this.set(text, { state: 'published', into: null });

  /** Somebody upvotes a question, or takes that back: then for everything that is merged into it, too. */
  upvote(who: string, text: string, on: boolean): void {
    const entry = this.of(text);
    if (on) this.people.get(entry)!.add(who);
    else this.group(entry).forEach((each) => this.people.get(each)!.delete(who));
  }

  /** Upvotes of this very question. */
  raw = (entry: Entry): number => this.people.get(entry)!.size;

  /** Upvotes of it and of all that is merged into it, every person once. */
  union = (entry: Entry): number => new Set(this.group(entry).flatMap((each) => [...this.people.get(each)!])).size;

  upvotes = (text: string): number => this.union(this.of(text));
  in = (...states: State[]): Entry[] => this.entries.filter(({ state }) => states.includes(state));

  /** What the room sees, in the order of its list. */
  get list(): Entry[] {
    return this.in('published', 'live', 'answered').sort((a, b) => this.union(b) - this.union(a) || a.n! - b.n!);
  }

  private group(root: Entry): Entry[] {
    return [root, ...this.entries.filter(({ into }) => into === root)];
  }
}
