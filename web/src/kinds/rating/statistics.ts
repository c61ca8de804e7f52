import { quantile, type Quantile } from '../../voting/quantiles.ts';

/** How many gave each point, from the lowest; `first` is that as a number. */
export interface Given {
  first: number;
  counts: readonly number[];
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const ratedOf = ({ counts }: Given): number => total(counts);

export const sumOf = ({ first, counts }: Given): number =>
  counts.reduce((sum, count, index) => sum + count * (first + index), 0);

/**
 * Both points between which a quantile lies. Null of nobody.
 *
 * @param quarters 1 for the lower quartile, 2 for the median, 3 for the upper quartile
 */
export function quantileOf({ first, counts }: Given, quarters: 1 | 2 | 3): Quantile | null {
  const found = quantile(counts, quarters);
  return found && [first + found[0], first + found[1]];
}

/** Above the middle of the scale, on it, and below it. */
export function sidesOf({ counts }: Given): { above: number; middle: number; below: number } {
  const half = Math.floor(counts.length / 2);
  const [below, above] = [total(counts.slice(0, half)), total(counts.slice(counts.length - half))];
  return { above, below, middle: total(counts) - above - below };
}

/** Of 0 to 10: who gave 9 or 10, and who gave 0 to 6 (Reichheld, Harvard Business Review 81(12)). */
export const promotersOf = ({ counts }: Given): { promoters: number; passives: number; detractors: number } => ({
  promoters: total(counts.slice(9)),
  passives: total(counts.slice(7, 9)),
  detractors: total(counts.slice(0, 7)),
});

/** Percent of promoters minus percent of detractors as a whole number, half away from 0: `+23`. Empty of nobody. */
export function netPromoterText(given: Given): string {
  const n = ratedOf(given);
  if (n === 0) return '';
  const { promoters, detractors } = promotersOf(given);
  const many = Math.abs(promoters - detractors);
  const rounded = Math.floor((200 * many + n) / (2 * n));
  if (rounded === 0) return '0';
  return `${promoters > detractors ? '+' : '\u2212'}${rounded}`;
}
