import type { Id, QueueItem, QueuePage, QuestionState, StateCounts } from '../../../protocol/messages.gen.ts';

export type Tab = 'waiting' | 'published' | 'answered' | 'declined' | 'archived';
export const TABS: readonly Tab[] = ['waiting', 'published', 'answered', 'declined', 'archived'];

/** What a moderator looks at. */
export interface View {
  tab: Tab;
  label: string | null;
  /** Words that must all be there; empty: all. */
  search: string;
}

/** A view as far as it was loaded. */
export interface List {
  view: View;
  ids: readonly Id[];
  /** The last one loaded, to go on from; null when there is no more. */
  after: Id | null;
  /** How many fit, on all pages; null where only the counts of states know. */
  total: number | null;
}

/** The live question is one of the published: it stays where moderators look for it. */
export const tabOf = (state: QuestionState): Tab | null =>
  state === 'live' ? 'published' : (TABS as readonly string[]).includes(state) ? (state as Tab) : null;

export const sizeOf = (tab: Tab, counts: StateCounts): number => counts[tab] + (tab === 'published' ? counts.live : 0);

/** As people type it who look for something: without capitals and accents. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
const words = (text: string): string[] => plain(text).split(/\s+/).filter(Boolean);
export const filtered = (view: View): boolean => view.label !== null || words(view.search).length > 0;
export const sameView = (a: View, b: View): boolean => a.tab === b.tab && a.label === b.label && a.search === b.search;

/** Whether a view shows a question: as the server decides it (`getQueue`). */
export function fits(item: QueueItem, view: View): boolean {
  if (tabOf(item.state) !== view.tab || (view.label !== null && !item.labels?.includes(view.label))) return false;
  const text = plain([item.text ?? '', item.name ?? '', item.answer ?? '', ...(item.labels ?? [])].join('\n'));
  return words(view.search).every((word) => text.includes(word));
}

/**
 * The order of a tab, as pages have it: waiting ones as they came, so that new ones come last; the others newest first,
 * and the live one before them.
 */
export function order(tab: Tab): (a: QueueItem, b: QueueItem) => number {
  if (tab === 'waiting') return (a, b) => a.asked - b.asked;
  const live = (item: QueueItem) => (item.state === 'live' ? 0 : 1);
  return (a, b) => live(a) - live(b) || b.asked - a.asked;
}

/** `total`: of all pages; null where only the counts of states know. */
export type Page = Pick<QueuePage, 'items' | 'after'> & { total: number | null };

/** A list from its first page. */
export const opened = (view: View, page: Page): List => ({
  view,
  ids: page.items.map(({ id }) => id),
  after: page.after,
  total: page.total,
});

/** With the next page at its end. */
export function extended(list: List, page: Page): List {
  const here = new Set(list.ids);
  return {
    ...list,
    ids: [...list.ids, ...page.items.map(({ id }) => id).filter((id) => !here.has(id))],
    after: page.after,
    total: page.total,
  };
}

/**
 * After these questions changed: what no longer fits leaves, what fits comes in at its place. What belongs below the
 * last one loaded waits for its page. Nothing that stays changes its place. The same list when nothing came or went.
 */
export function changed(list: List, items: ReadonlyMap<Id, QueueItem>, put: readonly QueueItem[]): List {
  const compare = order(list.view.tab);
  let { ids, total, after } = list;
  for (const { id } of put) {
    const item = items.get(id)!;
    const [here, fit] = [ids.includes(id), fits(item, list.view)];
    if (here === fit) continue;
    if (total !== null) total += fit ? 1 : -1;
    if (here) {
      if (after === id) after = ids[ids.indexOf(id) - 1] ?? null;
      ids = ids.filter((other) => other !== id);
    } else {
      const at = ids.findIndex((other) => compare(items.get(other)!, item) > 0);
      if (at >= 0) ids = [...ids.slice(0, at), id, ...ids.slice(at)];
      else if (list.after === null) ids = [...ids, id];
    }
  }
  return ids === list.ids && total === list.total ? list : { ...list, ids, total, after };
}
