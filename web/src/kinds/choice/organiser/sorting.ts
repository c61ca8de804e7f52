import type { Option, PollTally } from '../../../protocol/messages.gen.ts';

/** Options and their counts, the most chosen first; equal ones in the organiser's order. */
export function byVotes(options: readonly Option[], tally: PollTally): { options: Option[]; tally: PollTally } {
  const counts = tally.result ?? [];
  const rows = options.map((option, index) => ({ option, count: counts[index] ?? 0 }));
  rows.sort((one, other) => other.count - one.count);
  return { options: rows.map((row) => row.option), tally: { ...tally, result: rows.map((row) => row.count) } };
}
