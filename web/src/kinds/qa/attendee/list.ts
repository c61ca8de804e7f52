import type {
  QuestionItem,
  QuestionOrder,
  QuestionPage,
  QuestionsHead,
  QuestionsMoved,
} from '../../../protocol/messages.gen.ts';

/**
 * The public list as this page holds it. Pure; nothing here changes in place. What stands on screen (`shown`) moves
 * only when its reader asks for it: newcomers wait in `fresh`, and counts change without rows changing places.
 */
export interface List {
  order: QuestionOrder;
  round: number;
  feed: string;
  /** Number of the last frame that was taken in. */
  frame: number;
  /** Everything held, by number. */
  known: ReadonlyMap<number, QuestionItem>;
  /** Numbers, as they stand on screen. */
  shown: readonly number[];
  /** Numbers that came since: "12 new". */
  fresh: ReadonlySet<number>;
  /** Numbers that rose past the last one gathered before a page could bring them: the next press does. */
  absent: ReadonlySet<number>;
  /** Highest number ever heard of: a higher one is new. */
  newest: number;
  /** Whether there is more on the server below the last one gathered, and that one. */
  more: boolean;
  last: QuestionItem | null;
  /** Pages this reader went down to; 1 is the head alone. */
  pages: number;
  /** A frame is missing: a new head is due. */
  gap: boolean;
  /** While pages are gathered again after a gap: what they held so far, in order, and how many they were. */
  again: readonly number[] | null;
  gathered: number;
}

/** What the place in a list depends on. */
type Place = Pick<QuestionItem, 'n' | 'up'>;

/** How a reader would sort: popular is most upvotes first, then the older; recent is the newer first. */
export const compare =
  (order: QuestionOrder) =>
  (a: Place, b: Place): number =>
    order === 'popular' ? b.up - a.up || a.n - b.n : b.n - a.n;

/** A head asked for by the reader (the first, another order, "12 new"): it stands as it comes. */
export function opened(head: QuestionsHead, before: List | null = null): List {
  const { order, round, feed, frame, items, more } = head;
  const newest = Math.max(head.newest, before?.round === round ? before.newest : 0);
  return {
    order,
    round,
    feed,
    frame,
    newest,
    more,
    last: items.at(-1) ?? null,
    pages: 1,
    gap: false,
    again: null,
    gathered: 1,
    fresh: new Set(),
    absent: new Set(),
    known: byNumber(items),
    shown: items.map(({ n }) => n),
  };
}

/** A head after a gap: rows stay where they are, with the values it brings. Gather pages until `again` is null. */
export function mended(list: List, head: QuestionsHead): List {
  if (head.round !== list.round || head.order !== list.order) return opened(head);
  const { feed, frame, items, more } = head;
  const known = new Map([...list.known, ...byNumber(items)]);
  return settled({
    ...list,
    feed,
    frame,
    known,
    gap: false,
    again: items.map(({ n }) => n),
    gathered: 1,
    more,
    last: items.at(-1) ?? null,
  });
}

/** The page below. */
export function paged(list: List, page: QuestionPage): List {
  if (page.order !== list.order || page.round !== list.round || list.gap) return list;
  const { items, more } = page;
  // What frames said since is newer than a page, but for what a gap made old.
  const known = list.again
    ? new Map([...list.known, ...byNumber(items)])
    : new Map([...byNumber(items), ...list.known]);
  const numbers = items.map(({ n }) => n);
  const next = {
    ...list,
    known,
    more,
    absent: without(list.absent, numbers),
    last: items.at(-1) ?? list.last,
    newest: Math.max(list.newest, ...numbers),
  };
  if (list.again) return settled({ ...next, again: [...list.again, ...numbers], gathered: list.gathered + 1 });
  const rest = without(list.fresh, numbers);
  // at the end, what no page brought is gone
  const fresh = more ? rest : new Set([...rest].filter((n) => known.has(n)));
  return {
    ...next,
    fresh,
    shown: [...list.shown, ...numbers.filter((n) => !list.shown.includes(n))],
    pages: list.pages + 1,
  };
}

