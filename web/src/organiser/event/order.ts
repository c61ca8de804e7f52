/** A place in the run order is an index from 0. */

/** `id` moved to place `to`; others keep their order. */
export function moved(order: readonly string[], id: string, to: number): string[] {
  const rest = order.filter((other) => other !== id);
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, id);
  return rest;
}

/** What `moveActivity` calls it: the one before place `to`, null for the top. */
export function after(order: readonly string[], id: string, to: number): string | null {
  const next = moved(order, id, to);
  return next[next.indexOf(id) - 1] ?? null;
}

/** The place for what is dragged from `from`, when the pointer is at `y`. `middles` are the middles of the items. */
export function dropPlace(middles: readonly number[], from: number, y: number): number {
  const passed = middles.filter((middle, index) => index !== from && middle < y).length;
  return Math.min(passed, Math.max(0, middles.length - 1));
}

/**
 * Which of the run order is selected: what was chosen; when that was deleted, none, because a key must not act on what
 * nobody chose; at first what is open, else what is on stage, else the first. Null when there is none.
 */
export function selection<P extends { id: string; state: string }>(
  polls: readonly P[],
  chosen: { id: string } | null,
  onStage: string | null,
): P | null {
  const kept = polls.find((poll) => poll.id === chosen?.id);
  if (kept) return kept;
  if (chosen) return null;
  return polls.find((poll) => poll.state === 'open') ?? polls.find((poll) => poll.id === onStage) ?? polls[0] ?? null;
}

/**
 * The poll `by` places further, not beyond the ends.
 *
 * @param gap the place of what was selected and is gone: from there the next one is what took its place
 */
export function step<P extends { id: string }>(
  polls: readonly P[],
  from: string | undefined,
  by: number,
  gap = 0,
): P | null {
  const found = polls.findIndex((poll) => poll.id === from);
  const at = found >= 0 ? found : by > 0 ? gap - 1 : gap;
  return polls[Math.max(0, Math.min(polls.length - 1, at + by))] ?? null;
}
