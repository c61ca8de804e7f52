package io.plenary.kinds.rating;

import io.plenary.voting.Quantiles;
import java.util.List;

/**
 * How many gave each point to a statement, and what follows from it.
 *
 * <p>A quantile is a point of the scale, or half-way between two ({@link Quantiles}): points of a
 * scale are an order, and the weighted quantiles of spreadsheets would say 3.25 of a scale that has
 * no such point.
 *
 * @param first the lowest point, as a number
 * @param counts from the lowest point
 */
public record Distribution(int first, List<Long> counts) {
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
    return Quantiles.twice(counts, quarters) + (rated() == 0 ? 0 : 2L * first);
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
