import { expect, test } from 'vitest';
import editing from './index.ts';
import { blank, fromWords, opened, toDraft, toggled } from './model.ts';

test('what is written is what is sent, and what comes back is written the same', () => {
  const editor = { ...blank(), question: '  One word   for today ', entries: 2, length: 40, approveFirst: true };
  const draft = toDraft({ ...editor, abstain: true, languages: ['en', 'cy'] });
  expect(draft).toEqual({
    question: 'One word for today',
    entries: 2,
    length: 40,
    approveFirst: true,
    languages: ['en', 'cy'],
    abstain: 'Prefer not to say',
    results: 'hidden',
  });
  expect(toDraft(fromWords({ ...draft, chosen: draft.results }))).toEqual(draft);
});

test('languages stand in one order, whoever is ticked first', () => {
  expect(toggled([], 'cy')).toEqual(['cy']);
  expect(toggled(['cy'], 'en')).toEqual(['en', 'cy']);
  expect(toggled(['en', 'cy'], 'en')).toEqual(['cy']);
});

test('a preview has words of uneven numbers, most counted first, or no result yet', () => {
  const { tally } = opened(blank(), true);
  const counts = tally.result!.terms.map(({ count }) => count);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(new Set(counts).size).toBeGreaterThan(4);
  expect(Math.max(...counts)).toBeLessThanOrEqual(tally.voted);
  expect(opened(blank(), false).tally.result).toBeNull();
});

test('a question is needed', () => {
  expect(editing.sound(editing.problems(blank()))).toBe(false);
  expect(editing.sound(editing.problems({ ...blank(), question: 'One word?' }))).toBe(true);
});
