import { expect, test } from 'vitest';
import type { Ranking, RankingTally } from '../../../protocol/messages.gen.ts';
import { answering } from './answering.ts';

const ranking: Ranking = {
  kind: 'ranking',
  id: 'r',
  round: 1,
  question: 'What first?',
  options: ['Pay', 'Time', 'Trust'].map((text, index) => ({ id: `o${index}`, text })),
  places: 2,
  shuffled: false,
  unranked: 'mean',
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'everyone',
  tally: null,
};
const tally = (voted: number, answers = voted): RankingTally => ({
  round: 1,
  version: 1,
  result: { doublePoints: [voted * 4, voted * 5, voted * 3], firsts: [0, voted, 0], winner: 'o1' },
  voted,
  abstained: 0,
  late: 0,
  answers,
  connected: 20,
});

test('an order is sent best first, and marked again as it was', () => {
  const marked = { order: ['o2', 'o0'], abstain: false, full: false };
  const vote = answering.vote(ranking, marked)!;
  expect(vote).toEqual({ answer: ['o2', 'o0'], abstain: false });
  expect(answering.marked(ranking, vote)).toEqual(marked);
  expect(answering.words(ranking, vote)).toBe('1.\u00a0Trust, 2.\u00a0Pay');
});

test('nothing is sent while nothing has a place; abstaining is an answer', () => {
  expect(answering.vote(ranking, answering.nothing(ranking))).toBeNull();
  const abstaining = { order: [], abstain: true, full: false };
  expect(answering.vote(ranking, abstaining)).toEqual({ answer: [], abstain: true });
});

test('a tap too many says what to do', () => {
  const marked = { order: ['o0', 'o1'], abstain: false, full: false };
  expect(answering.problem(ranking, marked)).toBeNull();
  expect(answering.problem(ranking, { ...marked, full: true })).toBe('All 2 places are taken. Take one back first.');
});

test('a result is said: nothing before there is one, the leader while open, all of it at the end', () => {
  expect(answering.result(ranking)).toBe('');
  expect(answering.result({ ...ranking, tally: tally(0) })).toBe('No votes yet.');
  expect(answering.result({ ...ranking, tally: tally(0, 4) })).toBe('Results appear from the fifth answer.');
  expect(answering.result({ ...ranking, tally: tally(10) })).toBe('Leading: Time 2.5 of 3, placed first by 100% (10).');
  expect(answering.result({ ...ranking, state: 'locked', tally: tally(10) })).toBe(
    'Result: Time 2.5 of 3, placed first by 100% (10); Pay 2.0 of 3, placed first by 0% (0); ' +
      'Trust 1.5 of 3, placed first by 0% (0). Not ranked counts as the mean of the places left.',
  );
});
