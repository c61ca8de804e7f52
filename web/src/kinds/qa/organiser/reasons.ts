import type { DeclineReason } from '../../../protocol/messages.gen.ts';

/** Why a question is declined, in the order of the keys 1 to 6. `told` is what its asker reads. */
export const REASONS: readonly { code: DeclineReason; words: string; told: string }[] = [
  { code: 'offTopic', words: 'Off topic', told: 'It is not about the topic of this session.' },
  { code: 'abusive', words: 'Abusive', told: 'Its words hurt.' },
  { code: 'namesSomebody', words: 'Names a person', told: 'It names a person.' },
  { code: 'duplicate', words: 'Asked already', told: 'It was asked already.' },
  { code: 'notAQuestion', words: 'Not a question', told: 'It is not a question.' },
  { code: 'other', words: 'Another reason', told: 'It does not fit here.' },
];

/** Longest note beside a reason, in characters as people count them. */
export const LONGEST_NOTE = 200;

export const reasonWords = (code: string): string =>
  REASONS.find((reason) => reason.code === code)?.words ?? 'Another reason';
