package io.plenary.kinds.number;

/**
 * Into which counters answers go: one for each value while there are at most {@value #MOST}, else
 * bins of equal width. Places are steps from the smallest value. Chosen of the settings alone, so
 * that no answer ever moves a counter.
 *
 * @param places of the largest value: one less than there are values
 * @param width places in a bin, 1, 2 or 5 times a power of ten; the last bin may have fewer
 */
public record Bins(long places, long width) {
  /** Every counter is in every look at the store. */
  public static final int MOST = 500;

  private static final long[] ROUND = {1, 2, 5};
  private static final long TEN = 10;

  static Bins of(long places) {
    return new Bins(places, round(1, places, MOST));
  }

  /**
   * The smallest round number, a multiple of {@code of}, by which {@code places} and what is below
   * them make at most so many parts.
   */
  static long round(long of, long places, int most) {
    for (long power = 1; ; power *= TEN) {
      for (long each : ROUND) {
        long width = each * power;
        if (width % of == 0 && places / width < most) return width;
      }
    }
  }

  /** Whether every value has a counter of its own. */
  public boolean exact() {
    return width == 1;
  }

  public int size() {
    return (int) (places / width) + 1;
  }

  /** The place at which a bin begins. */
  public long low(int bin) {
    return bin * width;
  }

  /** The last place of a bin. */
  public long high(int bin) {
    return Math.min(low(bin) + width - 1, places);
  }

  /** The place that stands for a bin: its middle, the upper one of two. */
  public long middle(int bin) {
    return low(bin) + (high(bin) - low(bin) + 1) / 2;
  }
}
