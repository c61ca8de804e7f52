import type { Names, OrganiserQuestions, QaSettings } from '../../../protocol/messages.gen.ts';

/** What questions start with where nothing was set yet. */
const AT_FIRST: QaSettings = {
  state: 'draft',
  check: 'before',
  names: 'choice',
  maxLength: 300,
  perPerson: 10,
  openCounts: false,
};

/**
 * The settings as they are, or what they start with. A finalised Q&A reads as locked: it cannot be changed any more.
 */
export function usual(qa: OrganiserQuestions | null): QaSettings {
  if (!qa) return AT_FIRST;
  const { state, check, names, maxLength, perPerson, openCounts } = qa;
  return { state: state === 'final' ? 'locked' : state, check, names, maxLength, perPerson, openCounts };
}

export const namesWords: Record<Names, string> = {
  anonymous: 'Always anonymously',
  choice: 'As each person chooses',
  named: 'Always with a name',
};

export const LIMITS = { maxLength: [50, 1_000], perPerson: [1, 50] } as const;

/** What is wrong with a number that was typed; undefined when it is fine. */
export function numberProblem(field: keyof typeof LIMITS, value: number): string | undefined {
  const [least, most] = LIMITS[field];
  return Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : `Write a whole number from ${least} to ${most}.`;
}
