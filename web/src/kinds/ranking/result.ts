import { percentText } from '../../voting/percent.ts';
import type { Ranking, RankingResult, RankingTally } from '../../protocol/messages.gen.ts';

export interface Row {
  id: string;
  text: string;
  /** From 1; level options share one. */
  place: number;
  /** Shares its place. */
  level: boolean;
  /** Twice the sum of points. */
  points: number;
  /** The mean of those who ranked: `4.3`. Empty before the first answer. */
  score: string;
  /** The mean of the most there could be, 0 to 1. */
  fill: number;
  /** People who placed it first. */
  firsts: number;
  /** Of those who ranked, 0 to 1. */
  firstShare: number;
  firstPercent: string;
  /** Has the highest score, alone or level with others. */
  leads: boolean;
  /** Beats every other option one to one. */
  wins: boolean;
}

type Asked = Pick<Ranking, 'options'>;

/** Rounded half up, exactly: `4.3` of 43 half points of 5 people. */
export function meanText(points: number, voted: number, decimals: number): string {
  const units = 10 ** decimals;
  const rounded = Math.floor((points * units + voted) / (2 * voted));
  return `${Math.floor(rounded / units)}.${String(rounded % units).padStart(decimals, '0')}`;
}

/** One decimal, two where different scores would look the same. */
function decimals(points: readonly number[], voted: number): number {
  const different = new Set(points);
  return new Set([...different].map((each) => meanText(each, voted, 1))).size < different.size ? 2 : 1;
}

/** One row per option, in the organiser's order. `voted`: people who ranked, the base of all. */
export function resultRows({ options }: Asked, result: RankingResult | null, voted: number): Row[] {
  const points = options.map((_, index) => result?.doublePoints[index] ?? 0);
  const most = Math.max(...points);
  const digits = voted > 0 ? decimals(points, voted) : 1;
  return options.map(({ id, text }, index) => {
    const own = points[index]!;
    const firsts = result?.firsts[index] ?? 0;
    return {
      id,
      text,
      place: 1 + points.filter((other) => other > own).length,
      level: points.filter((other) => other === own).length > 1,
      points: own,
      score: voted > 0 ? meanText(own, voted, digits) : '',
      fill: voted > 0 ? Math.min(1, own / (2 * voted * options.length)) : 0,
      firsts,
      firstShare: voted > 0 ? Math.min(1, firsts / voted) : 0,
      firstPercent: percentText(firsts, voted),
      leads: voted > 0 && own === most && own > 0,
      wins: result?.winner === id,
    };
  });
}

/** The same of a tally, in which a hidden result is null. */
export const resultOf = (asked: Asked, tally: RankingTally | null): Row[] =>
  resultRows(asked, tally?.result ?? null, tally?.voted ?? 0);

/** Highest score first. Level options stay as they stood `before`, given by their ids. */
export function byScore(rows: readonly Row[], before: readonly string[] = []): Row[] {
  const stood = new Map(before.map((id, index) => [id, index]));
  const at = ({ id }: Row) => stood.get(id) ?? before.length;
  return [...rows].sort((a, b) => b.points - a.points || at(a) - at(b));
}

/** The option that beats every other one to one, when that is not what the scores say already; else null. */
export function winnerApart(rows: readonly Row[]): Row | null {
  const winner = rows.find((row) => row.wins);
  return winner && !(winner.leads && !winner.level) ? winner : null;
}
