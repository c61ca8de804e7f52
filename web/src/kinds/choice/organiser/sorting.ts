import type { Option, Tally } from '../../../protocol/messages.gen.ts';

/** Options and their counts, the most chosen first; equal ones in the organiser's order. */
export function byVotes(options: readonly Option[], tally: Tally): { options: Option[]; tally: Tally } {
  const counts = tally.counts ?? [];
  const rows = options.map((option, index) => ({ option, count: counts[index] ?? 0 }));
  rows.sort((one, other) => other.count - one.count);
  return { options: rows.map((row) => row.option), tally: { ...tally, counts: rows.map((row) => row.count) } };
}
