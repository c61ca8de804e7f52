/** Places in a list that changes under a moderator's hands. Ids in the order shown. */

/**
 * Which question has the hand now: the one that had it; when that left the list, the next below that is still there,
 * else the next above. Null in an empty list.
 */
export function settle(before: readonly string[], now: readonly string[], current: string | null): string | null {
  if (current === null) return null;
  const here = new Set(now);
  if (here.has(current)) return current;
  const at = before.indexOf(current);
  const below = before.slice(at + 1).find((id) => here.has(id));
  return (
    below ??
    before
      .slice(0, Math.max(0, at))
      .reverse()
      .find((id) => here.has(id)) ??
    now[0] ??
    null
  );
}

/** The question `by` places further, not beyond the ends; the first (or last) when none has the hand. */
export function stepped(ids: readonly string[], current: string | null, by: number): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  if (at < 0) return (by > 0 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? null;
}

/** The selection with `id` in or out of it. */
export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** With everything between the two, both included: what Shift and a click selects. */
export function ranged(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  from: string | null,
  to: string,
): ReadonlySet<string> {
  const [a, b] = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)];
  if (a < 0 || b < 0) return toggled(chosen, to);
  return new Set([...chosen, ...ids.slice(Math.min(a, b), Math.max(a, b) + 1)]);
}

/** What is still chosen of what is still there; the same set when nothing went. */
export function kept(chosen: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const here = new Set(ids);
  const left = [...chosen].filter((id) => here.has(id));
  return left.length === chosen.size ? chosen : new Set(left);
}
