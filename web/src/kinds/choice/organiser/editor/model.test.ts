import { describe, expect, test } from 'vitest';
import { FakeStorage } from '../../../../protocol/fakes.ts';
import type { OrganiserPoll } from '../../../../protocol/messages.gen.ts';
import { Keep } from './keep.ts';
import { blank, fromPoll, maxChoices, same, toCopy, toDraft, type Editor } from './model.ts';
import { problems } from './problems.ts';
import { standing } from './standing.ts';

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
  sealed: false,
};
const texts = (editor: Editor, ...words: string[]): Editor => ({
  ...editor,
  options: words.map((text, key) => ({ key, text, exclusive: false })),
});

describe('editor', () => {
  test('R2 what was revealed is not what was chosen', () => {
    expect(fromPoll(poll).results).toBe('stage');
    expect(toCopy(fromPoll(poll)).results).toBe('stage');
    expect(standing(false, fromPoll(poll), { ...poll, results: 'hidden' })).toBe('fine');
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
    expect(toCopy(fromPoll(poll)).options).toEqual([
      { text: 'Job share' },
      { text: 'Part-time' },
      { text: 'None of these', exclusive: true },
    ]);
  });

  test('R5 options that read the same are the same, composed or not', () => {
    expect(problems(texts(blank(), 'caf\u00e9', 'cafe\u0301')).option[1]).toContain('The same text as option 1');
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
});

describe('standing', () => {
  const base = fromPoll(poll);
  test('a poll opened or locked meanwhile is fine', () =>
    expect(standing(false, base, { ...poll, rev: 4, state: 'open' })).toBe('fine'));
  test('another text is a change', () =>
    expect(standing(false, base, { ...poll, rev: 4, question: 'Other?' })).toBe('changed'));
  test('a vote freezes, as soon as the tally tells', () => {
    expect(standing(false, base, { ...poll, hasVotes: true })).toBe('votes');
    expect(
      standing(false, base, {
        ...poll,
        tally: { round: 1, version: 1, counts: [0, 0, 0], voted: 0, abstained: 1, late: 0, answers: 1, connected: 3 },
      }),
    ).toBe('votes');
  });
  test('deleted and new', () => {
    expect(standing(false, base, undefined)).toBe('gone');
    expect(standing(true, base, undefined)).toBe('new');
  });
});

describe('unsaved text', () => {
  const kept = { editor: fromPoll(poll), base: blank() };
  test('survives a reload', () => {
    const storage = new FakeStorage();
    new Keep(storage, 'e').save('p', kept);
    expect(new Keep(storage, 'e').load('p')).toEqual(kept);
    expect(new Keep(storage, 'e').load(null)).toBeNull();
    expect(new Keep(storage, 'other').load('p')).toBeNull();
    new Keep(storage, 'e').drop('p');
    expect(storage.items.size).toBe(0);
  });
  test('is kept in memory where storage is forbidden or full', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    for (const storage of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      const keep = new Keep(storage, 'e');
      keep.save(null, kept);
      expect(same(keep.load(null)!.editor, kept.editor)).toBe(true);
      keep.drop(null);
      expect(keep.load(null)).toBeNull();
    }
  });
});
