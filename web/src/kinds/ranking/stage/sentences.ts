import type { Ranking } from '../../../protocol/messages.gen.ts';
import * as ballot from '../../../voting/stage/sentences.ts';
import { byMean } from '../../../voting/means.ts';
import { resultOf } from '../result.ts';
import { unpublished } from '../../../voting/steps.ts';
import { resultWords, ruleLine } from '../sentences.ts';

type Counted = Pick<Ranking, 'tally' | 'smallGroup' | 'state' | 'unranked'>;

/**
 * Under the result: which answers it is of when that is not all, and, once there is one, what an option counts that was
 * left out.
 */
export function baseLine(ranking: Counted): string {
  const { tally } = ranking;
  const counts = tally?.result && !unpublished(tally) && tally.voted > 0;
  return [ballot.baseLine(ranking, ''), counts ? ruleLine(ranking) : ''].filter(Boolean).join('. ');
}

/** The twin of the stage in words, for screen readers. With `final`, the whole result. */
export const summary = (ranking: Ranking, final: boolean): string =>
  ballot.summary(ranking, () => resultWords(ranking, byMean(resultOf(ranking, ranking.tally)), final));
