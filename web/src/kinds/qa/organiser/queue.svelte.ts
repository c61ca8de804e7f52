import { beside } from '../../../protocol/activity.ts';
import type {
  Id,
  OrganiserQuestions,
  QueueItem,
  QuestionState,
  ServerMessage,
} from '../../../protocol/messages.gen.ts';
import type { Desk } from '../../../organiser/event/desk.svelte.ts';
import { Columns } from './columns.svelte.ts';
import { kept, settle, stepped } from '../../../organiser/moderating/cursor.ts';
import { begin, learnt, mergedByRoot, moved, others, type Feed } from './feed.ts';
import { other, SIDES, tabOf, type Beside, type Filter, type Side, type Sort } from './lists.ts';
import type { Mode } from './keys.ts';
import { pagesOf } from './pages.ts';
import { meanwhile } from './sentences.ts';

/** A head that was refused is asked for again after this, milliseconds. */
const AGAIN_MS = 2_000;
/** What is read after the head, the first of it first. Withdrawn ones have nothing to read. */
const READ: readonly QuestionState[] = ['live', 'published', 'waiting', 'merged', 'answered', 'declined', 'archived'];

/**
 * What a moderator sees of the questions of one room: all of them, so that looking for some asks nobody. What she does
 * is in Moderation.
 */
