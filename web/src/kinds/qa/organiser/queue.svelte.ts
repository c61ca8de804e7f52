import { beside } from '../../../protocol/activity.ts';
import type { Id, OrganiserQuestions, QueueItem, ServerMessage } from '../../../protocol/messages.gen.ts';
import type { Desk } from '../../../organiser/event/desk.svelte.ts';
import { kept, settle, stepped } from './cursor.ts';
import { begin, learnt, mergedByRoot, moved, others, type Feed } from './feed.ts';
import { changed, extended, fits, opened, sameView, type List, type Tab, type View } from './lists.ts';
import type { Mode } from './keys.ts';
import { Pages } from './pages.ts';
import { elsewhere, meanwhile } from './sentences.ts';

/** How many pages of merged questions are looked through for the ones below what is shown. */
const MERGED_PAGES = 20;

/** A head that was refused is asked for again after this, milliseconds. */
const AGAIN_MS = 2_000;

/** What a moderator sees of the questions of one room. What she does is in Moderation. */
export class Queue {
  feed = $state.raw<Feed | null>(null);
  list = $state.raw<List | null>(null);
  view = $state.raw<View>({ tab: 'waiting', label: null, search: '' });
  /** The question that has the hand. */
  current = $state<Id | null>(null);
  chosen = $state.raw<ReadonlySet<Id>>(new Set());
  mode = $state<Mode>('list');
  loading = $state(false);
  /** What somebody else did to what this moderator was at; null when nothing is to be told. */
  news = $state<string | null>(null);
  /** Sent away by this moderator; the answer is still to come. They are not shown meanwhile. */
  leaving = $state.raw<ReadonlySet<Id>>(new Set());
  private asked = 0;
  private watches = 0;
  private catchingUp = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pages: Pages | null = null;

  constructor(readonly desk: Desk) {}

  readonly questions: OrganiserQuestions | null = $derived.by(() => beside(this.desk.snapshot, 'qa'));
  readonly counts = $derived.by(() => this.feed?.counts ?? this.questions?.counts ?? null);
  readonly ids = $derived.by(() => (this.list?.ids ?? []).filter((id) => !this.leaving.has(id)));
  readonly rows = $derived.by(() => this.ids.flatMap((id) => this.feed?.items.get(id) ?? []));
  readonly at = $derived.by(() => (this.current === null ? null : (this.item(this.current) ?? null)));
  /** Every label in use, as far as it is known here. */
  readonly labels = $derived.by(() =>
    [...new Set([...(this.feed?.items.values() ?? [])].flatMap(({ labels }) => labels ?? []))].sort(),
  );

  private readonly merged = $derived.by(() => mergedByRoot([...(this.feed?.items.values() ?? [])]));
  /** What was merged into a question, first asked first; not what was merged into those. */
  mergedInto = (id: Id): readonly QueueItem[] => this.merged.get(id) ?? [];
  item = (id: Id): QueueItem | undefined => this.feed?.items.get(id);

  /** Follows the queue from now on; again after every reconnection, and when a frame was missed. */
  async watch(): Promise<void> {
    const activity = this.questions?.id;
    if (activity === undefined) return;
    this.pages = new Pages((command) => this.desk.run(command), activity);
    const mine = ++this.watches;
    this.catchingUp = true;
    const head = await this.desk.run({ type: 'watchQueue', activity, on: true }).catch(() => null);
    if (mine !== this.watches) return;
    this.catchingUp = false;
    if (!head) return this.later();
    const first = this.feed === null;
    const { at } = this;
    this.leaving = new Set();
    this.feed = begin(head, this.feed);
    if (first && sameView(this.view, { tab: 'waiting', label: null, search: '' })) {
      this.show(
        opened(this.view, {
          items: head.items,
          after: head.more ? (head.items.at(-1)?.id ?? null) : null,
          total: null,
        }),
      );
    } else await this.reload(at);
    if (head.counts.merged > 0) this.learn((await this.pages.all('merged', MERGED_PAGES).catch(() => [])) ?? []);
  }

