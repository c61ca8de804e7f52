import type { OrganiserWords, WordsDraft, WordsLanguage, WordsResult } from '../../../../protocol/messages.gen.ts';
import {
  ballotDraft,
  blankBallot,
  fromBallot,
  openedBallot,
  type BallotEditor,
} from '../../../../voting/organiser/editor/model.ts';

/** A word cloud as it is being written. */
export interface Editor extends BallotEditor {
  /** Answers a person may give. */
  entries: number;
  /** Characters of one. */
  length: number;
  approveFirst: boolean;
  languages: readonly WordsLanguage[];
}

export const ENTRIES: readonly number[] = [1, 2, 3, 4, 5];
export const LENGTHS: readonly number[] = [15, 25, 40];

export const blank = (): Editor => ({ ...blankBallot(), entries: 3, length: 25, approveFirst: false, languages: [] });

type Source = Pick<
  OrganiserWords,
  'question' | 'abstain' | 'chosen' | 'entries' | 'length' | 'approveFirst' | 'languages'
>;

export const fromWords = (words: Source): Editor => ({
  ...fromBallot(words),
  entries: words.entries,
  length: words.length,
  approveFirst: words.approveFirst,
  languages: words.languages,
});

export const toDraft = (editor: Editor): WordsDraft => ({
  ...ballotDraft(editor),
  entries: editor.entries,
  length: editor.length,
  approveFirst: editor.approveFirst,
  languages: [...editor.languages],
});

/** With or without a language, in the order in which they are offered. */
export const toggled = (languages: readonly WordsLanguage[], one: WordsLanguage): WordsLanguage[] =>
  (['en', 'cy'] as const).filter((each) => (each === one) !== languages.includes(each));

/** What people might write, for a look at the picture. */
const MADE_UP = [
  ...['flexible hours', 'mentoring', 'trust', 'childcare', 'fair pay', 'sponsors', 'time', 'respect', 'visibility'],
  ...['role models', 'training', 'confidence', 'networks', 'job share', 'feedback', 'cydweithio', 'support', 'clarity'],
];

const madeUp = (): WordsResult => ({
  terms: MADE_UP.map((text, at) => ({ id: `preview${at}`, text, count: Math.max(1, Math.round(19 / (1 + at * 0.6))) })),
  more: 0,
  held: 0,
  hidden: 0,
});

export function opened(editor: Editor, votes: boolean): OrganiserWords {
  const draft = toDraft(editor);
  return { kind: 'words', ...draft, ...openedBallot(draft, votes ? madeUp() : null, votes) };
}
