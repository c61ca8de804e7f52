import type { PointsPoll } from '../../../protocol/messages.gen.ts';
import { byMean } from '../../../voting/means.ts';
import * as ballot from '../../../voting/stage/sentences.ts';
import { resultOf } from '../result.ts';
import { pointsOf, resultWords } from '../sentences.ts';

/** What the numbers are of. */
export const baseLine = (poll: Pick<PointsPoll, 'tally' | 'smallGroup' | 'state' | 'total'>): string =>
  ballot.baseLine(poll, `Means of those who voted, each with ${pointsOf(poll.total)}`);

/** The twin of the stage in words, for screen readers. With `final`, the whole result. */
export const summary = (poll: PointsPoll, final: boolean): string =>
  ballot.summary(poll, () => resultWords(poll, byMean(resultOf(poll, poll.tally)), final));
