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

/** People who answer in a preview. */
const MADE_UP = 48;

/** What a ballot's organisers would see of this draft if it were open. */
export const openedBallot = <D extends ReturnType<typeof ballotDraft>, R>(draft: D, result: R, votes: boolean) => ({
  ...draft,
  id: 'preview',
  rev: 1,
  round: 1,
  state: 'open' as const,
  chosen: draft.results,
  hasVotes: false,
  anonymised: false,
  tally: {
    round: 1,
    version: 1,
    result,
    voted: votes ? MADE_UP : 0,
    abstained: 0,
    late: 0,
    answers: votes ? MADE_UP : 0,
    connected: MADE_UP + 8,
  },
});

/** Options of a preview; what nobody has written yet has its place. */
export const openedOptions = <O extends { text: string; id?: string }>(options: readonly O[]): (O & { id: string })[] =>
  options.map((option, index) => ({ ...option, id: option.id ?? `new${index}` }));

/** Shares of made-up answers: uneven, and not in the order of the options. */
export const madeUp = (index: number): number => [14, 9, 19, 6, 11, 4, 8, 3, 5, 2][index % 10]!;

/** Question and options as plain texts. */
export const ballotText = (editor: BallotEditor & WithOptions) => ({
  question: line(editor.question),
  options: written(editor).map(({ text }) => line(text)),
});
