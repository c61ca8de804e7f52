import type { NumberPoll } from '../../../protocol/messages.gen.ts';
import { closed } from '../../../ui/closed.ts';
import type { Answering } from '../../../voting/attendee/answering.ts';
import { heard } from '../../../voting/attendee/says.ts';
import { measured, said } from '../decimal.ts';
import { summarise } from '../result.ts';
import { rangeWords, resultWords } from '../sentences.ts';
import { read } from './typed.ts';

/** What is typed and not yet voted. */
export interface Selection {
  /** As typed. */
  text: string;
  abstain: boolean;
  /** Typing rests: what is wrong with it can be said. */
  rests: boolean;
}

const nothing: Selection = { text: '', abstain: false, rests: false };

/** `12 years` */
export const numberWords = ({ unit }: Pick<NumberPoll, 'unit'>, answer: readonly string[]): string =>
  measured(said(answer[0] ?? ''), unit);

export const answering: Answering<NumberPoll, Selection> = {
  nothing: () => nothing,
  marked: (_poll, { answer, abstain }) => ({ text: answer[0] ?? '', abstain, rests: true }),
  vote(poll, { text, abstain }) {
    if (abstain) return { answer: [], abstain: true };
    const found = read(text, poll);
    return 'value' in found ? { answer: [found.value], abstain: false } : null;
  },
  problem(poll, { text, abstain, rests }) {
    if (abstain || !rests || text.trim() === '') return null;
    const found = read(text, poll);
    return 'problem' in found ? found.problem : null;
  },
  missing(poll, { text }) {
    const found = read(text, poll);
    return text.trim() === '' || !('problem' in found) ? `Write a number from ${rangeWords(poll)}.` : found.problem;
  },
  prompt: 'Give a number, then vote',
  words: (poll, { answer }) => numberWords(poll, answer),
  result: (poll) =>
    heard(poll, () => resultWords(summarise(poll, poll.tally!.result, poll.tally!.voted), poll, closed(poll))),
};
