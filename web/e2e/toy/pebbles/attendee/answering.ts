import type { Answering } from '../../../../src/voting/attendee/answering.ts';
import { inWords, JARS, MOST, perJar, type Pebbles } from '../pebbles.ts';

/** What is put into the jars and not voted yet. */
export interface Marked {
  counts: readonly number[];
  abstain: boolean;
}

const sum = ({ counts }: Marked): number => counts.reduce((all, each) => all + each, 0);
const TOO_MANY = `You have ${MOST} pebbles. Take one back first.`;

export const answering: Answering<Pebbles, Marked> = {
  nothing: () => ({ counts: perJar([]), abstain: false }),
  marked: (_pebbles, { answer, abstain }) => ({ counts: perJar(answer), abstain }),
  vote: (_pebbles, marked) =>
    marked.abstain || (sum(marked) > 0 && sum(marked) <= MOST)
      ? {
          answer: JARS.flatMap(({ id }, index) => Array<string>(marked.counts[index] ?? 0).fill(id)),
          abstain: marked.abstain,
        }
      : null,
  problem: (_pebbles, marked) => (sum(marked) > MOST ? TOO_MANY : null),
  missing: (_pebbles, marked) => (sum(marked) > MOST ? TOO_MANY : 'Put a pebble into a jar first.'),
  words: (_pebbles, { answer }) => inWords(perJar(answer)),
  result: ({ tally }) => (tally?.result ? `${inWords(tally.result)}.` : ''),
};