/** A numbered frame. One that is left out, or of another line of frames, leaves a gap. */
export function moved(list: List, message: QuestionsMoved): List {
  if (list.gap) return list;
  if (message.feed !== list.feed) return { ...list, gap: true };
  if (message.frame <= list.frame) return list;
  if (message.frame !== list.frame + 1) return { ...list, gap: true };
  const { up = [], put = [], gone = [] } = message;
  const known = new Map(list.known);
  const fresh = new Set(list.fresh);
  const absent = new Set(list.absent);
  for (let i = 0; i + 1 < up.length; i += 2) {
    const at = { n: up[i]!, up: up[i + 1]! };
    const item = known.get(at.n);
    if (!item && within(list, at)) absent.add(at.n);
    if (item && item.up !== at.up) known.set(item.n, { ...item, up: at.up });
  }
  for (const item of put) {
    absent.delete(item.n);
    if (!known.has(item.n)) {
      if (item.n <= list.newest && !within(list, item)) continue;
      fresh.add(item.n);
    }
    known.set(item.n, item);
  }
  for (const n of gone) {
    known.delete(n);
    fresh.delete(n);
    absent.delete(n);
  }
  const shown = gone.some((n) => list.known.has(n)) ? list.shown.filter((n) => known.has(n)) : list.shown;
  const again = list.again && [...list.again, ...put.map(({ n }) => n).filter((n) => fresh.has(n))];
  return {
    ...list,
    frame: message.frame,
    known,
    fresh,
    absent,
    shown,
    again,
    newest: Math.max(list.newest, ...put.map(({ n }) => n)),
  };
}

/** What can be done without asking the server: newcomers taken in, and sorted anew. */
export function taken(list: List): List {
  const all = [...new Set([...list.shown, ...list.fresh])].flatMap((n) => list.known.get(n) ?? []);
  return { ...list, fresh: new Set(), shown: all.sort(compare(list.order)).map(({ n }) => n) };
}

/** Whether rows would change places if they were sorted now. */
export function unsorted(list: List): boolean {
  if (list.absent.size > 0) return true;
  const items = rows(list);
  const by = compare(list.order);
  return items.some((item, index) => index > 0 && by(items[index - 1]!, item) > 0);
}

export const rows = (list: List): QuestionItem[] => list.shown.flatMap((n) => list.known.get(n) ?? []);

const byNumber = (items: readonly QuestionItem[]): Map<number, QuestionItem> =>
  new Map(items.map((item) => [item.n, item]));

const without = (set: ReadonlySet<number>, numbers: readonly number[]): ReadonlySet<number> =>
  new Set([...set].filter((n) => !numbers.includes(n)));

/** Whether an item that is not held has its place above the last one gathered: else a page will bring it. */
const within = ({ more, last, order }: List, item: Place): boolean =>
  !more || last === null || compare(order)(item, last) < 0;

/**
 * After a gap, once as many pages are there as were before: what they did not hold is gone, what is new among them
 * waits.
 */
function settled(list: List): List {
  if (!list.again || (list.more && list.gathered < list.pages)) return list;
  const held = new Set(list.again);
  const known = new Map([...list.known].filter(([n]) => held.has(n)));
  const stay = list.shown.filter((n) => held.has(n));
  const came = list.again.filter((n) => known.has(n) && !stay.includes(n));
  // A newcomer further down than was gathered may still be there, but what is known of it is old: a page brings it
  // anew.
  const further = [...list.fresh].filter((n) => !held.has(n) && !within(list, list.known.get(n) ?? { n, up: 0 }));
  const fresh = new Set([...further, ...came.filter((n) => n > list.newest || list.fresh.has(n))]);
  return {
    ...list,
    known,
    again: null,
    fresh,
    absent: without(list.absent, [...held]),
    shown: [...stay, ...came.filter((n) => !fresh.has(n))],
    newest: Math.max(list.newest, ...held),
  };
}
