import type { Rating, RatingResult, RatingTally } from '../../protocol/messages.gen.ts';
import { meanText } from '../../voting/means.ts';
import { percentText } from '../../voting/percent.ts';
import type { Quantile } from '../../voting/quantiles.ts';
import { firstOf, quantileText, valuesOf } from './scale.ts';
import {
  netPromoterText,
  promotersOf,
  quantileOf,
  ratedOf,
  sidesOf,
  sumOf,
  type Given as Distribution,
} from './statistics.ts';

export type Asked = Pick<Rating, 'statements' | 'scale'>;

/** A part of the answers to a statement, such as those who agree. */
export interface Part {
  name: string;
  count: number;
  /** Of those who rated the statement, 0 to 1. */
  share: number;
  percent: string;
}

export interface Row {
  id: string;
  text: string;
  /** How many gave each point, from the lowest. */
  counts: readonly number[];
  /** The same as shares of those who rated it. */
  shares: readonly number[];
  /** Who gave it a point: the base of its numbers. */
  rated: number;
  noOpinion: number;
  /** Null of nobody. */
  quartiles: readonly [Quantile, Quantile, Quantile] | null;
  /** In words; empty of nobody. */
  median: string;
  spread: string;
  mean: string;
  /** From the lowest: who disagrees, neither, agrees; detractors, passives, promoters; of other points none. */
  parts: readonly Part[];
  /** What is most to be read: a share that agrees, a median, a net promoter score. Empty of nobody. */
  main: string;
  /** Has the most agreement, or the highest mean, of several statements: alone or level with others. */
  leads: boolean;
  /** What it is put in order by. */
  score: number;
}

/** One row per statement, in the organiser's order. */
export function resultRows({ statements, scale }: Asked, result: RatingResult | null): Row[] {
  const first = firstOf(scale);
  const rows = statements.map(({ id, text }, index) => {
    const counts = result?.counts[index] ?? valuesOf(scale).map(() => 0);
    return rowOf({ id, text }, scale, { first, counts }, result?.noOpinion[index] ?? 0);
  });
  const rated = rows.filter((row) => row.rated > 0);
  const most = Math.max(...rated.map(({ score }) => score));
  const lead = rows.length > 1 && rated.length > 0 && !(scale.type === 'agreement' && most === 0);
  return rows.map((row) => ({ ...row, leads: lead && row.rated > 0 && row.score === most }));
}

function rowOf(
  { id, text }: { id: string; text: string },
  scale: Asked['scale'],
  given: Distribution,
  noOpinion: number,
): Omit<Row, 'leads'> {
  const rated = ratedOf(given);
  const [first, second, third] = [quantileOf(given, 1), quantileOf(given, 2), quantileOf(given, 3)];
  const quartiles = first && second && third ? ([first, second, third] as const) : null;
  const [low, median, high] = (quartiles ?? []).map((quantile) => quantileText(scale, quantile));
  const parts = partsOf(scale, given);
  const mean = rated > 0 ? meanText(sumOf(given), 1, rated, 1) : '';
  const agree = parts.at(-1);
  const mains = { agreement: agree?.percent ?? '', promoter: netPromoterText(given), points: median ?? '' };
  return {
    id,
    text,
    counts: given.counts,
    shares: given.counts.map((count) => (rated > 0 ? count / rated : 0)),
    rated,
    noOpinion,
    quartiles,
    median: median ?? '',
    spread: quartiles === null ? '' : low === high ? low! : `${low} to ${high}`,
    mean,
    parts,
    main: rated > 0 ? mains[scale.type] : '',
    score: rated === 0 ? -1 : scale.type === 'agreement' ? agree!.share : sumOf(given) / rated,
  };
}

function partsOf(scale: Asked['scale'], given: Distribution): Part[] {
  const rated = ratedOf(given);
  const part = (name: string, count: number): Part => ({
    name,
    count,
    share: rated > 0 ? count / rated : 0,
    percent: percentText(count, rated),
  });
  if (scale.type === 'agreement') {
    const { above, middle, below } = sidesOf(given);
    return [part('Disagree', below), part('Neither', middle), part('Agree', above)];
  }
  if (scale.type === 'points') return [];
  const { promoters, passives, detractors } = promotersOf(given);
  return [part('Detractors', detractors), part('Passives', passives), part('Promoters', promoters)];
}

/** The same of a tally, in which a hidden result is null. */
export const resultOf = (asked: Asked, tally: RatingTally | null): Row[] => resultRows(asked, tally?.result ?? null);

/** The most agreement or the highest mean first; level statements in the organiser's order. */
export const byScore = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => b.score - a.score);
