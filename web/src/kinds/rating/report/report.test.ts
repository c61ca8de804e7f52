import { expect, test } from 'vitest';
import type { RatingEntry } from './chart.ts';
import reporting from './index.ts';

const entry = {
  kind: 'rating',
  room: 'Main hall',
  question: 'How far do you agree?',
  state: 'locked',
  terms: { scale: { type: 'agreement', points: 5, low: null, high: null }, noOpinion: 'No opinion' },
  connected: 12,
  voted: 10,
  abstained: 0,
  notShown: 0,
  statements: [
    { id: 'a', text: 'It pays', counts: [2, 2, 2, 2, 2], noOpinion: 0 },
    { id: 'b', text: 'It lasts', counts: [0, 0, 1, 4, 4], noOpinion: 1 },
  ],
} as unknown as RatingEntry;
const said = (of: RatingEntry) =>
  reporting
    .finding(of)
    ?.map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('') ?? null;
const scaled = (scale: object, statements = entry.statements) =>
  ({ ...entry, terms: { scale, noOpinion: null }, statements }) as RatingEntry;

test('the finding names what was found, of each scale', () => {
  expect(said(entry)).toBe('It lasts found the most agreement, 89%.');
  expect(reporting.base(entry)).toBe('10 of 12 rated');
  const points = { type: 'points', points: 5, low: 'Poor', high: 'Good' };
  expect(said(scaled(points))).toBe('It lasts has the highest mean, 4.3.');
  expect(said(scaled(points, entry.statements.slice(0, 1)))).toBe('It pays has a median of 3 and a mean of 3.0.');
  const recommended = [{ id: 'a', text: 'R', counts: [1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1], noOpinion: 0 }];
  expect(said(scaled({ type: 'promoter', points: 11 }, recommended))).toBe('The net promoter score is +25, of 4.');
  expect(said({ ...entry, statements: entry.statements.slice(0, 1) })).toBe('40% agree: It pays.');
});

test('what is level is said so, and of nobody nothing', () => {
  const level = entry.statements.map((each) => ({ ...each, counts: [0, 0, 0, 3, 3] }));
  expect(said({ ...entry, statements: level })).toBe('Level: It pays and It lasts found the most agreement, 100%.');
  const none = entry.statements.map((each) => ({ ...each, counts: [null, null, null, null, null], noOpinion: null }));
  expect(said({ ...entry, statements: none })).toBeNull();
});
