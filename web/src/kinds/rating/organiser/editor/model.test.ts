import { expect, test } from 'vitest';
import type { OrganiserRating } from '../../../../protocol/messages.gen.ts';
import { kindText } from '../words.ts';
import { blank, fromRating, mostOf, opened, problems, toDraft } from './model.ts';

const rating: OrganiserRating = {
  kind: 'rating',
  id: 'r',
  round: 1,
  question: 'How good?',
  statements: ['It pays', 'It lasts'].map((text, index) => ({ id: `o${index}`, text })),
  scale: { type: 'points', points: 7, low: 'Poor', high: 'Good' },
  noOpinion: 'No view',
  abstain: 'Prefer not to say',
  state: 'draft',
  results: 'stage',
  chosen: 'hidden',
  tally: { round: 1, version: 1, result: null, voted: 0, abstained: 0, late: 0, answers: 0, connected: 0 },
  rev: 4,
  hasVotes: false,
  anonymised: false,
};

test('what is edited and not changed is sent as it was; a copy is new', () => {
  const { question, statements, scale, noOpinion, abstain } = rating;
  const draft = { question, statements, scale, noOpinion, abstain, results: 'hidden' };
  expect(toDraft(fromRating(rating))).toEqual(draft);
  expect(toDraft(fromRating(rating), true).statements).toEqual([{ text: 'It pays' }, { text: 'It lasts' }]);
});

test('each scale has its points, and names of ends where it needs them', () => {
  const editor = fromRating(rating);
  expect(toDraft({ ...editor, scale: 'agreement' }).scale).toEqual({
    type: 'agreement',
    points: 5,
    low: null,
    high: null,
  });
  expect(toDraft({ ...editor, scale: 'promoter' }).scale.points).toBe(11);
  expect(mostOf({ scale: 'promoter' })).toBe(1);
  expect(mostOf(editor)).toBe(10);
});

test('what is to be mended is said where it is', () => {
  const editor = fromRating(rating);
  expect(problems(editor)).toEqual({ option: {} });
  expect(problems(blank())).toMatchObject({
    question: 'Write the question.',
    options: 'Write at least one statement.',
  });
  expect(problems({ ...editor, scale: 'promoter' }).options).toContain('Remove the others.');
  expect(problems({ ...editor, low: ' ' }).low).toBe('Write what the lowest point means.');
  expect(problems({ ...editor, high: 'x'.repeat(41) }).high).toBe('It has 41 characters. Use at most 40.');
  expect(problems({ ...editor, high: 'Poor ' }).high).toContain('the same name');
  expect(problems({ ...editor, scale: 'agreement', low: '' }).low).toBeUndefined();
  expect(problems({ ...editor, opinionLabel: '' }).opinion).toContain('No opinion');
});

test('a preview has numbers for every point', () => {
  const { tally } = opened(fromRating(rating), true);
  expect(tally.result!.counts.map(({ length }) => length)).toEqual([7, 7]);
});

test('the desk says in a line what is asked', () => {
  expect(kindText(rating)).toBe(
    '2 statements · 7 points, 1: Poor, 7: Good · “No view” offered · may abstain: “Prefer not to say”',
  );
  const scale = { type: 'agreement', points: 5, low: null, high: null } as const;
  expect(kindText({ ...rating, scale, noOpinion: null, abstain: null })).toBe(
    '2 statements · agreement, 5 points · statements may be left out',
  );
});
