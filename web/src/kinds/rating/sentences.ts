import type { Rating, Tally } from '../../protocol/messages.gen.ts';
import { figure } from '../../ui/figure.ts';
import { stepSentence, unpublished } from '../../voting/steps.ts';
import type { Row } from './result.ts';
import { endsOf, firstOf } from './scale.ts';

type Asked = Pick<Rating, 'statements' | 'scale' | 'noOpinion'>;

/** How to answer: "Say how far you agree", "Rate each from 1 to 5". */
export function rateWords({ statements, scale }: Asked): string {
  if (scale.type === 'agreement') return 'Say how far you agree';
  const last = firstOf(scale) + scale.points - 1;
  return `Rate ${statements.length > 1 ? 'each' : 'it'} from ${firstOf(scale)} to ${last}`;
}

/** The same, or nothing when the question says it itself. */
export const rateHint = (rating: Asked & Pick<Rating, 'question'>): string =>
  /how far do you agree/i.test(rating.question) && rating.scale.type === 'agreement' ? '' : rateWords(rating);

/** Which statements need an answer. */
export function neededWords({ statements, noOpinion }: Asked): string {
  if (statements.length === 1) return '';
  return noOpinion === null ? 'You may leave some out.' : 'Every statement needs an answer.';
}

/** What the scale means: `1 is not at all, 5 very much`. */
export function scaleLine({ scale }: Pick<Rating, 'scale'>): string {
  if (scale.type === 'agreement') return 'Disagree left of the middle, agree right of it, neither half on each side';
  const [low, high] = endsOf(scale);
  return `${firstOf(scale)}: ${low}. ${firstOf(scale) + scale.points - 1}: ${high}`;
}

/** What the one number of a statement is. */
export const mainWords = {
  agreement: 'Agree',
  points: 'Median',
  promoter: 'Net promoter score',
} as const satisfies Record<Rating['scale']['type'], string>;

/** How what leads is marked beside colour and weight. */
export function leadMark(rows: readonly Row[], { scale }: Pick<Rating, 'scale'>): string {
  if (rows.filter((row) => row.leads).length > 1) return 'Level';
  return scale.type === 'agreement' ? 'Most agreement' : 'Highest mean';
}

/** Of how many the numbers of a statement are: `42 rated, 3 “No opinion”`. */
export const ratedWords = ({ rated, noOpinion }: Row, label: string | null): string =>
  label === null || noOpinion === 0
    ? `${figure(rated)} rated`
    : `${figure(rated)} rated, ${figure(noOpinion)} “${label}”`;

/** What is said of a statement below its bars. */
export function rowLine(row: Row, { scale, noOpinion }: Asked): string {
  const rated = ratedWords(row, noOpinion);
  if (row.rated === 0) return rated;
  if (scale.type === 'points') return `Middle half ${row.spread} · mean ${row.mean} · ${rated}`;
  const parts = row.parts.map(({ name, percent }) => `${name} ${percent}`).join(' · ');
  return scale.type === 'agreement' ? `${parts} · ${rated}` : `${parts} · median ${row.median} · ${rated}`;
}

/** Whose numbers they are, and what they mean; what is not of all who answered is said first. */
export function baseSentence(
  rating: Asked,
  tally: Pick<Tally, 'voted' | 'abstained' | 'answers' | 'complete'>,
): string {
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  if (tally.voted === 0) return [step, 'Nobody has rated yet.'].filter(Boolean).join(' ');
  const apart = rating.noOpinion === null ? '' : `; “${rating.noOpinion}” is apart`;
  const of = `Numbers of a statement are of who gave it a point${apart}.`;
  const columns = rating.scale.type === 'agreement' ? '' : ' Figures over columns are percent.';
  const score = rating.scale.type === 'promoter' ? ' The score is percent of 9 and 10 minus percent of 0 to 6.' : '';
  return [step, `${scaleLine(rating)}.`, of + columns + score].filter(Boolean).join(' ');
}

/** A statement in words: `Job shares work: 61% agree, 16% neither, 23% disagree, median agree, 42 rated` */
export function rowWords(row: Row, rating: Asked): string {
  const rated = ratedWords(row, rating.noOpinion);
  if (row.rated === 0) return `${row.text}: ${rated}`;
  const { type } = rating.scale;
  const parts = [...row.parts].reverse().map(({ name, percent }) => `${percent} ${name.toLowerCase()}`);
  const score = type === 'promoter' ? [`net promoter score ${row.main}`] : [];
  const median = `median ${type === 'agreement' ? row.median.toLowerCase() : row.median}`;
  const spread = type === 'agreement' ? [] : [`middle half ${row.spread}`, `mean ${row.mean}`];
  return `${row.text}: ${[...score, ...parts, median, ...spread, rated].join(', ')}`;
}

/** The result in words: what leads while votes come in, everything with `final`. */
export function resultWords(rating: Asked, rows: readonly Row[], final: boolean): string {
  const some = rows.some((row) => row.leads) && !final;
  const each = rows.filter((row) => !some || row.leads).map((row) => rowWords(row, rating));
  return `${some ? leadMark(rows, rating) : 'Result'}: ${each.join('; ')}.`;
}
