import { expect, test } from 'vitest';
import { byMean } from '../../voting/means.ts';
import { resultRows } from './result.ts';
import {
  baseSentence,
  ordinal,
  rankHint,
  rankWords,
  resultWords,
  ruleLine,
  winnerAside,
  winnerLine,
} from './sentences.ts';

const options = ['Childcare', 'Flexible working', 'Mentoring'].map((text, index) => ({ id: `o${index}`, text }));
const asked = { options, places: 2, unranked: 'mean' as const };
const rows = (doublePoints: number[], firsts: number[], winner: string | null, voted: number) =>
  byMean(resultRows(asked, { doublePoints, firsts, winner }, voted));

test('places are said in words', () => {
  expect([1, 2, 3, 11, 15].map(ordinal)).toEqual(['first', 'second', 'third', 'eleventh', 'fifteenth']);
});

test('says how much is to be ranked, unless the question does', () => {
  expect(rankWords(asked)).toBe('Rank your top 2');
  expect(rankWords({ ...asked, places: 3 })).toBe('Rank all 3');
  expect(rankWords({ ...asked, places: 1 })).toBe('Choose your first');
  expect(rankHint({ ...asked, question: 'What matters?' })).toBe('Rank your top 2');
  expect(rankHint({ ...asked, question: 'Rank your top 2 of these.' })).toBe('');
});

test('says the rule and of whom the numbers are', () => {
  const tally = { voted: 1_234, abstained: 0, answers: 1_234 };
  expect(baseSentence(asked, tally)).toBe(
    'Means and shares of the 1,234 people who ranked. First place is 3 points, the last 1. ' +
      'Not ranked counts as the mean of the places left.',
  );
  expect(ruleLine({ unranked: 'zero' })).toBe('Not ranked counts as 0 points');
  expect(baseSentence(asked, { voted: 1, abstained: 0, answers: 1 })).toContain('of the one person who ranked.');
  expect(baseSentence(asked, { voted: 0, abstained: 0, answers: 0 })).toBe('Nobody has ranked yet.');
  expect(baseSentence(asked, { voted: 0, abstained: 0, answers: 4 })).toBe('Results appear from the fifth answer.');
  expect(baseSentence(asked, { voted: 20, abstained: 0, answers: 23 })).toMatch(
    /^Result of the first 20 answers; 23 have voted\. Means and shares of the 20 people/,
  );
});

test('the one to one winner is named where the scores name another', () => {
  const apart = rows([50, 52, 18], [6, 4, 0], 'o0', 10);
  expect(winnerLine(apart)).toBe('“Childcare” beats every other option one to one.');
  expect(winnerAside(apart)).toBe('Its mean score is second.');
  const level = rows([50, 50, 20], [6, 4, 0], 'o0', 10);
  expect(winnerAside(level)).toBe('Its mean score is level with another.');
  for (const same of [rows([52, 50, 18], [6, 4, 0], 'o0', 10), rows([50, 52, 18], [6, 4, 0], null, 10)]) {
    expect(winnerLine(same)).toBe('');
    expect(winnerAside(same)).toBe('');
  }
});

test('the result in words: the leader while votes come in, all of it at the end', () => {
  const apart = rows([50, 52, 18], [6, 4, 0], 'o0', 10);
  expect(resultWords(asked, apart, false)).toBe(
    'Leading: Flexible working 2.6 of 3, placed first by 40% (4). ' +
      '“Childcare” beats every other option one to one. Its mean score is second.',
  );
  expect(resultWords(asked, apart, true)).toBe(
    'Result: Flexible working 2.6 of 3, placed first by 40% (4); Childcare 2.5 of 3, placed first by 60% (6); ' +
      'Mentoring 0.9 of 3, placed first by 0% (0). “Childcare” beats every other option one to one. ' +
      'Its mean score is second. Not ranked counts as the mean of the places left.',
  );
});
