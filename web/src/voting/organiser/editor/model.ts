import type { Results } from '../../../protocol/messages.gen.ts';
import type { OrganiserBallot } from '../../activity.ts';

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
export interface BallotEditor {
  question: string;
  abstain: boolean;
  abstainLabel: string;
  results: Results;
}

const ABSTAIN = 'Prefer not to say';

export const blankBallot = (): BallotEditor => ({
  question: '',
  abstain: false,
  abstainLabel: ABSTAIN,
  results: 'hidden',
});

/** Of a kind with options: rows to begin with. */
export const blankOptions = (): WithOptions => ({
  options: [0, 1, 2].map((key) => ({ key, text: '' })),
  nextKey: 3,
});

export const fromBallot = ({
  question,
  abstain,
  chosen,
}: Pick<OrganiserBallot, 'question' | 'abstain' | 'chosen'>): BallotEditor => ({
  question,
  abstain: abstain !== null,
  abstainLabel: abstain ?? ABSTAIN,
  results: chosen,
});

export const fromOptions = (options: readonly { id: string; text: string }[]): WithOptions => ({
  options: options.map(({ id, text }, key) => ({ key, id, text })),
  nextKey: options.length,
});

/** Runs of white space as one, trimmed: what the server will make of it. */
export const line = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim();
export const count = (text: string): number => [...line(text)].length;

/** Options with a text; empty rows are left out. */
export const written = ({ options }: Pick<WithOptions, 'options'>): EditorOption[] =>
  options.filter((option) => line(option.text) !== '');

/** What every draft of a ballot holds. */
export const ballotDraft = (editor: BallotEditor) => ({
  question: line(editor.question),
  abstain: editor.abstain ? line(editor.abstainLabel) : null,
  results: editor.results,
});

/** Options as a draft holds them. A copy is new, and so are its options. */
export const optionsDraft = (editor: WithOptions, copy = false) =>
  written(editor).map(({ id, text }) => ({
    text: line(text),
    ...(id === undefined || copy ? {} : { id }),
  }));
