import type { BallotEntry } from '../../../voting/report/entry.ts';
import { byMean, type MeanRow } from '../../../voting/means.ts';
import { resultRows } from '../result.ts';

/** A points poll in a report. */
export interface PointsEntry extends BallotEntry {
  terms: { total: number; step: number };
  /** Numbers are null while too few people answered. */
  options: { id: string; text: string; points: number | null; givers: number | null }[];
}

/** Highest mean first. */
export function pointsRows({ options, terms, voted }: PointsEntry): MeanRow[] {
  const points = options.map((option) => option.points ?? 0);
  const givers = options.map((option) => option.givers ?? 0);
  return byMean(resultRows({ options: options as never, total: terms.total }, { points, givers }, voted));
}
