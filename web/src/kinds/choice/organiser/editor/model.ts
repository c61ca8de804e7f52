import { MOST_OPTIONS as MOST } from '../../../../protocol/limits.gen.ts';
import type { OrganiserPoll, PollDraft } from '../../../../protocol/messages.gen.ts';
import {
  ballotDraft,
  blankBallot,
  blankOptions,
  fromBallot,
  fromOptions,
  madeUp,
  openedBallot,
  openedOptions,
  optionsDraft,
  written,
  type BallotEditor,
  type WithOptions,
} from '../../../../voting/organiser/editor/model.ts';

export const MOST_OPTIONS = MOST.poll;

/** A poll as it is being written. */
export interface Editor extends BallotEditor, WithOptions {
  /** Keys of the options that cannot be combined with others. */
  exclusive: number[];
  several: boolean;
  /** With `several`: the most that may be chosen; null is as many as there are. */
  most: number | null;
}

export const blank = (): Editor => ({
  ...blankBallot(),
  ...blankOptions(),
  exclusive: [],
  several: false,
  most: null,
});

type Source = Pick<OrganiserPoll, 'question' | 'options' | 'maxChoices' | 'abstain' | 'chosen'>;

export function fromPoll(poll: Source): Editor {
  const several = poll.maxChoices > 1;
  return {
    ...fromBallot(poll),
    ...fromOptions(poll.options),
    exclusive: poll.options.flatMap(({ exclusive }, key) => (exclusive ? [key] : [])),
    several,
    most: several && poll.maxChoices < poll.options.length ? poll.maxChoices : null,
  };
}

/** The most that may be chosen now: never more than there are options. */
export function maxChoices(editor: Editor): number {
  const options = Math.max(1, written(editor).length);
  return editor.several ? Math.min(editor.most ?? options, options) : 1;
}

export function toDraft(editor: Editor, copy = false): PollDraft {
  const alone = written(editor).map(({ key }) => editor.several && editor.exclusive.includes(key));
  return {
    ...ballotDraft(editor),
    options: optionsDraft(editor, copy).map((option, index) =>
      alone[index] ? { ...option, exclusive: true } : option,
    ),
    maxChoices: maxChoices(editor),
  };
}

export function opened(editor: Editor, votes: boolean): OrganiserPoll {
  const draft = toDraft(editor);
  const options = openedOptions(draft.options).map(({ exclusive = false, ...option }) => ({ ...option, exclusive }));
  const result = options.map((_, index) => (votes ? madeUp(index) : 0));
  return { kind: 'poll', ...openedBallot(draft, result, votes), options, maxChoices: draft.maxChoices };
}
