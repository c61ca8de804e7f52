import type { NumberPoll, NumberTally } from '../../protocol/messages.gen.ts';

/** A poll for tests: 0 to 100 years. */
export const poll: NumberPoll = {
  kind: 'number',
  id: 'p',
  round: 1,
  question: 'In how many years?',
  min: '0',
  max: '100',
  step: '1',
  unit: 'years',
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'everyone',
  tally: null,
};

/** Counts by place, each with a counter of its own. */
export function tallyOf(counts: Record<number, number>, right: string | null = null, answers?: number): NumberTally {
  const bins = Object.keys(counts).map(Number);
  const many = Object.values(counts);
  const voted = many.reduce((sum, count) => sum + count, 0);
  return {
    round: 1,
    version: 1,
    result: { width: 1, bins, counts: many, right },
    voted,
    abstained: 0,
    late: 0,
    answers: answers ?? voted,
    connected: 20,
  };
}
