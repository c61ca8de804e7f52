import type { PointsPoll, PointsResult, PointsTally } from '../../protocol/messages.gen.ts';
import { meanRows, type MeanRow } from '../../voting/means.ts';

type Asked = Pick<PointsPoll, 'options' | 'total'>;

/** So many points are shared in whole numbers of their own accord; means of more need no decimals. */
const FINE = 100;

/** One row per option, in the organiser's order. `voted`: the base of all. */
export const resultRows = ({ options, total }: Asked, result: PointsResult | null, voted: number): MeanRow[] =>
  meanRows(
    options,
    {
      points: result?.points ?? [],
      people: result?.givers ?? [],
      parts: 1,
      most: total,
      digits: total > FINE ? 0 : 1,
    },
    voted,
  );

/** The same of a tally, in which a hidden result is null. */
export const resultOf = (asked: Asked, tally: PointsTally | null): MeanRow[] =>
  resultRows(asked, tally?.result ?? null, tally?.voted ?? 0);
