import { expect, test } from 'vitest';
import type { OrganiserPoll } from '../../protocol/messages.gen.ts';
import { kindText, liveText, pollMark, short } from './words.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id, exclusive: false }));

test.each([
  [1, null, 'Choose one · 3 options'],
  [2, null, 'Choose up to 2 · 3 options'],
  [3, 'Prefer not to say', 'Choose all that apply · 3 options · may abstain: “Prefer not to say”'],
])('at most %i, abstain %s', (maxChoices, abstain, expected) =>
  expect(kindText({ maxChoices, abstain, options })).toBe(expected),
);

test('long questions are cut at a word', () => {
  expect(short('Short?')).toBe('Short?');
  expect(short('What should be our first priority in the coming year of work?')).toBe(
    'What should be our first priority in the coming…',
  );
  expect([...short('🐘'.repeat(60))]).toHaveLength(48);
});

test('says where voting stands', () => {
  const poll = {
    state: 'open',
    abstain: 'No view',
    tally: { round: 1, version: 1, counts: [1, 0, 0], voted: 1, abstained: 2, late: 0, answers: 3, connected: 10 },
  } as OrganiserPoll;
  expect(liveText(poll)).toBe('Open for voting. 3 of 10 answered, 2 of those in the result abstained.');
  expect(liveText({ ...poll, state: 'draft', tally: null })).toBe('Not opened yet. 0 of 0 answered.');
});

test('C1 says Closing while votes on their way still count', () => {
  const poll = { state: 'locked', closingMs: 9_000, tally: null } as OrganiserPoll;
  expect(liveText(poll)).toBe('Closing. 0 of 0 answered.');
  expect(pollMark(poll)).toEqual({ text: 'Closing', tone: 'locked' });
  expect(pollMark({ state: 'locked' })).toEqual({ text: 'Locked', tone: 'locked' });
});
