import type { Id, QueueItem } from '../../../protocol/messages.gen.ts';
import { arranged } from '../../../organiser/moderating/arrange.ts';
import { ALL, fits, order, passes, SIDES, twinned, type Beside, type Filter, type Side, type Sort } from './lists.ts';

/** Rows drawn at first, and so many more whenever the end is near. */
const DRAWN = 60;
/** Between two times at which rows change places by themselves, milliseconds. */
const CALM_MS = 1_000;

type Items = ReadonlyMap<Id, QueueItem> | null;
type Use = 'pointer' | 'focus';

/** What the two columns show, and in which order. */
export class Columns {
  tab = $state<Beside>('published');
  /** Of what stands beside; the waiting ones stand as they came. */
  sort = $state<Sort>('upvotes');
  filter = $state.raw<Filter>(ALL);
  ids = $state.raw<Record<Side, readonly Id[]>>({ waiting: [], beside: [] });
  /** How many rows are drawn. */
  most = $state.raw<Record<Side, number>>({ waiting: DRAWN, beside: DRAWN });
  /** Questions that wait to be shown in their place, because the list is in use. */
  held = $state.raw<Record<Side, number>>({ waiting: 0, beside: 0 });
  /** Whether the order of a list in use is not what it says. */
  stale = $state.raw<Record<Side, boolean>>({ waiting: false, beside: false });
  private readonly uses: Record<Side, Set<Use>> = { waiting: new Set(), beside: new Set() };
  /** What this moderator brings back. */
  private returning: ReadonlySet<Id> = new Set();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param due called when lists may be put in order */
  constructor(private readonly due: () => void) {}

  /** A pointer or the focus comes into a list, or leaves it. */
  use(side: Side, by: Use, on: boolean): void {
    if (on) this.uses[side].add(by);
    else if (this.uses[side].delete(by) && this.uses[side].size === 0 && this.stale[side]) this.soon();
  }

  /** These come back by this moderator's own act: to their places at once. */
  expect(ids: readonly Id[]): void {
    this.returning = new Set(ids);
  }

  /** After something moved. */
  follow(items: Items): void {
    for (const side of SIDES) this.put(side, items, this.uses[side].size > 0);
  }

  /** In their order, whoever is in them: another list was asked for. */
  anew(items: Items): void {
    for (const side of SIDES) this.put(side, items, false, true);
    this.most = { waiting: DRAWN, beside: DRAWN };
  }

  /** Draws at least up to this row, and some more. */
  upTo(side: Side, row: number): void {
    if (row + DRAWN / 4 > this.most[side]) this.most = { ...this.most, [side]: row + DRAWN };
  }

  more = (side: Side): void => {
    this.most = { ...this.most, [side]: this.most[side] + DRAWN };
  };

  stop(): void {
    clearTimeout(this.timer);
  }

  private put(side: Side, items: Items, inUse: boolean, now = false): void {
    const wanted = this.wanted(side, items);
    const before = this.ids[side];
    const next = arranged(before, wanted, inUse, this.returning);
    const ids = !now && !inUse && this.onlyMoved(before, next.ids) ? before : next.ids;
    if (ids.length !== before.length || ids.some((id, at) => id !== before[at])) {
      this.ids = { ...this.ids, [side]: ids };
    }
    if (this.held[side] !== next.waiting) this.held = { ...this.held, [side]: next.waiting };
    if (this.stale[side] !== next.stale) this.stale = { ...this.stale, [side]: next.stale };
    this.returning = new Set([...this.returning].filter((id) => !ids.includes(id)));
  }

  /** Rows that change places do so together, and not before the last time is a while ago. */
  private onlyMoved(before: readonly Id[], now: readonly Id[]): boolean {
    if (before.length !== now.length || before.every((id, at) => id === now[at])) return false;
    const here = new Set(before);
    if (!now.every((id) => here.has(id))) return false;
    if (this.moving) return false;
    this.soon();
    return true;
  }

  private moving = false;
  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.moving = true;
      this.due();
      this.moving = false;
    }, CALM_MS);
  }

  private wanted(side: Side, items: Items): Id[] {
    if (!items) return [];
    const all = [...items.values()];
    const twins =
      this.filter.mark === 'twins' ? twinned(all.filter(({ state }) => state === 'waiting')) : new Set<Id>();
    const tab = side === 'waiting' ? 'waiting' : this.tab;
    return all
      .filter((item) => fits(item, tab) && passes(item, this.filter, twins))
      .sort(order(side === 'waiting' ? 'oldest' : this.sort))
      .map(({ id }) => id);
  }
}
