package io.plenary.voting;

import java.util.List;

/**
 * Median and quartiles of answers that stand on a scale, exactly. A quantile is an answer, or
 * half-way between two neighbours in the sorted list of answers: the inverse of the distribution
 * function, with the mean where it jumps (Hyndman and Fan, The American Statistician 50(4),
 * definition 2).
 */
public final class Quantiles {
  private static final int QUARTERS = 4;

  private Quantiles() {}

  /**
   * Twice the place of a quantile on the scale, which is always whole. Of nobody there is none: 0.
   *
   * @param counts how many answered with each place of the scale, from the lowest, which is 0
   * @param quarters 1 for the lower quartile, 2 for the median, 3 for the upper quartile
   */
  public static long twice(List<Long> counts, int quarters) {
    int[] both = between(counts, quarters);
    return (long) both[0] + both[1];
  }

  /** The two places between which a quantile lies, the same twice where it is one. */
  public static int[] between(List<Long> counts, int quarters) {
    long n = counts.stream().mapToLong(count -> count).sum();
    if (n == 0) return new int[] {0, 0};
    long at = n * quarters;
    long below = at / QUARTERS;
    int upper = place(counts, below + 1);
    return new int[] {at % QUARTERS == 0 ? place(counts, below) : upper, upper};
  }

  /**
   * Where on the scale an answer of the sorted list stands.
   *
   * @param answer from 1
   */
  private static int place(List<Long> counts, long answer) {
    long seen = 0;
    for (int i = 0; i < counts.size(); i++) {
      seen += counts.get(i);
      if (seen >= answer) return i;
    }
    throw new IllegalArgumentException("so many did not answer");
  }
}
