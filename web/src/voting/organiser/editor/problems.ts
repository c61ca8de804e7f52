import { LONGEST } from '../../../protocol/limits.gen.ts';
import { count, line, written, type BallotEditor, type WithOptions } from './model.ts';

/** What to mend in a ballot of any kind, by field. */
export interface BallotProblems {
  question?: string;
  abstain?: string;
}

/** The same of a kind with options, each by the key of its row. */
export interface OptionProblems extends BallotProblems {
  options?: string;
  option: Record<number, string>;
}

export function ballotProblems(editor: BallotEditor): BallotProblems {
  const found: BallotProblems = {};
  const question = tooLong(editor.question, LONGEST.question, 'question');
  if (line(editor.question) === '') found.question = 'Write the question.';
  else if (question) found.question = question;
  if (!editor.abstain) return found;
  const long = tooLong(editor.abstainLabel, LONGEST.abstain, 'label');
  if (line(editor.abstainLabel) === '') found.abstain = 'Write how to abstain, for example “Prefer not to say”.';
  else if (long) found.abstain = long;
  return found;
}

/**
 * @param least rows there have to be
 * @param one what an option is called, in the middle of a sentence
 */
export function optionProblems(editor: BallotEditor & WithOptions, least: 1 | 2 = 2, one = 'option'): OptionProblems {
  const found: OptionProblems = { ...ballotProblems(editor), option: {} };
  if (written(editor).length < least) found.options = `Write at least ${least === 1 ? `one ${one}` : `two ${one}s`}.`;
  const seen = new Map<string, number>();
  editor.options.forEach((option, index) => {
    const text = line(option.text);
    if (text === '') return;
    const twin = seen.get(text);
    const long = tooLong(text, LONGEST.option, one);
    if (twin !== undefined) found.option[option.key] = `The same text as ${one} ${twin + 1}. Change or remove one.`;
    else if (long) found.option[option.key] = long;
    seen.set(text, twin ?? index);
  });
  const twin = editor.abstain ? seen.get(line(editor.abstainLabel)) : undefined;
  if (twin !== undefined) found.abstain = `The same text as ${one} ${twin + 1}. Change one of them.`;
  return found;
}

/** Whether nothing is to be mended, in whatever fields a kind has. */
export const sound = (found: object): boolean =>
  Object.values(found).every((each: unknown) => (typeof each === 'object' && each ? sound(each) : !each));

function tooLong(text: string, most: number, what: string): string | null {
  const has = count(text);
  return has > most ? `The ${what} has ${has} characters. Use at most ${most}.` : null;
}
