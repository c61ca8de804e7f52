import { describe, expect, test } from 'vitest';
import { editors } from '../../editor/editors.ts';
import { offered } from '../../kinds.ts';
import { kindNamed, plan, type Makeable } from './entries.ts';
import { ofTable, readList } from './list.ts';
import { columnName, parseTable } from './table.ts';

/** Two are enough, and what others are called is nothing to this. */
const some = offered.filter(({ kind }) => kind === 'poll' || kind === 'ranking');
const kinds: Makeable[] = some.map(({ kind, noun, offer }) => ({
  kind,
  noun,
  title: offer.title,
  also: offer.also ?? [],
  editing: editors[kind]!,
  off: null,
}));
const isKind = (word: string) => kindNamed(word, kinds) !== undefined;
const optionsOf = (draft: object) =>
  'options' in draft ? (draft.options as { text: string }[]).map(({ text }) => text) : [];
const planned = (text: string) => plan(readList(text, isKind), kinds);
const drafts = (text: string) =>
  planned(text).map((each) =>
    'makes' in each ? [each.makes.kind, each.makes.draft.question, ...optionsOf(each.makes.draft)] : each.wrong,
  );

describe('a list from a spreadsheet', () => {
  test('has a row for each, with the kind first, or without', () => {
    expect(drafts('Ranking\tWhat first?\tPay\tTime\nPoll\tAgain?\tYes\tNo\n')).toEqual([
      ['ranking', 'What first?', 'Pay', 'Time'],
      ['poll', 'Again?', 'Yes', 'No'],
    ]);
    expect(drafts('What first?\tPay\tTime\n')).toEqual([['poll', 'What first?', 'Pay', 'Time']]);
  });

  test('is read by the words that head its columns, in any order', () => {
    const text =
      'Option 1,Question,Option 2,Type\r\nPay,"What, first?",Time,multiple choice\r\n,,,\r\nYes,Again?,No,\r\n';
    expect(drafts(text)).toEqual([
      ['poll', 'What, first?', 'Pay', 'Time'],
      ['poll', 'Again?', 'Yes', 'No'],
    ]);
  });

  test('says which rows cannot be made now, and why', () => {
    const updated = kinds.map((each) => (each.kind === 'ranking' ? { ...each, off: 'Not yet.' } : each));
    const made = plan(readList('Ranking\tWhat first?\tPay\tTime\nPoll\tAgain?\tYes\tNo\n', isKind), updated);
    expect(made.map((each) => ('makes' in each ? each.makes.kind : each.wrong))).toEqual([
      ['Row 1, column B: Not yet.'],
      'poll',
    ]);
  });

  test('may have the options in one cell, a line each', () => {
    expect(drafts('Question;Options\n"Why?";"- Pay\n- Time"\n')).toEqual([['poll', 'Why?', 'Pay', 'Time']]);
  });

  test('names row and column of what is wrong, and says what to do', () => {
    const noKind = /^Row 2, column A: “Quizz” is no kind of activity\. Write Poll.* or leave it empty\.$/;
    const long = 'x'.repeat(301);
    const many = Array.from({ length: 21 }, (_, n) => `Option ${n}`).join('\t');
    expect(
      drafts(
        [
          'Kind\tQuestion\tOptions',
          'Quizz\tA?\tb\tc',
          'Poll\t\tYes\tNo',
          `Poll\t${long}\tYes\tNo`,
          'Poll\tA?\tYes\tYes',
          'Poll\tA?\tYes',
          `Poll\tA?\t${many}`,
        ].join('\n'),
      ),
    ).toEqual([
      [expect.stringMatching(noKind)],
      ['Row 3, column B: Write the question.'],
      ['Row 4, column B: The question has 301 characters. Use at most 300.'],
      ['Row 5, column D: The same text as option 1. Change or remove one.'],
      ['Row 6, column B: Write at least two options.'],
      ['Row 7, column W: a poll has at most 20 options. Take some out.'],
    ]);
  });
});

test('a list as text has a question and its options on lines, and an empty line before the next', () => {
  expect(drafts('1. What first?\n- Pay\n- Time, and rest\n\n\nAgain?\nYes\nNo')).toEqual([
    ['poll', 'What first?', 'Pay', 'Time, and rest'],
    ['poll', 'Again?', 'Yes', 'No'],
  ]);
  expect(drafts('Again?\nYes')).toEqual([['Line 1: Write at least two options.']]);
});

test('cells are as spreadsheets save them', () => {
  expect(parseTable('\ufeffa;"b ""c"";\nd";\r\n1;2')).toEqual([
    ['a', 'b "c";\nd', ''],
    ['1', '2'],
  ]);
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('an empty list makes nothing', () => {
  expect(planned('')).toEqual([]);
  expect(ofTable([['', ' ']], isKind)).toEqual([]);
});

test('nothing that is pasted throws', () => {
  for (const text of ['"', '\t', 'a\t"b', '""""', ',,,\n,', 'Kind\tQuestion', '\u0000']) {
    expect(() => planned(text)).not.toThrow();
  }
});
