import { expect, test } from 'vitest';
import type { OrganiserRanking } from '../../../../protocol/messages.gen.ts';
import { kindText } from '../words.ts';
import { blank, fromRanking, placesOf, toDraft } from './model.ts';

const ranking: OrganiserRanking = {
  kind: 'ranking',
  id: 'r',
  round: 1,
  question: 'What first?',
  options: ['Pay', 'Time', 'Trust'].map((text, index) => ({ id: `o${index}`, text })),
  places: 2,
  shuffled: true,
  unranked: 'zero',
  abstain: 'Prefer not to say',
  state: 'draft',
  results: 'stage',
  chosen: 'hidden',
  tally: { round: 1, version: 1, result: null, voted: 0, abstained: 0, late: 0, answers: 0, connected: 0 },
  rev: 4,
  hasVotes: false,
  anonymised: false,
};

test('what is edited and not changed is sent as it was', () => {
  const { question, options, places, shuffled, unranked, abstain } = ranking;
  expect(toDraft(fromRanking(ranking))).toEqual({
    question,
    options,
    places,
    shuffled,
    unranked,
    abstain,
    results: 'hidden',
  });
});

test('a copy is new, and so are its options', () => {
  expect(toDraft(fromRanking(ranking), true).options).toEqual([{ text: 'Pay' }, { text: 'Time' }, { text: 'Trust' }]);
});

test('there are never more places than options; all of them stays all of them', () => {
  const editor = fromRanking(ranking);
  expect(placesOf({ ...editor, options: editor.options.slice(0, 1) })).toBe(1);
  const all = fromRanking({ ...ranking, places: 3 });
  expect(all.places).toBeNull();
  expect(placesOf({ ...all, options: [...all.options, { key: 9, text: 'Childcare' }] })).toBe(4);
  expect(toDraft(blank())).toMatchObject({ unranked: 'mean', shuffled: false, places: 1, options: [] });
});

test('the desk says in a line what is asked', () => {
  expect(kindText(ranking)).toBe(
    'Rank your top 2 · 3 options, in a random order on each phone · may abstain: “Prefer not to say” · ' +
      'Not ranked counts as 0 points',
  );
  expect(kindText({ ...ranking, places: 3, shuffled: false, unranked: 'mean', abstain: null })).toBe(
    'Rank all 3 · 3 options · Not ranked counts as the mean of the places left',
  );
});
