import type { NumberResult } from '../../../protocol/messages.gen.ts';
import type { BallotEntry } from '../../../voting/report/entry.ts';
import { exact } from '../decimal.ts';
import { summarise, type Asked, type Summary } from '../result.ts';
import { placeOf } from '../scale.ts';

/** A number poll in a report. */
export interface NumberEntry extends BallotEntry {
  terms: Asked & { right: string | null };
  width: number;
  /** Counts are null while too few people answered. */
  counts: { from: string; to: string; count: number | null }[];
}

/** What a screen was told. */
function resultOf({ terms, width, counts }: NumberEntry): NumberResult {
  const some = counts.filter(({ count }) => count !== null);
  return {
    width,
    bins: some.map(({ from }) => Number(placeOf(terms, exact(from)) / BigInt(width))),
    counts: some.map(({ count }) => count!),
    right: terms.right,
  };
}

export const entrySummary = (entry: NumberEntry): Summary => summarise(entry.terms, resultOf(entry), entry.voted);
