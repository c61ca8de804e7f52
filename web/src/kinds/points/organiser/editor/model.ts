import { MOST_OPTIONS as MOST } from '../../../../protocol/limits.gen.ts';
import type { OrganiserPointsPoll, PointsDraft } from '../../../../protocol/messages.gen.ts';
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
  type BallotEditor,
  type WithOptions,
} from '../../../../voting/organiser/editor/model.ts';
import { optionProblems, type OptionProblems } from '../../../../voting/organiser/editor/problems.ts';

export const MOST_OPTIONS = MOST.points;
/** Points a person can have. */
export const MOST_POINTS = 1_000;

/** A points poll as it is being written. */
export interface Editor extends BallotEditor, WithOptions {
  /** Points of each person, as typed. */
  total: string;
  /** The steps wanted; where they do not add up to the total, the next smaller ones that do are taken. */
  step: number;
}

export interface Problems extends OptionProblems {
  total?: string;
}

export const blank = (): Editor => ({ ...blankBallot(), ...blankOptions(), total: '100', step: 5 });

type Source = Pick<OrganiserPointsPoll, 'question' | 'options' | 'total' | 'step' | 'abstain' | 'chosen'>;

export const fromPoints = (poll: Source): Editor => ({
  ...fromBallot(poll),
  ...fromOptions(poll.options),
  total: String(poll.total),
  step: poll.step,
});

/** Null: what is typed is no number of points. */
export function totalOf({ total }: Pick<Editor, 'total'>): number | null {
  const points = /^\s*\d{1,4}\s*$/.test(total) ? Number(total) : 0;
  return points >= 1 && points <= MOST_POINTS ? points : null;
}

/** Steps in which so many points can be given, from 1. */
export const stepsOf = (total: number): number[] =>
  Array.from({ length: total }, (_, index) => index + 1).filter((step) => total % step === 0);

/** The steps that are taken. */
export function stepOf(editor: Pick<Editor, 'total' | 'step'>): number {
  const total = totalOf(editor);
  return total === null
    ? editor.step
    : stepsOf(total)
        .filter((step) => step <= editor.step)
        .at(-1)!;
}

export function problems(editor: Editor): Problems {
  const found: Problems = optionProblems(editor);
  if (totalOf(editor) === null) found.total = `Write a whole number from 1 to ${MOST_POINTS}.`;
  return found;
}

/** What is no number of points is sent as none: it is mended before. */
export const toDraft = (editor: Editor, copy = false): PointsDraft => ({
  ...ballotDraft(editor),
  options: optionsDraft(editor, copy),
  total: totalOf(editor) ?? 0,
  step: stepOf(editor),
});

/** Made-up people give all points to one option each: the sums are what so many would give. */
export function opened(editor: Editor, votes: boolean): OrganiserPointsPoll {
  const total = totalOf(editor) ?? 100;
  const step = stepOf({ total: String(total), step: editor.step });
  const draft = { ...toDraft(editor), total, step };
  const options = openedOptions(draft.options);
  const ballot = openedBallot(draft, null, votes);
  const weights = options.map((_, index) => madeUp(index));
  const all = weights.reduce((sum, each) => sum + each, 0);
  const points = weights.map((weight) => Math.round((weight * total * ballot.tally.voted) / Math.max(1, all)));
  const givers = weights.map((weight) => Math.min(ballot.tally.voted, 2 * weight + 8));
  const tally = { ...ballot.tally, result: votes ? { points, givers } : null };
  return { kind: 'points', ...draft, ...ballot, tally, options };
}
