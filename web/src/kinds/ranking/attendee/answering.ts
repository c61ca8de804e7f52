import type { Ranking } from '../../../protocol/messages.gen.ts';
import { closed } from '../../../ui/closed.ts';
import type { Answering } from '../../../voting/attendee/answering.ts';
import { stepSentence, unpublished } from '../../../voting/steps.ts';
import { byScore, resultOf } from '../result.ts';
import { resultWords } from '../sentences.ts';
import { isEmpty, nothing, type Selection } from './selection.ts';

/** What a screen reader is told of a result: who leads while votes come in, everything once voting is locked. */
function resultSentence(ranking: Ranking): string {
  const { tally } = ranking;
  if (!tally?.result) return '';
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  if (tally.voted === 0) return 'No votes yet.';
  const rows = byScore(resultOf(ranking, tally));
  return [step, resultWords(ranking, rows, closed(ranking))].filter(Boolean).join(' ');
}

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
