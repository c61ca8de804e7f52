/** Both places between which a quantile lies in the sorted list of answers, the same twice where it is one. */
export type Quantile = readonly [below: number, above: number];

/**
 * A quantile of answers on a scale is the mean of its two places (Hyndman and Fan, The American Statistician 50(4),
 * definition 2). Null of nobody.
 *
 * @param counts how many answered with each place of the scale, from the lowest, which is 0
 * @param quarters 1 for the lower quartile, 2 for the median, 3 for the upper quartile
 */
export function quantile(counts: readonly number[], quarters: 1 | 2 | 3): Quantile | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  const below = Math.floor((n * quarters) / 4);
  const upper = at(counts, below + 1);
  return (n * quarters) % 4 === 0 ? [at(counts, below), upper] : [upper, upper];
}

/** The place on the scale of an answer, from 1, of the sorted list. */
function at(counts: readonly number[], answer: number): number {
  let seen = 0;
  return counts.findIndex((count) => (seen += count) >= answer);
}
