import { expect, test } from 'vitest';
import type { PointsEntry } from './chart.ts';
import reporting from './index.ts';

const entry = {
  kind: 'points',
  room: 'Main hall',
  question: 'What for?',
  state: 'locked',
  terms: { total: 100, step: 5 },
  connected: 12,
  voted: 10,
  abstained: 0,
  notShown: 0,
  options: [
    { id: 'a', text: 'Time', points: 350, givers: 8 },
    { id: 'b', text: 'A sponsor', points: 450, givers: 9 },
    { id: 'c', text: 'Shortlists', points: 200, givers: 4 },
  ],
} as unknown as PointsEntry;
const said = (of: PointsEntry) =>
  reporting
    .finding(of)
    ?.map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('') ?? null;

test('who has the most points is said, with what they are of', () => {
  expect(said(entry)).toBe('A sponsor has the most points, a mean of 45.0 of 100 points.');
  expect(reporting.base(entry)).toBe('10 of 12 shared 100 points');
  expect(reporting.method!(entry)).toContain('The mean counts who gave an option nothing as 0');
});

test('level options are level; of nobody nothing is said', () => {
  const level = { ...entry, options: entry.options.map((option) => ({ ...option, points: 300 })) };
  expect(said(level)).toBe('Level: Time, A sponsor and Shortlists with a mean of 30.0 of 100 points each.');
  const nobody = { ...entry, voted: 0, options: entry.options.map((o) => ({ ...o, points: null, givers: null })) };
  expect(said(nobody)).toBeNull();
});
