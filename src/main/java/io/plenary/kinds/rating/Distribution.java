package io.plenary.kinds.rating;

import java.util.List;

/**
 * How many gave each point to a statement, and what follows from it.
 *
 * <p>A quantile is a point of the scale, or half-way between two neighbours in the sorted list of
 * answers: the inverse of the distribution function, with the mean where it jumps (Hyndman and Fan,
 * The American Statistician 50(4), definition 2). Points of a scale are an order; the weighted
 * quantiles of spreadsheets would say 3.25 of a scale that has no such point.
 *
 * @param first the lowest point, as a number
 * @param counts from the lowest point
 */
public record Distribution(int first, List<Long> counts) {
  private static final int QUARTERS = 4;

  /** Of 0 to 10, who gives so much promotes (Reichheld, Harvard Business Review 81(12)). */
  private static final int PROMOTES = 9;

  /** And so much or less detracts. */
  private static final int DETRACTS = 6;

  public Distribution {
    counts = List.copyOf(counts);
  }

  /** How many gave it a point. */
  public long rated() {
    return counts.stream().mapToLong(n -> n).sum();
  }

  /** The sum of all points given. */
  public long sum() {
    long sum = 0;
    for (int i = 0; i < counts.size(); i++) sum += counts.get(i) * (first + i);
    return sum;
  }

  /**
   * Twice a quantile, which is always whole. Of nobody there is none: 0.
   *
   * @param quarters 1 for the lower quartile, 2 for the median, 3 for the upper quartile
   */
  public long doubleQuantile(int quarters) {
    long n = rated();
    if (n == 0) return 0;
    long at = n * quarters;
    long below = at / QUARTERS;
    return at % QUARTERS == 0 ? value(below) + value(below + 1) : 2 * value(below + 1);
  }

  /**
   * The point that stands at a place of the sorted list of answers.
   *
   * @param place from 1
   */
  private long value(long place) {
    long seen = 0;
    for (int i = 0; i < counts.size(); i++) {
      seen += counts.get(i);
      if (seen >= place) return (long) first + i;
    }
    throw new IllegalArgumentException("so many did not answer");
  }

  /** How many gave a point above the middle of the scale. */
  public long above() {
    return above(counts.size() - counts.size() / 2);
  }

  /** How many gave a point below the middle of the scale. */
  public long below() {
    return rated() - above(counts.size() / 2);
  }

  /** How many of 0 to 10 promote. */
  public long promoters() {
    return above(PROMOTES - first);
  }

  /** How many of 0 to 10 detract. */
  public long detractors() {
    return rated() - above(DETRACTS + 1 - first);
  }

  /**
   * How many gave this point or more.
   *
   * @param from from 0, the lowest
   */
  private long above(int from) {
    return counts.stream().skip(from).mapToLong(n -> n).sum();
  }
}
