import { expect, test } from 'vitest';
import type { Sentence } from '../../report/report.ts';
import { shareFinding } from './finding.ts';

const said = (sentence: Sentence | null) =>
  sentence?.map((piece) => (typeof piece === 'string' ? piece : `*${piece.text}*`)).join('') ?? null;
const of = (counts: Record<string, number>, base: number) =>
  said(
    shareFinding(
      Object.entries(counts).map(([text, count]) => ({ text, count })),
      base,
      'leads with',
    ),
  );

test.each([
  ['ahead', { A: 383, B: 196, C: 238 }, 1034, '*A* leads with 37%, 14 points ahead of *C*.'],
  ['one point', { A: 51, B: 50 }, 101, '*A* leads with 50%, 1 vote ahead of *B*.'],
  ['two level', { A: 30, B: 30, C: 5 }, 65, 'Level: *A* and *B* with 46% each.'],
  ['all level', { A: 5, B: 5, C: 5, D: 5 }, 20, 'Level: 4 options with 25% each.'],
  ['two seconds', { A: 10, B: 5, C: 5 }, 20, '*A* leads with 50%, 25 points ahead of *B* and *C*.'],
  ['many seconds', { A: 8, B: 1, C: 1, D: 1, E: 1 }, 12, '*A* leads with 67%, 59 points ahead of 4 others.'],
  ['nobody else', { A: 9, B: 0 }, 9, '*A* leads with 100%; nobody chose anything else.'],
  ['nobody', { A: 0, B: 0 }, 0, null],
  ['only who abstained', { A: 0, B: 0 }, 3, null],
] as const)('%s', (_name, counts, base, sentence) => {
  expect(of(counts, base)).toBe(sentence);
});
