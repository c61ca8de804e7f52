import { expect, test } from 'vitest';
import type { OrganiserNumberPoll } from '../../../../protocol/messages.gen.ts';
import { summarise } from '../../result.ts';
import { poll, tallyOf } from '../../testing.ts';
import { kindText } from '../words.ts';
import editing from './index.ts';
import { blank, fromNumber, numberOf, opened, problems, toDraft } from './model.ts';

const organisers: OrganiserNumberPoll = {
  ...poll,
  right: '42',
  tally: tallyOf({}),
  state: 'draft',
  chosen: 'hidden',
  rev: 4,
  hasVotes: false,
  anonymised: false,
};
const asked = { ...fromNumber(organisers), question: 'How many?' };

test('what is edited and not changed is sent as it was', () => {
  const { question, min, max, step, unit, right, abstain } = organisers;
  expect(toDraft(fromNumber(organisers))).toEqual({
    question,
    min,
    max,
    step,
    unit,
    right,
    abstain,
    results: 'hidden',
  });
  expect(toDraft(blank())).toMatchObject({ min: '0', max: '100', step: '1', unit: null, right: null });
  expect(toDraft({ ...asked, step: '0,50', unit: ' per  cent ' })).toMatchObject({ step: '0.5', unit: 'per cent' });
});

test('a number is read with comma and point, and has bounds', () => {
  expect(['0,5', '-12.50', '1,000,000', '10,000', '1000000000000'].map(numberOf)).toEqual([
    '0.5',
    '-12.5',
    '1000000',
    '10000',
    '1000000000000',
  ]);
  expect(['', 'many', '1e3', '0.0000001', '1000000000001', '9'.repeat(40)].map(numberOf)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

test.each([
  [{ min: '' }, { min: 'Write a number, such as 10 or 0.5.' }],
  [{ max: '-1' }, { max: 'Write one that is larger than the smallest.' }],
  [{ step: '0' }, { step: 'Write a step of more than 0, such as 1 or 0.5.' }],
  [{ step: '0.3' }, { step: 'Whole steps have to lead from 0 to 100, such as steps of 1.' }],
  [{ unit: 'y'.repeat(21) }, { unit: 'It has 21 characters. Use at most 20.' }],
  [{ right: '101' }, { right: 'Write one that people can answer, from 0 to 100, or leave it empty.' }],
  [{ right: 'x' }, { right: 'Write one that people can answer, from 0 to 100, or leave it empty.' }],
  [{ right: '' }, {}],
])('%o is to be mended: %o', (change, found) => {
  const editor = { ...asked, ...change };
  expect(problems(editor)).toEqual(found);
  expect(editing.sound(problems(editor))).toBe(Object.keys(found).length === 0);
});

test('a preview has a result of made-up people, whatever is typed', () => {
  for (const change of [{}, { max: '1' }, { max: '999999', step: '1' }, { max: 'x' }, { step: '7' }]) {
    const made = opened({ ...asked, ...change }, true);
    expect(made.tally.result!.counts.reduce((sum, count) => sum + count, 0)).toBe(made.tally.voted);
    expect(summarise(made, made.tally.result, made.tally.voted).quartiles).not.toBeNull();
  }
  expect(opened(asked, false).tally.result).toBeNull();
});

test('the desk says in a line what is asked', () => {
  expect(kindText(organisers)).toBe(
    'Give a number from 0 to 100\u00a0years · right value: 42\u00a0years · may abstain: “Prefer not to say”',
  );
  expect(kindText({ ...organisers, right: null, abstain: null, unit: null, step: '5' })).toBe(
    'Give a number from 0 to 100, in steps of 5',
  );
});
