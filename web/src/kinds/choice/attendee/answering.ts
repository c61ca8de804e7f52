import type { Poll } from '../../../protocol/messages.gen.ts';
import type { Answering } from '../../../voting/attendee/answering.ts';
import { resultSentence } from './result.ts';
import { isEmpty, nothing, type Selection } from './selection.ts';

/** The chosen options, in the order of the poll. */
const ordered = (poll: Poll, choice: readonly string[]) => poll.options.filter((option) => choice.includes(option.id));

export const choosing: Answering<Poll, Selection> = {
  nothing: () => nothing,
  marked: (_poll, { answer, abstain }) => ({ choice: [...answer], abstain, tooMany: false }),
  vote: (poll, selection) =>
    isEmpty(selection)
      ? null
      : { answer: ordered(poll, selection.choice).map(({ id }) => id), abstain: selection.abstain },
  problem: (poll, { tooMany }) => (tooMany ? `You can choose up to ${poll.maxChoices}. Take one away first.` : null),
  missing: () => 'Choose an answer first.',
  words: (poll, { answer }) =>
    ordered(poll, answer)
      .map(({ text }) => text)
      .join(', '),
  result: resultSentence,
};
