import type { Tally } from '../protocol/messages.gen.ts';
import { figure } from '../ui/figure.ts';

type Numbers = Pick<Tally, 'voted' | 'abstained' | 'answers' | 'complete'>;

/** Whether people answered, and nothing of what is published yet, or ever. */
export const unpublished = ({ voted, abstained, answers }: Numbers): boolean => voted + abstained === 0 && answers > 0;

/** Numbers as long as they get while answers come in, and in the state that is said at greatest length. */
export const longest = <T extends Numbers>(tally: T): T =>
  tally.complete ? tally : { ...tally, voted: 8_888, abstained: 888, answers: 9_999 };

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
