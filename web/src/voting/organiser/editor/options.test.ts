import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankBallot, blankOptions, type BallotEditor, type WithOptions } from './model.ts';
import { addOption, moveOption, pastedLines, pasteOptions, removeOption, setOption } from './options.ts';
import { ballotProblems, optionProblems, sound } from './problems.ts';

const MOST = 20;

type Editor = BallotEditor & WithOptions;

const of = (...texts: string[]): Editor => ({
  ...blankBallot(),
  question: 'Q?',
  options: texts.map((text, key) => ({ key, text })),
  nextKey: texts.length,
});
const texts = (editor: Editor) => editor.options.map((option) => option.text);

describe('options', () => {
  test('are added after a row or at the end, up to twenty', () => {
    expect(texts(addOption(of('a', 'b'), MOST, 0))).toEqual(['a', '', 'b']);
    expect(texts(addOption(of('a', 'b'), MOST))).toEqual(['a', 'b', '']);
    const full = of(...Array.from({ length: MOST }, (_, n) => `${n}`));
    expect(addOption(full, MOST)).toBe(full);
  });

  test('are removed down to two rows', () => {
    expect(texts(removeOption(of('a', 'b', 'c'), 1))).toEqual(['a', 'c']);
    expect(texts(removeOption(of('a', 'b'), 0))).toEqual(['', 'b']);
    expect(texts(removeOption(of('a', 'b'), 0, 1))).toEqual(['b']);
    expect(texts(removeOption(of('a'), 0, 1))).toEqual(['']);
  });

  test('move', () => expect(texts(moveOption(of('a', 'b', 'c'), 0, 2))).toEqual(['b', 'c', 'a']));

  test('keys stay unique whatever is done', () => {
    const change = fc.oneof(
      fc.nat().map((n) => (e: Editor) => addOption(e, MOST, n % 25)),
      fc.nat().map((n) => (e: Editor) => removeOption(e, n % 25)),
      fc.tuple(fc.nat(), fc.nat()).map(
        ([n, to]) =>
          (e: Editor) =>
            moveOption(e, e.options[n % e.options.length]!.key, to % 20),
      ),
      fc.tuple(fc.nat(), fc.array(fc.string(), { maxLength: 30 })).map(
        ([n, lines]) =>
          (e: Editor) =>
            pasteOptions(e, MOST, e.options[n % e.options.length]!.key, lines, { start: 0, end: 0 }).editor,
      ),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const end = changes.reduce((editor, apply) => apply(editor), { ...blankBallot(), ...blankOptions() } as Editor);
        expect(new Set(end.options.map((option) => option.key)).size).toBe(end.options.length);
        expect(end.options.length).toBeGreaterThanOrEqual(2);
        expect(end.options.length).toBeLessThanOrEqual(MOST);
      }),
    );
  });
});

describe('pasting', () => {
  test('one line is left to the browser, bullets and numbers go', () => {
    expect(pastedLines('Just text')).toBeNull();
    expect(pastedLines('\n Just text \n')).toBeNull();
    expect(pastedLines('- Yes\r\n* No\n\n3. Maybe\nd) I have no view\n50:50 by 2020')).toEqual([
      'Yes',
      'No',
      'Maybe',
      'I have no view',
      '50:50 by 2020',
    ]);
  });

  test('fills empty rows first, then makes new ones, and keeps what was there', () => {
    const { editor, left } = pasteOptions(of('a', '', 'c'), MOST, 0, ['1', '2', '3'], { start: 1, end: 1 });
    expect(texts(editor)).toEqual(['a1', '2', '3', 'c']);
    expect(left).toEqual([]);
  });

  test('says what found no room', () => {
    const lines = Array.from({ length: 23 }, (_, n) => `line ${n}`);
    const { editor, left } = pasteOptions(of('', ''), MOST, 0, lines, { start: 0, end: 0 });
    expect(texts(editor)).toEqual(lines.slice(0, 20));
    expect(left).toEqual(lines.slice(20));
  });
});

describe('problems', () => {
  test('none', () => expect(sound(optionProblems(of('Yes', 'No')))).toBe(true));
  test('each at its field', () => {
    const found = optionProblems({
      ...of('Yes', ' Yes', 'x'.repeat(201)),
      question: ' ',
      abstain: true,
      abstainLabel: 'Yes',
    });
    expect(found.question).toBe('Write the question.');
    expect(found.option[1]).toContain('option 1');
    expect(found.option[2]).toContain('201');
    expect(found.abstain).toContain('option 1');
    expect(sound(found)).toBe(false);
  });
  test('too few options, an empty label, too long a question', () => {
    expect(optionProblems(of('Yes', '')).options).toBe('Write at least two options.');
    expect(optionProblems({ ...of('Yes', 'No'), abstain: true, abstainLabel: '' }).abstain).toContain(
      'Write how to abstain',
    );
    expect(optionProblems({ ...of('Yes', 'No'), question: '🐘'.repeat(301) }).question).toContain('301');
    expect(sound(optionProblems({ ...of('Yes', 'No'), question: '🐘'.repeat(300) }))).toBe(true);
  });
  test('a ballot without options has a question and a way to abstain', () => {
    expect(sound(ballotProblems({ ...blankBallot(), question: 'Q?' }))).toBe(true);
    const found = ballotProblems({ ...blankBallot(), abstain: true, abstainLabel: 'x'.repeat(81) });
    expect(found.question).toBe('Write the question.');
    expect(found.abstain).toContain('81');
    expect(sound(found)).toBe(false);
  });
  test('rows that are no options are called what they are, and may be one', () => {
    expect(sound(optionProblems(of('Yes'), 1, 'statement'))).toBe(true);
    expect(optionProblems(of(''), 1, 'statement').options).toBe('Write at least one statement.');
    expect(optionProblems(of('Yes'), 2, 'statement').options).toBe('Write at least two statements.');
    expect(optionProblems(of('Yes', 'Yes'), 1, 'statement').option[1]).toContain('statement 1');
  });
  test('nothing is overlooked in fields that a kind has of its own', () => {
    expect(sound({ most: undefined, statement: {} })).toBe(true);
    expect(sound({ most: undefined, statement: { 3: 'Write it.' } })).toBe(false);
  });
  test('an option can be changed', () => expect(texts(setOption(of('a', 'b'), 1, 'z'))).toEqual(['a', 'z']));
});
