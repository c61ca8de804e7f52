import { describe, expect, test } from 'vitest';
import type { OrganiserPoll } from '../../../../protocol/messages.gen.ts';
import { blank, fromPoll, maxChoices, toDraft, type Editor } from './model.ts';
import { removeOption, setOption } from '../../../../voting/organiser/editor/options.ts';
import { optionProblems } from '../../../../voting/organiser/editor/problems.ts';

const poll: OrganiserPoll = {
  kind: 'poll',
  id: 'p',
  rev: 3,
  round: 1,
  question: 'Which of these have you used?',
  state: 'draft',
  results: 'everyone',
  chosen: 'stage',
  maxChoices: 2,
  options: [
    { id: 'a', text: 'Job share', exclusive: false },
    { id: 'b', text: 'Part-time', exclusive: false },
    { id: 'c', text: 'None of these', exclusive: true },
  ],
  abstain: 'Prefer not to say',
  tally: null,
  hasVotes: false,
  anonymised: false,
};
const texts = (editor: Editor, ...words: string[]): Editor => ({
  ...editor,
  options: words.map((text, key) => ({ key, text })),
});

describe('editor', () => {
  test('R2 what was revealed is not what was chosen', () => {
    expect(fromPoll(poll).results).toBe('stage');
    expect(toDraft(fromPoll(poll), true).results).toBe('stage');
    const revealed: OrganiserPoll = { ...poll, results: 'hidden' };
    expect(toDraft(fromPoll(revealed))).toEqual(toDraft(fromPoll(poll)));
  });

  test('a poll that is not touched is sent as it came', () => {
    expect(toDraft(fromPoll(poll))).toEqual({
      question: poll.question,
      maxChoices: 2,
      abstain: 'Prefer not to say',
      results: 'stage',
      options: [
        { id: 'a', text: 'Job share' },
        { id: 'b', text: 'Part-time' },
        { id: 'c', text: 'None of these', exclusive: true },
      ],
    });
  });

  test('a copy has options of its own', () => {
    expect(toDraft(fromPoll(poll), true).options).toEqual([
      { text: 'Job share' },
      { text: 'Part-time' },
      { text: 'None of these', exclusive: true },
    ]);
  });

  test('R5 options that read the same are the same, composed or not', () => {
    expect(optionProblems(texts(blank(), 'caf\u00e9', 'cafe\u0301')).option[1]).toContain('The same text as option 1');
    expect(toDraft(texts(blank(), 'cafe\u0301', 'tea')).options[0]).toEqual({ text: 'caf\u00e9' });
  });

  test('empty rows are left out and white space is tidied', () => {
    const draft = toDraft({ ...texts(blank(), ' Yes ', '', ' No\tway '), question: '  Really \n so? ' });
    expect(draft.options).toEqual([{ text: 'Yes' }, { text: 'No way' }]);
    expect(draft.question).toBe('Really so?');
  });

  test('as many as there are follows the options; a number never exceeds them', () => {
    const several = { ...texts(blank(), 'a', 'b', 'c'), several: true };
    expect(maxChoices(several)).toBe(3);
    expect(maxChoices({ ...several, most: 2 })).toBe(2);
    expect(maxChoices({ ...texts(several, 'a', 'b'), most: 5 })).toBe(2);
    expect(maxChoices({ ...several, several: false, most: 2 })).toBe(1);
    expect(fromPoll({ ...poll, maxChoices: 3 }).most).toBeNull();
  });

  test('exclusive means nothing where only one can be chosen', () => {
    expect(toDraft({ ...fromPoll(poll), several: false }).options[2]).toEqual({ id: 'c', text: 'None of these' });
  });

  test('an option that was emptied can be combined with others again', () => {
    const two = { ...texts(blank(), 'a', 'None'), exclusive: [1], several: true, nextKey: 2 };
    const emptied = setOption(removeOption(two, 1), 2, 'b');
    expect(toDraft(emptied).options).toEqual([{ text: 'a' }, { text: 'b' }]);
  });
});
