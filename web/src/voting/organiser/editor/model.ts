import type { Results } from '../../../protocol/messages.gen.ts';
import type { OrganiserBallot } from '../../activity.ts';

/** As the server has them; lengths in characters (code points). */
export const LONGEST = { question: 300, option: 200, abstain: 80 };

export interface EditorOption {
  /** Names the row on the page; never sent. */
  key: number;
  /** The server's id; an option without one is new. */
  id?: string;
  text: string;
}

/** Rows of options, as they are being written. */
export interface WithOptions {
  options: EditorOption[];
  nextKey: number;
}

/** What is written of a ballot of any kind. Plain data: changed by replacing it, kept as JSON. */
export interface BallotEditor extends WithOptions {
  question: string;
  abstain: boolean;
  abstainLabel: string;
  results: Results;
}

const ABSTAIN = 'Prefer not to say';

export const blankBallot = (): BallotEditor => ({
  question: '',
  options: [0, 1, 2].map((key) => ({ key, text: '' })),
  abstain: false,
  abstainLabel: ABSTAIN,
  results: 'hidden',
  nextKey: 3,
});

type Source = Pick<OrganiserBallot, 'question' | 'abstain' | 'chosen'> & {
  options: readonly { id: string; text: string }[];
};

export const fromBallot = ({ question, options, abstain, chosen }: Source): BallotEditor => ({
  question,
  options: options.map(({ id, text }, key) => ({ key, id, text })),
  abstain: abstain !== null,
  abstainLabel: abstain ?? ABSTAIN,
  results: chosen,
  nextKey: options.length,
});

/** Runs of white space as one, trimmed: what the server will make of it. */
export const line = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim();
export const count = (text: string): number => [...line(text)].length;

/** Options with a text; empty rows are left out. */
export const written = ({ options }: Pick<WithOptions, 'options'>): EditorOption[] =>
  options.filter((option) => line(option.text) !== '');

/** What every draft of a ballot holds. A copy is new, and so are its options. */
export const ballotDraft = (editor: BallotEditor, copy = false) => ({
  question: line(editor.question),
  options: written(editor).map(({ id, text }) => ({
    text: line(text),
    ...(id === undefined || copy ? {} : { id }),
  })),
  abstain: editor.abstain ? line(editor.abstainLabel) : null,
  results: editor.results,
});
