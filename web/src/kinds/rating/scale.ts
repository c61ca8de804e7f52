import type { RatingScale } from '../../protocol/messages.gen.ts';
import type { Quantile } from '../../voting/quantiles.ts';

/** Likert's five, from the lowest. */
const AGREEMENT = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'];
/** The same where there is less room. */
const SHORT = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];

/** Points of each sort of scale that has always as many. */
export const POINTS = { agreement: 5, promoter: 11 } as const;

/** The lowest point, as a number. */
export const firstOf = ({ type }: RatingScale): number => (type === 'promoter' ? 0 : 1);

/** The points from the lowest, as numbers. */
export const valuesOf = (scale: RatingScale): number[] =>
  Array.from({ length: scale.points }, (_, index) => firstOf(scale) + index);

/** What both ends are called. */
export function endsOf({ type, low, high }: RatingScale): readonly [low: string, high: string] {
  if (type === 'agreement') return [AGREEMENT[0]!, AGREEMENT[4]!];
  if (type === 'promoter') return ['Not at all likely', 'Extremely likely'];
  return [low ?? '', high ?? ''];
}

/** What stands on a point: a label of agreement, else its number. */
export const faceOf = (scale: RatingScale, value: number): string =>
  scale.type === 'agreement' ? SHORT[value - 1]! : String(value);

/** A point in words, for who hears it and for one's own answer: `4`, `1, Not at all`, `Agree`. */
export function nameOf(scale: RatingScale, value: number): string {
  if (scale.type === 'agreement') return AGREEMENT[value - 1]!;
  const [low, high] = endsOf(scale);
  if (value === firstOf(scale)) return `${value}, ${low}`;
  return value === firstOf(scale) + scale.points - 1 ? `${value}, ${high}` : String(value);
}

/** A quantile in words: a point, or half-way between two; of labels what it lies between. */
export function quantileText(scale: RatingScale, [low, high]: Quantile): string {
  if (scale.type !== 'agreement') return String((low + high) / 2);
  if (low === high) return AGREEMENT[low - 1]!;
  return `between ${AGREEMENT[low - 1]!.toLowerCase()} and ${AGREEMENT[high - 1]!.toLowerCase()}`;
}
