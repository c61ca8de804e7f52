import type { Words } from '../../../protocol/messages.gen.ts';
import { closed } from '../../../ui/closed.ts';
import type { Answering } from '../../../voting/attendee/answering.ts';
import { stepSentence, unpublished } from '../../../voting/steps.ts';
import { termRows } from '../result.ts';
import { resultWords } from '../sentences.ts';
import { firstProblem, nothing, written, type Written } from './entries.ts';

/** What a screen reader is told of a result: the first while answers come in, more once voting is locked. */
function resultSentence(words: Words): string {
  const { tally } = words;
  if (!tally?.result) return '';
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  if (tally.voted === 0) return 'Nobody has answered yet.';
  return [step, resultWords(termRows(tally), tally, closed(words))].filter(Boolean).join(' ');
}

export const answering: Answering<Words, Written> = {
  nothing: () => nothing,
  marked: (_words, { answer, abstain }) => ({ entries: [...answer], abstain }),
  vote(words, marked) {
    if (marked.abstain) return { answer: [], abstain: true };
    const answer = written(marked);
    return answer.length > 0 && firstProblem(words, marked) === null ? { answer, abstain: false } : null;
  },
  problem: () => null,
  missing: (words, marked) => firstProblem(words, marked) ?? 'Write a word first.',
  prompt: 'Write, then vote',
  words: (_words, { answer }) => answer.map((text) => `“${text}”`).join(', '),
  result: resultSentence,
};
