import { expect, test } from 'vitest';
import type { OrganiserPointsPoll } from '../../../../protocol/messages.gen.ts';
import { poll, tallyOf } from '../../testing.ts';
import { kindText } from '../words.ts';
import editing from './index.ts';
import { blank, fromPoints, opened, problems, stepOf, stepsOf, toDraft, totalOf } from './model.ts';

const organisers: OrganiserPointsPoll = {
  ...poll,
  kind: 'points',
  tally: tallyOf([0, 0, 0], [0, 0, 0], 0),
  state: 'draft',
  chosen: 'hidden',
  rev: 4,
  hasVotes: false,
  anonymised: false,
};

test('what is edited and not changed is sent as it was; a copy is new, and so are its options', () => {
  const { question, options, total, step, abstain } = organisers;
  expect(toDraft(fromPoints(organisers))).toEqual({ question, options, total, step, abstain, results: 'hidden' });
  expect(toDraft(fromPoints(organisers), true).options).toEqual([{ text: 'Pay' }, { text: 'Time' }, { text: 'Trust' }]);
  expect(toDraft(blank())).toMatchObject({ total: 100, step: 5, options: [] });
});

test('a number of points is whole and has an end', () => {
  const of = (total: string) => totalOf({ total });
  expect(['100', ' 7 ', '1', '1000'].map(of)).toEqual([100, 7, 1, 1_000]);
  expect(['', '0', '1001', '-5', '12.5', 'many', '1e2'].map(of)).toEqual(Array.from({ length: 7 }, () => null));
  const editor = { ...fromPoints(organisers), total: '0' };
  expect(problems(editor).total).toBe('Write a whole number from 1 to 1000.');
  expect(editing.sound(problems(editor))).toBe(false);
  expect(editing.sound(problems(fromPoints(organisers)))).toBe(true);
});

test('steps always add up: the next smaller ones where those wanted do not', () => {
  expect(stepsOf(12)).toEqual([1, 2, 3, 4, 6, 12]);
  expect(stepOf({ total: '100', step: 5 })).toBe(5);
  expect(stepOf({ total: '12', step: 5 })).toBe(4);
  expect(stepOf({ total: '7', step: 5 })).toBe(1);
  expect(stepOf({ total: '', step: 5 }), 'kept while something is typed').toBe(5);
});

test('a preview has a result of made-up people who gave all they had', () => {
  const { tally, total } = opened(fromPoints(organisers), true);
  const sum = tally.result!.points.reduce((all, each) => all + each, 0);
  expect(Math.abs(sum - tally.voted * total)).toBeLessThanOrEqual(3);
  expect(tally.result!.givers.every((people) => people <= tally.voted)).toBe(true);
  expect(opened(fromPoints(organisers), false).tally.result).toBeNull();
  expect(opened({ ...blank(), total: 'x' }, true).total).toBe(100);
});

test('the desk says in a line what is asked', () => {
  expect(kindText(organisers)).toBe('Share 100 points, in steps of 5 · 3 options · may abstain: “Prefer not to say”');
  expect(kindText({ ...organisers, total: 10, step: 1, abstain: null })).toBe('Share 10 points · 3 options');
});
