import { count, line, LONGEST, written, type BallotEditor } from './model.ts';

/** What to mend, by field. Options by the key of their row. */
export interface BallotProblems {
  question?: string;
  options?: string;
  option: Record<number, string>;
  abstain?: string;
}

export function ballotProblems(editor: BallotEditor): BallotProblems {
  const found: BallotProblems = { option: {} };
  const question = tooLong(editor.question, LONGEST.question, 'question');
  if (line(editor.question) === '') found.question = 'Write the question.';
  else if (question) found.question = question;
  if (written(editor).length < 2) found.options = 'Write at least two options.';
  const seen = new Map<string, number>();
  editor.options.forEach((option, index) => {
    const text = line(option.text);
    if (text === '') return;
    const twin = seen.get(text);
    const long = tooLong(text, LONGEST.option, 'option');
    if (twin !== undefined) found.option[option.key] = `The same text as option ${twin + 1}. Change or remove one.`;
    else if (long) found.option[option.key] = long;
    seen.set(text, twin ?? index);
  });
  if (editor.abstain) {
    const label = line(editor.abstainLabel);
    const long = tooLong(label, LONGEST.abstain, 'label');
    if (label === '') found.abstain = 'Write how to abstain, for example “Prefer not to say”.';
    else if (seen.has(label)) found.abstain = `The same text as option ${seen.get(label)! + 1}. Change one of them.`;
    else if (long) found.abstain = long;
  }
  return found;
}

export const sound = (found: BallotProblems): boolean =>
  !found.question && !found.options && !found.abstain && Object.keys(found.option).length === 0;

function tooLong(text: string, most: number, what: string): string | null {
  const has = count(text);
  return has > most ? `The ${what} has ${has} characters. Use at most ${most}.` : null;
}
