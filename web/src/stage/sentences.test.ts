import { expect, test } from 'vitest';
import type { Poll } from '../protocol/messages.gen.ts';
import { abstainLine, baseLine, emptyLine, hiddenLine, joinedLine, present, summary, troubleLine } from './sentences.ts';

const tally = { round: 1, version: 4, counts: [118, 61, 74], voted: 253, abstained: 12, late: 2 };
const poll: Poll = {
  kind: 'poll', id: 'p', round: 1, question: 'What first?', maxChoices: 1, abstain: 'Prefer not to say', state: 'open', results: 'stage', tally,
  options: ['Culture', 'Mentoring', 'Flexible working'].map((text, index) => ({ id: `${index}`, text, exclusive: false })),
};
const presence = { joined: 342, here: 300 };

test('says of what the percentages are', () => {
  expect(baseLine(poll)).toBe('percentages of voters');
  expect(baseLine({ ...poll, maxChoices: 3 })).toBe('percentages of voters, who could choose several');
  expect(baseLine({ ...poll, tally: { ...tally, voted: 0 } })).toBe('no votes yet');
});

test('says abstainers apart, in the organiser’s words, and only when there are any', () => {
  expect(abstainLine(poll)).toBe('12 chose “Prefer not to say”');
  expect(abstainLine({ ...poll, tally: { ...tally, abstained: 0 } })).toBe('');
  expect(abstainLine({ ...poll, abstain: null })).toBe('');
});

test('never claims more voters than people', () => expect(present(tally, { joined: 100, here: 1 })).toBe(265));

test('sums up for a screen reader: the leader while open, all of it at the end', () => {
  expect(summary(poll, presence, false)).toBe(
    'What first? Voting is open. 253 of 342 have voted. Leading: Culture 47%, 118. 12 chose “Prefer not to say”.',
  );
  expect(summary({ ...poll, state: 'locked' }, presence, true)).toBe(
    'What first? Voting is locked. 253 of 342 have voted. Result: Culture 47%, 118; Flexible working 29%, 74; Mentoring 24%, 61. 12 chose “Prefer not to say”.',
  );
});

test('the summary tells nothing that is hidden', () => {
  const hidden = summary({ ...poll, results: 'hidden', tally: { ...tally, counts: null } }, presence, false);
  expect(hidden).toBe('What first? Voting is open. 253 of 342 have answered. Results are hidden until the presenter reveals them.');
  expect(summary({ ...poll, state: 'draft', tally: null }, presence, false)).toBe('What first? Voting opens soon.');
});

test('says why there are no bars', () => {
  expect(hiddenLine({ ...poll, state: 'draft' })).toBe('Voting opens soon.');
});

test.each([[0, 'Nobody has joined yet'], [1, '1 person has joined'], [342, '342 people have joined']])('counts %i people', (joined, words) =>
  expect(joinedLine({ joined, here: 0 })).toBe(words));

test('is discreet about trouble', () => {
  expect(troubleLine(false, 'ok')).toBe('');
  expect(troubleLine(false, 'away')).toBe('Counting is paused. This is the last result.');
  expect(troubleLine(true, 'away')).toBe('Reconnecting. This is the last result.');
});

test('has a calm sentence where there is no stage', () => {
  expect(emptyLine({ kind: 'connecting' }, false)).toBe('');
  expect(emptyLine({ kind: 'connecting' }, true)).toBe('Connecting to the event.');
  expect(emptyLine({ kind: 'offline' }, true)).toContain('keeps trying');
  expect(emptyLine({ kind: 'refused', code: 4003, name: 'refused', message: 'x' }, false)).toContain('organiser page');
  expect(emptyLine({ kind: 'refused', code: 4006, name: 'eventGone', message: 'Gone.' }, false)).toBe('Gone.');
});
