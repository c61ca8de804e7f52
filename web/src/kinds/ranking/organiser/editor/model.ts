import { MOST_OPTIONS as MOST } from '../../../../protocol/limits.gen.ts';
import type { OrganiserRanking, RankingDraft } from '../../../../protocol/messages.gen.ts';
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

export const MOST_OPTIONS = MOST.ranking;

/** A ranking as it is being written. */
export interface Editor extends BallotEditor, WithOptions {
  /** Places people can give; null is as many as there are options. */
  places: number | null;
  shuffled: boolean;
  unranked: RankingDraft['unranked'];
}

export const blank = (): Editor => ({
  ...blankBallot(),
  ...blankOptions(),
  places: null,
  shuffled: false,
  unranked: 'mean',
});

type Source = Pick<
  OrganiserRanking,
  'question' | 'options' | 'places' | 'shuffled' | 'unranked' | 'abstain' | 'chosen'
>;

export const fromRanking = (ranking: Source): Editor => ({
  ...fromBallot(ranking),
  ...fromOptions(ranking.options),
  places: ranking.places < ranking.options.length ? ranking.places : null,
  shuffled: ranking.shuffled,
  unranked: ranking.unranked,
});

/** The places people can give now: never more than there are options. */
export function placesOf(editor: Editor): number {
  const options = Math.max(1, written(editor).length);
  return Math.min(editor.places ?? options, options);
}

export const toDraft = (editor: Editor, copy = false): RankingDraft => ({
  ...ballotDraft(editor),
  options: optionsDraft(editor, copy),
  places: placesOf(editor),
  shuffled: editor.shuffled,
  unranked: editor.unranked,
});

export function opened(editor: Editor, votes: boolean): OrganiserRanking {
  const draft = toDraft(editor);
  const options = openedOptions(draft.options);
  const firsts = options.map((_, index) => madeUp(index));
  const doublePoints = firsts.map((first) => 2 * first * Math.max(1, options.length - 1));
  const result = votes ? { doublePoints, firsts, winner: null } : null;
  return { kind: 'ranking', ...draft, ...openedBallot(draft, result, votes), options };
}
