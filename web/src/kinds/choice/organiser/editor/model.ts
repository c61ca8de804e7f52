import type { OrganiserPoll, PollDraft, Results } from '../../../../protocol/messages.gen.ts';

/** As Draft.java has them; lengths in characters (code points). */
export const LONGEST = { question: 300, option: 200, abstain: 80 };
export const MOST_OPTIONS = 20;

export interface EditorOption {
  /** Names the row on the page; never sent. */
  key: number;
  /** The server's id; an option without one is new. */
  id?: string;
  text: string;
  exclusive: boolean;
}

/** A poll as it is being written. Plain data: changed by replacing it, kept as JSON. */
export interface Editor {
  question: string;
  options: EditorOption[];
  several: boolean;
  /** With `several`: the most that may be chosen; null is as many as there are. */
  most: number | null;
  abstain: boolean;
  abstainLabel: string;
  results: Results;
  nextKey: number;
}

export const blank = (): Editor => ({
  question: '',
  options: [0, 1, 2].map((key) => ({ key, text: '', exclusive: false })),
  several: false,
  most: null,
  abstain: false,
  abstainLabel: 'Prefer not to say',
  results: 'hidden',
  nextKey: 3,
});

type Source = Pick<OrganiserPoll, 'question' | 'options' | 'maxChoices' | 'abstain' | 'chosen'>;

export function fromPoll(poll: Source): Editor {
  const several = poll.maxChoices > 1;
  return {
    question: poll.question,
    options: poll.options.map(({ id, text, exclusive }, key) => ({ key, id, text, exclusive })),
    several,
    most: several && poll.maxChoices < poll.options.length ? poll.maxChoices : null,
    abstain: poll.abstain !== null,
    abstainLabel: poll.abstain ?? 'Prefer not to say',
    results: poll.chosen,
    nextKey: poll.options.length,
  };
}

/** Runs of white space as one, trimmed: what the server will make of it. */
export const line = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim();
export const count = (text: string): number => [...line(text)].length;

/** Options with a text; empty rows are left out. */
export const written = (editor: Editor): EditorOption[] => editor.options.filter((option) => line(option.text) !== '');

/** The most that may be chosen now: never more than there are options. */
export function maxChoices(editor: Editor): number {
  const options = Math.max(1, written(editor).length);
  return editor.several ? Math.min(editor.most ?? options, options) : 1;
}

export function toDraft(editor: Editor): PollDraft {
  return {
    question: line(editor.question),
    options: written(editor).map(({ id, text, exclusive }) => ({
      text: line(text),
      ...(id === undefined ? {} : { id }),
      ...(exclusive && editor.several ? { exclusive } : {}),
    })),
    maxChoices: maxChoices(editor),
    abstain: editor.abstain ? line(editor.abstainLabel) : null,
    results: editor.results,
  };
}

/** A copy is a new poll: its options are new too. */
export function toCopy(editor: Editor): PollDraft {
  const draft = toDraft(editor);
  return {
    ...draft,
    options: draft.options.map(({ text, exclusive }) => (exclusive ? { text, exclusive } : { text })),
  };
}

/** Whether both would be sent as the same poll. */
export const same = (one: Editor, other: Editor): boolean =>
  JSON.stringify(toDraft(one)) === JSON.stringify(toDraft(other));
