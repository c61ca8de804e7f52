import type { NumberPoll } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';
import * as ballot from '../../../voting/stage/sentences.ts';
import { summarise } from '../result.ts';
import { resultWords } from '../sentences.ts';

/** What the numbers are of. */
export function baseLine(poll: Pick<NumberPoll, 'tally' | 'smallGroup' | 'state'>): string {
  const voted = poll.tally?.voted ?? 0;
  return ballot.baseLine(
    poll,
    voted === 1 ? 'Number of the one who voted' : `Numbers of the ${figure(voted)} who voted`,
  );
}

/** The twin of the stage in words, for screen readers. With `final`, the whole result. */
export const summary = (poll: NumberPoll, final: boolean): string =>
  ballot.summary(poll, () => resultWords(summarise(poll, poll.tally!.result, poll.tally!.voted), poll, final));
