import type { Id } from '../../protocol/messages.gen.ts';

/** A list as it is shown, and how much of it waits to be shown in its place. */
export interface Arranged {
  ids: readonly Id[];
  /** Questions that belong further up than a list in use may change. */
  waiting: number;
  /** Whether what is shown stands in another order by now. */
  stale: boolean;
}

/**
 * What to show of `wanted`, the whole list in its order.
 *
 * A list that is in use keeps its rows where they are: what is gone leaves, what belongs at the end comes at the end,
 * and everything else waits. What this moderator brings back comes to its place at once.
 *
 * @param inUse a pointer or the focus is in the list
 */
export function arranged(
  shown: readonly Id[],
  wanted: readonly Id[],
  inUse: boolean,
  own: ReadonlySet<Id> = new Set(),
): Arranged {
  const place = new Map(wanted.map((id, at) => [id, at]));
  const ids = shown.filter((id) => place.has(id));
  if (!inUse || ids.length === 0) return { ids: wanted, waiting: 0, stale: false };
  const here = new Set(ids);
  let last = Math.max(...ids.map((id) => place.get(id)!));
  let waiting = 0;
  for (const [at, id] of wanted.entries()) {
    if (here.has(id)) continue;
    if (at > last) {
      ids.push(id);
      last = at;
    } else if (own.has(id)) {
      const below = ids.findIndex((other) => place.get(other)! > at);
      ids.splice(below < 0 ? ids.length : below, 0, id);
    } else waiting++;
  }
  const stale = waiting > 0 || ids.some((id, at) => at > 0 && place.get(ids[at - 1]!)! > place.get(id)!);
  return { ids, waiting, stale };
}
