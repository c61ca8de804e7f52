import type { Poll } from '../../../protocol/messages.gen.ts';

/** What is marked in the form and not yet voted. */
export interface Selection {
  choice: string[];
  abstain: boolean;
  /** The last press was one too many. */
  tooMany: boolean;
}

export const nothing: Selection = { choice: [], abstain: false, tooMany: false };

/** The option that abstains has this value; no option id contains a dash. */
export const ABSTAIN = '-abstain';

/**
 * The selection after an option was pressed. Single choice replaces; multiple choice toggles; abstaining and options
 * that exclude the others stand alone; a press beyond the limit changes nothing but says so.
 */
export function press(poll: Poll, before: Selection, value: string): Selection {
  if (value === ABSTAIN) return { choice: [], abstain: !before.abstain || poll.maxChoices === 1, tooMany: false };
  if (poll.maxChoices === 1) return { choice: [value], abstain: false, tooMany: false };
  if (before.choice.includes(value)) {
    return { choice: before.choice.filter((id) => id !== value), abstain: false, tooMany: false };
  }
  const exclusive = (id: string) => poll.options.some((option) => option.id === id && option.exclusive);
  if (exclusive(value)) return { choice: [value], abstain: false, tooMany: false };
  const others = before.choice.filter((id) => !exclusive(id));
  if (others.length >= poll.maxChoices) return { choice: before.choice, abstain: false, tooMany: true };
  return { choice: [...others, value], abstain: false, tooMany: false };
}

export const isEmpty = (selection: Selection): boolean => !selection.abstain && selection.choice.length === 0;
