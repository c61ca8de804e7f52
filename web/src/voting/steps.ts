import type { Tally } from '../protocol/messages.gen.ts';
import { figure } from '../ui/figure.ts';

type Numbers = Pick<Tally, 'voted' | 'abstained' | 'answers' | 'complete'>;

/** Whether people answered, and nothing of what is published yet, or ever. */
export const unpublished = ({ voted, abstained, answers }: Numbers): boolean => voted + abstained === 0 && answers > 0;

/** What is to be said of a result that is not that of all who answered; empty when it is (PROTOCOL.md, "Steps"). */
export function stepSentence(tally: Numbers): string {
  if (unpublished(tally)) {
    return tally.complete
      ? 'Fewer than five people answered, so the result is not shown.'
      : 'Results appear from the fifth answer.';
  }
  const shown = tally.voted + tally.abstained;
  return shown < tally.answers
    ? `Result of the first ${figure(shown)} answers; ${figure(tally.answers)} have voted.`
    : '';
}