export class Queue {
  feed = $state.raw<Feed | null>(null);
  /** The column that has the hand. */
  side = $state<Side>('waiting');
  /** The question that has the hand. */
  current = $state<Id | null>(null);
  chosen = $state.raw<ReadonlySet<Id>>(new Set());
  mode = $state<Mode>('list');
  /** What somebody else did to what this moderator was at; null when nothing is to be told. */
  news = $state<string | null>(null);
  /** Whether everything of this state was read. */
  read = $state.raw<ReadonlySet<QuestionState>>(new Set());
  /** Sent away by this moderator; the answer is still to come. They are not shown meanwhile. */
  leaving = $state.raw<ReadonlySet<Id>>(new Set());
  readonly columns = new Columns(() => this.settled());
  /** Where the hand was in each column. */
  private readonly was: Record<Side, Id | null> = { waiting: null, beside: null };
  private watches = 0;
  private catchingUp = false;
  /** What was heard of since the head. */
  private heard: Set<Id> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly desk: Desk) {}

  readonly questions: OrganiserQuestions | null = $derived.by(() => beside(this.desk.snapshot, 'qa'));
  readonly counts = $derived.by(() => this.feed?.counts ?? this.questions?.counts ?? null);
  private readonly waiting = $derived.by(() => this.columns.ids.waiting.filter((id) => !this.leaving.has(id)));
  private readonly beside = $derived.by(() => this.columns.ids.beside.filter((id) => !this.leaving.has(id)));
  readonly at = $derived.by(() => (this.current === null ? null : (this.item(this.current) ?? null)));
  /** Every label in use. */
  readonly labels = $derived.by(() =>
    [...new Set([...(this.feed?.items.values() ?? [])].flatMap(({ labels }) => labels ?? []))].sort(),
  );
  private readonly merged = $derived.by(() => mergedByRoot([...(this.feed?.items.values() ?? [])]));

  /** What a column shows, in its order. */
  ids = (side: Side): readonly Id[] => (side === 'waiting' ? this.waiting : this.beside);
  /** So many of them as are drawn. */
  rows = (side: Side): QueueItem[] =>
    this.ids(side)
      .slice(0, this.columns.most[side])
      .flatMap((id) => this.feed?.items.get(id) ?? []);
  shows = (id: Id): boolean => this.sideOf(id) !== null;
  sideOf = (id: Id): Side | null => SIDES.find((side) => this.ids(side).includes(id)) ?? null;
  /** What was merged into a question, first asked first; not what was merged into those. */
  mergedInto = (id: Id): readonly QueueItem[] => this.merged.get(id) ?? [];
  item = (id: Id): QueueItem | undefined => this.feed?.items.get(id);

  /** Follows the queue from now on; again after every reconnection, and when a frame was missed. */
  async watch(): Promise<void> {
    const activity = this.questions?.id;
    if (activity === undefined) return;
    const mine = ++this.watches;
    this.catchingUp = true;
    const head = await this.desk.run({ type: 'watchQueue', activity, on: true }).catch(() => null);
    if (mine !== this.watches) return;
    this.catchingUp = false;
    if (!head) return this.later();
    const first = this.feed === null;
    this.heard = new Set(head.items.map(({ id }) => id));
    this.read = new Set(head.more ? [] : ['waiting' as const]);
    this.change(() => {
      this.leaving = new Set();
      this.feed = begin(head, this.feed);
    });
    if (first) this.current = this.waiting[0] ?? null;
    const left = READ.filter((state) => head.counts[state] > 0 && !this.read.has(state));
    if (await this.readAll(mine, activity, left).catch(() => true)) this.later();
  }

  /** Answers whether it has to be tried again. */
  private async readAll(mine: number, activity: Id, states: readonly QuestionState[]): Promise<boolean> {
    for (const state of states) {
      for await (const items of pagesOf((command) => this.desk.run(command), activity, state)) {
        if (mine !== this.watches) return false;
        items.forEach(({ id }) => this.heard?.add(id));
        this.change(() => this.feed && (this.feed = { ...this.feed, items: learnt(this.feed.items, items) }));
      }
      this.read = new Set([...this.read, state]);
    }
    // What nothing was heard of is no more: it was withdrawn, or the questions were reset, while frames were missed.
    const heard = this.heard ?? new Set();
    this.heard = null;
    this.read = new Set(READ);
    this.change(() => {
      if (!this.feed || ![...this.feed.items.keys()].some((id) => !heard.has(id))) return;
      this.feed = { ...this.feed, items: new Map([...this.feed.items].filter(([id]) => heard.has(id))) };
    });
    return false;
  }

  receive(message: ServerMessage): void {
    if (!this.feed || !('activity' in message) || message.activity !== this.questions?.id) return;
    if (message.type === 'hands') this.feed = { ...this.feed, hands: others(message.hands, this.feed.hand) };
    // What comes before the head that was asked for is in it.
    if (message.type !== 'queueMoved' || this.catchingUp) return;
    const next = moved(this.feed, message);
    if (next === null) return void this.watch();
    if (next === this.feed) return;
    const put = (message.put ?? []).map(({ id }) => id);
    put.forEach((id) => this.heard?.add(id));
    const own = new Set(put.filter((id) => this.leaving.has(id)));
    this.change(() => {
      this.feed = next;
      this.stay([...own]);
    }, own);
  }

  look(change: Partial<Filter>): void {
    this.columns.filter = { ...this.columns.filter, ...change };
    this.chosen = new Set();
    if (this.mode === 'decline') this.mode = 'list';
    this.turned(this.side);
  }

  tab = (tab: Beside): void => {
    if (tab !== this.columns.tab) {
      this.columns.tab = tab;
      this.chosen = new Set();
      if (this.mode === 'decline') this.mode = 'list';
    }
    this.turned('beside');
  };

  sort(sort: Sort): void {
    this.columns.sort = sort;
    this.turned(this.side);
  }

  /** In order again, though it is in use: this moderator wants it. */
  fresh(side: Side): void {
    const { most } = this.columns;
    this.columns.anew(this.feed?.items ?? null);
    this.columns.most = most;
    this.settle(this.ids(side));
  }

  /** Another list: the hand stays where it was if that is still there. */
  private turned(side: Side): void {
    this.columns.anew(this.feed?.items ?? null);
    this.side = side;
    if (this.current === null || !this.ids(side).includes(this.current)) this.current = this.ids(side)[0] ?? null;
  }

  /** The hand goes to this question. */
  take(id: Id): void {
    this.side = this.sideOf(id) ?? this.side;
    this.current = id;
    this.was[this.side] = id;
    this.columns.upTo(this.side, this.ids(this.side).indexOf(id));
  }

  step(by: number): void {
    if (by === -Infinity) this.columns.anew(this.feed?.items ?? null);
    const next = stepped(this.ids(this.side), this.current, by);
    if (next !== null) this.take(next);
  }

  /** To the other column, where the hand was before. */
  cross(to: Side = other(this.side)): void {
    const ids = this.ids(to);
    const before = this.was[to];
    const next = before !== null && ids.includes(before) ? before : ids[0];
    this.side = to;
    this.current = next ?? null;
  }

  /** The server could not say now. A connection that was lost asks again by itself. */
  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.desk.blocked === null && void this.watch(), AGAIN_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.columns.stop();
  }

  /** Not shown until it is known what became of them; the hand goes on. */
  leave(ids: readonly Id[]): void {
    const before = this.ids(this.side);
    this.leaving = new Set([...this.leaving, ...ids]);
    this.settle(before);
  }

  /** They stay after all. */
  stay(ids: readonly Id[]): void {
    if (ids.length > 0) this.leaving = new Set([...this.leaving].filter((id) => !ids.includes(id)));
  }

  /**
   * The lists follow what is known, and so does the hand. Whoever was at a question that went away is told.
   *
   * @param own what this moderator did herself
   */
  private change(change: () => void, own: ReadonlySet<Id> = new Set()): void {
    const { at } = this;
    const before = this.ids(this.side);
    change();
    this.columns.follow(this.feed?.items ?? null);
    const now = at && this.item(at.id);
    const went = at !== null && !own.has(at.id) && !this.leaving.has(at.id) && now?.state !== at.state;
    if (went && !this.ids(this.side).includes(at.id)) this.news = meanwhile(at, now ?? at);
    this.settle(before);
  }

  /** The lists were put in order by themselves. */
  private settled(): void {
    this.columns.follow(this.feed?.items ?? null);
    this.settle(this.ids(this.side));
  }

  private settle(before: readonly Id[]): void {
    const ids = this.ids(this.side);
    this.current = settle(before, ids, this.current);
    this.chosen = kept(this.chosen, SIDES.flatMap(this.ids));
    if (this.mode === 'decline' && this.current === null) this.mode = 'list';
  }

  /** The tab in which a question stands is shown; false when it is in none. */
  reveal(id: Id): boolean {
    const tab = tabOf(this.item(id)?.state ?? 'withdrawn');
    if (tab === null) return false;
    if (tab !== 'waiting' && tab !== this.columns.tab) this.tab(tab);
    return this.shows(id);
  }
}
