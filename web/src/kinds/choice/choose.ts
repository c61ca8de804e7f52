import type { Poll } from '../../protocol/messages.gen.ts';

/**
 * "Choose one", "Choose up to 3", "Choose all that apply": an option that excludes the others is not one of several.
 */
export function choose({ maxChoices, options }: Pick<Poll, 'maxChoices' | 'options'>): string {
  if (maxChoices === 1) return 'Choose one';
  return maxChoices >= options.filter((option) => !option.exclusive).length
    ? 'Choose all that apply'
    : `Choose up to ${maxChoices}`;
}

/** The same, or nothing when the question says it itself. */
export function chooseHint(poll: Pick<Poll, 'maxChoices' | 'options' | 'question'>): string {
  const words = choose(poll);
  return poll.question.toLowerCase().includes(words.toLowerCase()) ? '' : words;
}
