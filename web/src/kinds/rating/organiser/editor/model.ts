import { MOST_OPTIONS } from '../../../../protocol/limits.gen.ts';
import type { OrganiserRating, RatingDraft, RatingScale } from '../../../../protocol/messages.gen.ts';
import {
  ballotDraft,
  blankBallot,
  blankOptions,
  count,
  fromBallot,
  fromOptions,
  line,
  madeUp,
  openedBallot,
  openedOptions,
  optionsDraft,
  written,
  type BallotEditor,
  type WithOptions,
} from '../../../../voting/organiser/editor/model.ts';
import { optionProblems, type OptionProblems } from '../../../../voting/organiser/editor/problems.ts';
import { POINTS } from '../../scale.ts';

export const MOST_STATEMENTS = MOST_OPTIONS.rating;
/** Characters of what an end of the scale is called, and of what stands for no opinion. */
export const LONGEST_END = 40;
export const LONGEST_OPINION = 80;
/** What a statement is called, in the middle of a sentence. */
export const ONE = 'statement';

/** A rating as it is being written: its statements are its options. */
export interface Editor extends BallotEditor, WithOptions {
  scale: RatingScale['type'];
  /** Of a scale with named ends. */
  points: number;
  low: string;
  high: string;
  opinion: boolean;
  opinionLabel: string;
}

export interface Problems extends OptionProblems {
  low?: string;
  high?: string;
  opinion?: string;
}

const SCALE = { points: 5, low: 'Not at all', high: 'Very much' };
const OPINION = 'No opinion';

export const blank = (): Editor => ({
  ...blankBallot(),
  ...blankOptions(),
  scale: 'agreement',
  ...SCALE,
  opinion: false,
  opinionLabel: OPINION,
});

type Source = Pick<OrganiserRating, 'question' | 'statements' | 'scale' | 'noOpinion' | 'abstain' | 'chosen'>;

export const fromRating = (rating: Source): Editor => ({
  ...fromBallot(rating),
  ...fromOptions(rating.statements),
  scale: rating.scale.type,
  points: rating.scale.type === 'points' ? rating.scale.points : SCALE.points,
  low: rating.scale.low ?? SCALE.low,
  high: rating.scale.high ?? SCALE.high,
  opinion: rating.noOpinion !== null,
  opinionLabel: rating.noOpinion ?? OPINION,
});

export const mostOf = ({ scale }: Pick<Editor, 'scale'>): number => (scale === 'promoter' ? 1 : MOST_STATEMENTS);

function scaleOf({ scale, points, low, high }: Editor): RatingScale {
  if (scale === 'points') return { type: scale, points, low: line(low), high: line(high) };
  return { type: scale, points: POINTS[scale], low: null, high: null };
}

export const toDraft = (editor: Editor, copy = false): RatingDraft => ({
  ...ballotDraft(editor),
  statements: optionsDraft(editor, copy),
  scale: scaleOf(editor),
  noOpinion: editor.opinion ? line(editor.opinionLabel) : null,
});

export function problems(editor: Editor): Problems {
  const found: Problems = optionProblems(editor, 1, ONE);
  if (written(editor).length > mostOf(editor) && editor.scale === 'promoter') {
    found.options = 'A net promoter score is of one statement. Remove the others.';
  }
  if (editor.scale === 'points') {
    for (const end of ['low', 'high'] as const) {
      const problem = endProblem(editor[end], end === 'low' ? 'lowest' : 'highest');
      if (problem) found[end] = problem;
    }
    if (!found.low && !found.high && line(editor.low) === line(editor.high)) {
      found.high = 'Both ends have the same name. Change one.';
    }
  }
  if (!editor.opinion) return found;
  const has = count(editor.opinionLabel);
  if (has === 0) found.opinion = `Write how to have no opinion, for example “${OPINION}”.`;
  else if (has > LONGEST_OPINION) found.opinion = `It has ${has} characters. Use at most ${LONGEST_OPINION}.`;
  return found;
}

function endProblem(text: string, which: string): string | null {
  const has = count(text);
  if (has === 0) return `Write what the ${which} point means.`;
  return has > LONGEST_END ? `It has ${has} characters. Use at most ${LONGEST_END}.` : null;
}

export function opened(editor: Editor, votes: boolean): OrganiserRating {
  const draft = toDraft(editor);
  const statements = openedOptions(draft.statements);
  const counts = statements.map((_, index) =>
    Array.from({ length: draft.scale.points }, (_, at) => madeUp(index + 2 * at)),
  );
  const result = votes ? { counts, noOpinion: statements.map((_, index) => (editor.opinion ? index % 3 : 0)) } : null;
  return { kind: 'rating', ...draft, ...openedBallot(draft, result, votes), statements };
}
