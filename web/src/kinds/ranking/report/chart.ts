import { byMean } from '../../../voting/means.ts';
import { resultRows, type Row } from '../result.ts';
import { meanBars, type Bar } from '../../../voting/report/bars.ts';
import type { BallotEntry } from '../../../voting/report/entry.ts';

/** A ranking in a report. */
export interface RankingEntry extends BallotEntry {
  terms: { places: number; unranked: 'mean' | 'zero' };
  /** Numbers are null while too few people answered. */
  options: { id: string; text: string; points: number | null; firsts: number | null }[];
  winner: string | null;
}

/** Highest score first. */
export function rankingRows({ options, winner, voted }: RankingEntry): Row[] {
  const doublePoints = options.map(({ points }) => Math.round((points ?? 0) * 2));
  const firsts = options.map((option) => option.firsts ?? 0);
  return byMean(resultRows({ options: options as never }, { doublePoints, firsts, winner }, voted));
}

export const rankingBars = (entry: RankingEntry): Bar[] => meanBars(rankingRows(entry));
