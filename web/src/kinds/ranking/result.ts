import type { Ranking, RankingResult, RankingTally } from '../../protocol/messages.gen.ts';
import { meanRows, type MeanRow } from '../../voting/means.ts';

/** An option with its score, beside which stands who placed it first. */
export interface Row extends MeanRow {
  /** Beats every other option one to one. */
  wins: boolean;
}

type Asked = Pick<Ranking, 'options'>;

/** One row per option, in the organiser's order. `voted`: people who ranked, the base of all. */
export function resultRows({ options }: Asked, result: RankingResult | null, voted: number): Row[] {
  const { doublePoints: points, firsts: people } = result ?? { doublePoints: [], firsts: [] };
  return meanRows(options, { points, people, parts: 2, most: options.length }, voted).map((row) => ({
    ...row,
    wins: result?.winner === row.id,
  }));
}

/** The same of a tally, in which a hidden result is null. */
export const resultOf = (asked: Asked, tally: RankingTally | null): Row[] =>
  resultRows(asked, tally?.result ?? null, tally?.voted ?? 0);

/** The option that beats every other one to one, when that is not what the scores say already; else null. */
export function winnerApart(rows: readonly Row[]): Row | null {
  const winner = rows.find((row) => row.wins);
  return winner && !(winner.leads && !winner.level) ? winner : null;
}
