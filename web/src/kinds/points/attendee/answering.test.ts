import { expect, test } from 'vitest';
import { poll, tallyOf } from '../testing.ts';
import { answering } from './answering.ts';
import { spread, type Selection } from './selection.ts';

const of = (points: Record<string, number>): Selection => ({ points, abstain: false, full: false });

test('points are sent of whoever gets any, and marked again as they were', () => {
  const vote = answering.vote(poll, of({ o2: 60, o0: 40, o1: 0 }))!;
  expect(vote).toEqual({ answer: ['o0:40', 'o2:60'], abstain: false });
  expect(answering.marked(poll, vote)).toEqual(of({ o0: 40, o2: 60 }));
  expect(answering.words(poll, vote)).toBe('Pay\u00a040, Trust\u00a060');
  expect(answering.vote(poll, { ...answering.nothing(poll), abstain: true })).toEqual({ answer: [], abstain: true });
});

test('nothing is sent that does not add up, and the words say how many are left or too many', () => {
  for (const [points, problem, missing] of [
    [{}, null, 'Share all 100 points first.'],
    [{ o0: 65 }, null, '35 points left. Give all of them, then vote.'],
    [{ o0: 65, o1: 55 }, '20 points too many. Take some back.', ''],
    [{ o0: 33, o1: 67 }, '“Pay”: Give points in steps of 5, such as 30 or 35.', ''],
  ] as const) {
    expect(answering.vote(poll, of(points))).toBeNull();
    expect(answering.problem(poll, of(points))).toBe(problem);
    if (missing) expect(answering.missing(poll, of(points))).toBe(missing);
  }
  expect(answering.missing({ ...poll, total: 1, step: 1 }, of({}))).toBe('Give your point first.');
  expect(answering.problem({ ...poll, step: 1 }, of({ o0: 0.5 }))).toBe('“Pay”: Give whole points, such as 0 or 1.');
});

test('a press on more when nothing is left says what to do', () => {
  expect(answering.problem(poll, { ...spread(poll), full: true })).toBe(
    'All 100 points are given. Take some back first.',
  );
  expect(answering.problem(poll, spread(poll))).toBeNull();
});

test('a result is said: nothing before there is one, the leader while open, all of it at the end', () => {
  const tally = tallyOf([250, 450, 300], [8, 10, 6], 10);
  expect(answering.result(poll)).toBe('');
  expect(answering.result({ ...poll, tally: tallyOf([0, 0, 0], [0, 0, 0], 0) })).toBe('No votes yet.');
  expect(answering.result({ ...poll, tally: tallyOf([0, 0, 0], [0, 0, 0], 0, 4) })).toBe(
    'Results appear from the fifth answer.',
  );
  expect(answering.result({ ...poll, tally })).toBe('Leading, mean of 100 points: Time 45.0, given any by 100% (10).');
  expect(answering.result({ ...poll, state: 'locked', tally })).toBe(
    'Result, mean of 100 points: Time 45.0, given any by 100% (10); Trust 30.0, given any by 60% (6); ' +
      'Pay 25.0, given any by 80% (8).',
  );
});
