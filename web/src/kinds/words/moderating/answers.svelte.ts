import { CommandError } from '../../../protocol/commands.ts';
import type { AnswerItem, AnswerList, OrganiserWords } from '../../../protocol/messages.gen.ts';
import type { Desk } from '../../../organiser/event/desk.svelte.ts';
import { arranged } from '../../../organiser/moderating/arrange.ts';
import { settle, stepped } from '../../../organiser/moderating/cursor.ts';
import { after, AT_ONCE, before, joined, named, parted, put, standing, type Decision } from './decisions.ts';
import { conflictWords, did, undone } from './sentences.ts';

/** The list is read again so long after the numbers moved, at most as often; milliseconds. */
export const EVERY_MS = 1_000;
/** At most so many steps back. */
const DEPTH = 50;

type Use = 'pointer' | 'focus';
interface Done {
  words: string;
  back: Decision[];
}

/** What a moderator sees of the words of one cloud, and does with them. */
export class Answers {
  list = $state<AnswerList>('waiting');
  search = $state('');
  items = $state.raw<ReadonlyMap<string, AnswerItem>>(new Map());
  ids = $state.raw<readonly string[]>([]);
  /** How many the list has; null before it was read. */
  total = $state<number | null>(null);
  /** Has the hand. */
  current = $state<string | null>(null);
  /** Selected, from whatever list. */
  chosen = $state.raw<ReadonlyMap<string, AnswerItem>>(new Map());
  /** What is open of the one in hand. */
  mode = $state<'list' | 'rename' | 'join'>('list');
  /** The last thing this moderator did, beside Undo. */
  said = $state('');
  /** Why the last act had no effect; empty when it had one. */
  refusal = $state('');
  /** Numbers have moved others past those in a list that is in use. */
  stale = $state(false);
  /** What terms are called, also of other lists, as far as they were seen. */
  names = $state.raw<ReadonlyMap<string, string>>(new Map());
  private history = $state.raw<readonly Done[]>([]);
  readonly canUndo = $derived(this.history.length > 0);
  readonly at = $derived.by(() => (this.current === null ? null : (this.items.get(this.current) ?? null)));
  readonly rows = $derived.by(() => this.ids.flatMap((id) => this.items.get(id) ?? []));
  private readonly uses = new Set<Use>();
  private wanted: readonly string[] = [];
  private reads = 0;
  private lastAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underway: Promise<unknown> = Promise.resolve();

  constructor(
    readonly desk: Desk,
    readonly words: () => OrganiserWords | null,
  ) {}

  /** Another list, or other words are looked for. */
  look(change: { list?: AnswerList; search?: string }): void {
    this.list = change.list ?? this.list;
    this.search = change.search ?? this.search;
    this.mode = 'list';
    this.total = null;
    this.ids = this.wanted = [];
    this.items = new Map();
    void this.read();
  }

  /** The numbers moved: the list is read again, not more than once a second. */
  moved(): void {
    const wait = this.lastAt + EVERY_MS - performance.now();
    if (wait <= 0) return void this.read();
    this.timer ??= setTimeout(() => void this.read(), wait);
  }

  async read(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const words = this.words();
    if (!words || this.desk.blocked !== null) return;
    this.lastAt = performance.now();
    const mine = ++this.reads;
    const { list, search } = this;
    const found = await this.desk
      .run({ type: 'getAnswers', activity: words.id, list, ...(search ? { search } : {}) })
      .catch(() => null);
    // What was decided meanwhile is read again after it.
    if (mine !== this.reads || !found) return;
    this.take(found.items, found.total);
    // What they are joined with may be called otherwise by now.
    if (list === 'joined' && found.items.length > 0) {
      const shown = await this.desk.run({ type: 'getAnswers', activity: words.id, list: 'shown' }).catch(() => null);
      if (shown) this.learn(shown.items);
    }
  }

  /** A pointer or the focus comes into the list, or leaves it: what is in use keeps its order. */
  use(by: Use, on: boolean): void {
    if (on) this.uses.add(by);
    else if (this.uses.delete(by) && this.uses.size === 0 && this.stale) this.arrange();
  }

  /** In order again, though it is in use. */
  fresh(): void {
    this.arrange(false);
  }

  stop(): void {
    this.reads++;
    clearTimeout(this.timer);
  }

  step(by: number): void {
    this.current = stepped(this.ids, this.current, by);
  }

  toggle(id: string): void {
    const next = new Map(this.chosen);
    const item = this.items.get(id);
    if (!next.delete(id) && item) next.set(id, item);
    this.chosen = next;
    if (next.size < 2 && this.mode === 'join') this.mode = 'list';
  }

