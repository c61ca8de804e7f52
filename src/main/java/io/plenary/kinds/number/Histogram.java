package io.plenary.kinds.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars over the range that was answered, and where the right value is: at most {@value #MOST}, each
 * of as many steps as the others, 1, 2 or 5 times a power of ten. The pages make the same.
 */
public final class Histogram {
  /** More cannot be read. */
  public static final int MOST = 20;

  /**
   * One bar.
   *
   * @param from the smallest value in it
   * @param to the largest
   * @param count how many answered with one of these
   */
  public record Bar(BigDecimal from, BigDecimal to, long count) {}

  private Histogram() {}

  /** From the lowest; none of nobody. */
  public static List<Bar> of(NumberResult result) {
    NumberSettings asked = result.asked();
    Bins bins = asked.bins();
    List<Long> counts = result.counts();
    long first = Long.MAX_VALUE;
    long last = -1;
    for (int bin = 0; bin < counts.size(); bin++) {
      if (counts.get(bin) == 0) continue;
      first = Math.min(first, bins.low(bin));
      last = bins.high(bin);
    }
    if (last < 0) return List.of();
    @Nullable BigDecimal right = asked.right();
    if (right != null) {
      first = Math.min(first, asked.place(right));
      last = Math.max(last, asked.place(right));
    }
    long width = width(bins.width(), first, last);
    List<Bar> bars = new ArrayList<>();
    for (long bar = first / width; bar <= last / width; bar++) {
      long low = bar * width;
      long high = Math.min(low + width - 1, bins.places());
      long count = 0;
      for (long bin = low / bins.width(); bin <= high / bins.width(); bin++) {
        count += counts.get((int) bin);
      }
      bars.add(new Bar(asked.value(low), asked.value(high), count));
    }
    return bars;
  }

  private static long width(long of, long first, long last) {
    long width = of;
    while (last / width - first / width >= MOST) width = Bins.round(of, width * MOST, MOST);
    return width;
  }
}
