import type { Ranking } from '../../../protocol/messages.gen.ts';
import { closed } from '../../../ui/closed.ts';
import type { Answering } from '../../../voting/attendee/answering.ts';
import { heard } from '../../../voting/attendee/says.ts';
import { byMean } from '../../../voting/means.ts';
import { resultOf } from '../result.ts';
import { resultWords } from '../sentences.ts';
import { isEmpty, nothing, type Selection } from './selection.ts';

/** Who leads while votes come in, everything once voting is locked. */
const resultSentence = (ranking: Ranking): string =>
  heard(ranking, () => resultWords(ranking, byMean(resultOf(ranking, ranking.tally)), closed(ranking)));

export const answering: Answering<Ranking, Selection> = {
  nothing: () => nothing,
  marked: (_ranking, { answer, abstain }) => ({ order: [...answer], abstain, full: false }),
  vote: (_ranking, selection) => (isEmpty(selection) ? null : { answer: selection.order, abstain: selection.abstain }),
  problem: ({ places }, { full }) => (full ? `All ${places} places are taken. Take one back first.` : null),
  missing: () => 'Rank at least one option first.',
  // No line ends between a place and what has it.
  words: ({ options }, { answer }) =>
    answer
      .map((id, index) => `${index + 1}.\u00a0${options.find((option) => option.id === id)?.text ?? ''}`)
      .join(', '),
  result: resultSentence,
};