  clear(): void {
    this.chosen = new Map();
    if (this.mode === 'join') this.mode = 'list';
  }

  /** What is selected, else the one in hand; as it is known by now. */
  about(): AnswerItem[] {
    if (this.chosen.size === 0) return this.at ? [this.at] : [];
    return [...this.chosen.values()].map((item) => this.items.get(item.answer) ?? item);
  }

  show = (): Promise<boolean> => this.all(this.about(), (item) => put(item, 'shown'), 'shown');
  hide = (): Promise<boolean> => this.all(this.about(), (item) => put(item, 'hidden'), 'hidden');
  part = (item: AnswerItem): Promise<boolean> => this.all([item], parted, 'parted');
  rename = (item: AnswerItem, text: string): Promise<boolean> => this.all([item], (it) => named(it, text), 'renamed');

  /** Counts all of them as one, which is called so. */
  join(items: readonly AnswerItem[], into: AnswerItem, called: string): Promise<boolean> {
    const name = called === into.text ? standing(into) : named(into, called);
    const decisions = items.map((item) => (item.answer === into.answer ? name : joined(item, into.answer)));
    // One that keeps its name has nothing to be decided.
    return this.decide(
      items,
      decisions.filter((decision) => decision !== name || called !== into.text),
      did('joined', items, called),
    );
  }

  async undo(): Promise<void> {
    await this.underway;
    const last = this.history.at(-1);
    if (!last) return;
    this.history = this.history.slice(0, -1);
    const done = await this.send(last.back);
    if (done.length === last.back.length) this.said = undone(last.words);
    void this.read();
  }

  private all(
    items: readonly AnswerItem[],
    decision: (item: AnswerItem) => Decision,
    as: Parameters<typeof did>[0],
  ): Promise<boolean> {
    const decisions = items.map(decision);
    return this.decide(items, decisions, did(as, items, decisions[0]?.called ?? items[0]?.text ?? ''));
  }

  private decide(seen: readonly AnswerItem[], decisions: Decision[], words: string): Promise<boolean> {
    const made = this.underway.then(async () => {
      const done = await this.send(decisions);
      const items = seen.filter(({ answer }) => done.some((one) => one.answer === answer));
      if (items.length === 0) return false;
      this.history = [...this.history, { words, back: before(items) }].slice(-DEPTH);
      const now = new Map(done.map((one) => [one.answer, one]));
      this.items = new Map([...this.items].map(([id, item]) => [id, now.has(id) ? after(item, now.get(id)!) : item]));
      if (done.length === decisions.length) {
        this.said = words;
        this.mode = 'list';
        this.chosen = new Map();
      }
      void this.read();
      return done.length === decisions.length;
    });
    this.underway = made.catch(() => undefined);
    return made;
  }

  /** Those that were done: all, or the first ones of many. */
  private async send(decisions: readonly Decision[]): Promise<readonly Decision[]> {
    const words = this.words();
    let done = 0;
    try {
      for (; words && done < decisions.length; done += AT_ONCE) {
        const answers = decisions.slice(done, done + AT_ONCE) as [Decision, ...Decision[]];
        await this.desk.run({ type: 'moderateAnswers', activity: words.id, round: words.round, answers });
      }
      this.refusal = '';
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.refusal = error.code === 'conflict' ? conflictWords(this.nameOf(decisions)) : error.message;
      void this.read();
    }
    return decisions.slice(0, done);
  }

  private nameOf = (decisions: readonly Decision[]): string | null =>
    decisions.length === 1 ? (this.names.get(decisions[0]!.answer) ?? null) : null;

  private take(items: readonly AnswerItem[], total: number): void {
    this.learn(items);
    this.items = new Map(items.map((item) => [item.answer, item]));
    this.wanted = items.map(({ answer }) => answer);
    this.total = total;
    const chosen = [...this.chosen].map(([id, item]) => [id, this.items.get(id) ?? item] as const);
    this.chosen = new Map(chosen);
    this.arrange();
  }

  private learn(items: readonly AnswerItem[]): void {
    this.names = new Map([...this.names, ...items.map(({ answer, text }) => [answer, text] as const)]);
  }

  private arrange(inUse = this.uses.size > 0): void {
    const before = this.ids;
    const { ids, stale } = arranged(before, this.wanted, inUse);
    this.ids = ids;
    this.stale = stale;
    this.current = this.current === null ? (ids[0] ?? null) : settle(before, ids, this.current);
    if (this.mode === 'rename' && !before.includes(this.current ?? '')) this.mode = 'list';
  }
}
