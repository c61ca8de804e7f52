import { expect, test } from 'vitest';
import type { Rating, RatingTally } from '../../../protocol/messages.gen.ts';
import { answering } from './answering.ts';
import { rate } from './selection.ts';

const rating: Rating = {
  kind: 'rating',
  id: 'r',
  round: 1,
  question: 'How far do you agree?',
  statements: ['It pays', 'It lasts'].map((text, index) => ({ id: `o${index}`, text })),
  scale: { type: 'agreement', points: 5, low: null, high: null },
  noOpinion: 'No opinion',
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'everyone',
  tally: null,
};
const free = { ...rating, noOpinion: null };
const one = { ...rating, statements: rating.statements.slice(0, 1) };
const tally = (voted: number, answers = voted): RatingTally => ({
  round: 1,
  version: 1,
  result: {
    counts: [
      [0, 0, 0, voted, 0],
      [voted, 0, 0, 0, 0],
    ],
    noOpinion: [0, 0],
  },
  voted,
  abstained: 0,
  late: 0,
  answers,
  connected: 20,
});

test('entries are sent in the order of the statements, and marked again as they were', () => {
  const marked = rate(rate(answering.nothing(rating), 'o1', 'none'), 'o0', '4');
  const vote = answering.vote(rating, marked)!;
  expect(vote).toEqual({ answer: ['o0:4', 'o1:none'], abstain: false });
  expect(answering.marked(rating, vote)).toEqual(marked);
  expect(answering.words(rating, vote)).toBe('It pays: Agree; It lasts: No opinion');
  expect(answering.words(one, { answer: ['o0:1'], abstain: false })).toBe('Strongly disagree');
});

test('where no opinion is offered every statement needs an answer, elsewhere one is enough', () => {
  const some = rate(answering.nothing(rating), 'o1', '2');
  expect(answering.vote(rating, some)).toBeNull();
  expect(answering.missing(rating, some)).toBe('“It pays” has no answer yet.');
  expect(answering.missing(rating, answering.nothing(rating))).toBe('2 statements have no answer yet.');
  expect(answering.vote(free, some)).toEqual({ answer: ['o1:2'], abstain: false });
  expect(answering.vote(free, rate(some, 'o1', null))).toBeNull();
  expect(answering.missing(free, answering.nothing(free))).toBe('Rate at least one statement first.');
  expect(answering.missing(one, answering.nothing(one))).toBe('Choose an answer first.');
});

test('abstaining is an answer, and a point takes it back', () => {
  const abstaining = { given: {}, abstain: true };
  expect(answering.vote(rating, abstaining)).toEqual({ answer: [], abstain: true });
  expect(rate(abstaining, 'o0', '3')).toEqual({ given: { o0: '3' }, abstain: false });
});

test('a result is said: nothing before there is one, what leads while open, all of it at the end', () => {
  expect(answering.result(rating)).toBe('');
  expect(answering.result({ ...rating, tally: tally(0) })).toBe('No votes yet.');
  expect(answering.result({ ...rating, tally: tally(0, 4) })).toBe('Results appear from the fifth answer.');
  expect(answering.result({ ...rating, tally: tally(10) })).toBe(
    'Most agreement: It pays: 100% agree, 0% neither, 0% disagree, median agree, 10 rated.',
  );
  expect(answering.result({ ...rating, state: 'locked', tally: tally(10) })).toBe(
    'Result: It pays: 100% agree, 0% neither, 0% disagree, median agree, 10 rated; ' +
      'It lasts: 0% agree, 0% neither, 100% disagree, median strongly disagree, 10 rated.',
  );
});
