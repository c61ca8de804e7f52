import { expect, test } from 'vitest';
import type { OrganiserPoll } from '../../protocol/messages.gen.ts';
import { kindText, liveText, short } from './words.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id, exclusive: false }));

test.each([
  [1, null, 'Choose one · 3 options'],
  [2, null, 'Choose up to 2 · 3 options'],
  [3, 'Prefer not to say', 'Choose all that apply · 3 options · may abstain: “Prefer not to say”'],
])('at most %i, abstain %s', (maxChoices, abstain, expected) => expect(kindText({ maxChoices, abstain, options })).toBe(expected));

test('long questions are cut at a word', () => {
  expect(short('Short?')).toBe('Short?');
  expect(short('What should be our first priority in the coming year of work?')).toBe('What should be our first priority in the coming…');
  expect([...short('🐘'.repeat(60))]).toHaveLength(48);
});

test('says where voting stands', () => {
  const poll = { state: 'open', tally: { round: 1, version: 1, counts: [1, 0, 0], voted: 1, abstained: 2, late: 0 } } as OrganiserPoll;
  expect(liveText(poll, 10)).toBe('Open for voting. 1 of 10 voted, 2 abstained.');
  expect(liveText({ ...poll, state: 'draft', tally: null }, 10)).toBe('Not opened yet. 0 of 10 voted.');
  expect(liveText(null, 10)).toBe('');
});
