import type { Rating } from '../../../protocol/messages.gen.ts';
import * as ballot from '../../../voting/stage/sentences.ts';
import { unpublished } from '../../../voting/steps.ts';
import { resultOf } from '../result.ts';
import { resultWords } from '../sentences.ts';

/** How the bars are read, in a few words. */
const READ = {
  agreement: 'Neither: half on each side',
  points: 'Line: middle half. Dot: median',
  promoter: 'Percent of 9 and 10 minus percent of 0 to 6',
} as const;

/** Under the result: which answers it is of when that is not all, and, once there is one, how it is read. */
export function baseLine(rating: Rating): string {
  const { tally } = rating;
  const counts = tally?.result && !unpublished(tally) && tally.voted > 0;
  return [ballot.baseLine(rating, ''), counts ? READ[rating.scale.type] : '', counts ? apart(rating) : '']
    .filter(Boolean)
    .join('. ');
}

/** What stands behind the number of who rated. */
const apart = ({ noOpinion, tally }: Rating): string =>
  noOpinion !== null && tally?.result?.noOpinion.some((many) => many > 0) ? `+: “${noOpinion}”` : '';

/** The twin of the stage in words, for screen readers. With `final`, the whole result. */
export const summary = (rating: Rating, final: boolean): string =>
  ballot.summary(rating, () => resultWords(rating, resultOf(rating, rating.tally), final));
