import { expect, test } from 'vitest';
import reporting from './index.ts';
import { rankingBars, type RankingEntry } from './chart.ts';

const entry = {
  kind: 'ranking',
  room: 'Main hall',
  question: 'What would help?',
  state: 'locked',
  terms: { places: 2, unranked: 'mean' },
  connected: 12,
  voted: 10,
  abstained: 0,
  notShown: 0,
  options: [
    { id: 'a', text: 'Time', points: 18, firsts: 2 },
    { id: 'b', text: 'A sponsor', points: 24.5, firsts: 4 },
    { id: 'c', text: 'Shortlists', points: 17.5, firsts: 4 },
  ],
  winner: 'b',
} as unknown as RankingEntry;
const said = (of: RankingEntry) =>
  reporting
    .finding(of)
    ?.map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('') ?? null;

test('the best score first, with its place and first places', () => {
  expect(rankingBars(entry).map(({ place, text, value, aside }) => [place, text, value, aside])).toEqual([
    [1, 'A sponsor', '2.45', '40%'],
    [2, 'Time', '1.80', '20%'],
    [3, 'Shortlists', '1.75', '40%'],
  ]);
  expect(said(entry)).toContain('A sponsor has the best mean score, ');
  expect(reporting.base(entry)).toBe('10 of 12 ranked their top 2');
});

test('who wins one to one is said where the scores say another, and level scores are level', () => {
  expect(said({ ...entry, winner: 'a' })).toMatch(/; one to one, Time beats every other option\.$/);
  const level = { ...entry, winner: null, options: entry.options.map((option) => ({ ...option, points: 20 })) };
  expect(said(level)).toBe('Level: Time, A sponsor and Shortlists with a mean score of 2.0 of 3 points.');
  expect(said({ ...entry, voted: 0, options: entry.options.map((o) => ({ ...o, points: null, firsts: null })) })).toBe(
    null,
  );
});