  receive(message: ServerMessage): void {
    if (!this.feed || !('activity' in message) || message.activity !== this.questions?.id) return;
    if (message.type === 'hands') this.feed = { ...this.feed, hands: others(message.hands, this.feed.hand) };
    // What comes before the head that was asked for is in it.
    if (message.type !== 'queueMoved' || this.catchingUp) return;
    const next = moved(this.feed, message);
    if (next === null) return void this.watch();
    if (next !== this.feed) this.take(next, message.put ?? []);
  }

  look(change: Partial<View>): void {
    const view = { ...this.view, ...change };
    if (sameView(view, this.view)) return;
    if (view.tab !== this.view.tab) this.leaving = new Set();
    this.view = view;
    if (this.mode === 'decline') this.mode = 'list';
    this.chosen = new Set();
    this.current = null;
    this.list = null;
    void this.reload();
  }

  tab = (tab: Tab): void => this.look({ tab });

  /** The next page, when there is one. */
  async more(): Promise<void> {
    const { list, pages } = this;
    if (!list?.after || !pages || this.loading) return;
    const live = this.view.tab === 'published' ? list.ids.filter((id) => this.item(id)?.state === 'live').length : 0;
    await this.ask(
      () => pages.next(list.view, list.after!, live),
      (page) => extended(this.list ?? list, page),
    );
  }

  step(by: number): void {
    this.current = stepped(this.ids, this.current, by);
    const last = this.current !== null && this.ids.indexOf(this.current) >= this.ids.length - 5;
    if (last) void this.more();
  }

  /** The server could not say now. A connection that was lost asks again by itself. */
  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.desk.blocked === null && void this.watch(), AGAIN_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Not shown until it is known what became of them; the hand goes on. */
  leave(ids: readonly Id[]): void {
    const before = this.ids;
    this.leaving = new Set([...this.leaving, ...ids]);
    this.settle(before);
  }

  /** They stay after all. */
  stay(ids: readonly Id[]): void {
    this.leaving = new Set([...this.leaving].filter((id) => !ids.includes(id)));
  }

  /**
   * As many as were shown before. `at` had the hand when frames were missed: if it still has it and is gone now, that
   * is told.
   */
  private async reload(at: QueueItem | null = null): Promise<void> {
    const { pages, view } = this;
    if (!pages) return;
    await this.ask(
      () => pages.first(view, this.list?.ids.length ?? 0),
      (page) => opened(view, page),
      at,
    );
  }

  private async ask<P extends { items: QueueItem[] }>(
    get: () => Promise<P>,
    list: (page: P) => List,
    at: QueueItem | null = null,
  ): Promise<void> {
    const mine = ++this.asked;
    this.loading = true;
    const page = await get().catch(() => null);
    if (mine !== this.asked) return;
    this.loading = false;
    if (!page) return;
    this.learn(page.items);
    this.show(list(page), at);
  }

  private learn(items: readonly QueueItem[]): void {
    if (this.feed) this.feed = { ...this.feed, items: learnt(this.feed.items, items) };
  }

  /** A frame that overtook the page may have moved some of it away already. */
  private show(list: List, at: QueueItem | null = null): void {
    const { ids: before, current } = this;
    this.list = { ...list, ids: list.ids.filter((id) => fits(this.item(id)!, list.view)) };
    this.settle(before);
    if (at && at.id === current && this.current !== current) this.news = meanwhile(at, this.item(at.id) ?? at);
  }

  private take(next: Feed, put: readonly QueueItem[]): void {
    const { at, ids } = this;
    this.feed = next;
    const own = put.filter(({ id }) => this.leaving.has(id)).map(({ id }) => id);
    if (this.list) this.list = changed(this.list, next.items, put);
    const now = at && put.find(({ id }) => id === at.id);
    if (at && now && now.state !== at.state && !this.list?.ids.includes(at.id) && !own.includes(at.id)) {
      this.news = elsewhere({ ...now, text: now.text ?? at.text ?? '' });
    }
    this.stay(own);
    this.settle(ids);
  }

  private settle(before: readonly Id[]): void {
    this.current = settle(before, this.ids, this.current);
    this.chosen = kept(this.chosen, this.ids);
    if (this.mode === 'decline' && this.current === null) this.mode = 'list';
  }
}
