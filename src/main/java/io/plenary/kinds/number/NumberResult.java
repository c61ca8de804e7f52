package io.plenary.kinds.number;

import io.plenary.voting.Quantiles;
import io.plenary.voting.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What ballots say together.
 *
 * @param asked what was asked
 * @param counts how many answered with a value of each bin, from the lowest
 */
public record NumberResult(NumberSettings asked, List<Long> counts) {
  public NumberResult {
    counts = List.copyOf(counts);
  }

  public static NumberResult of(NumberSettings asked, Tally tally) {
    Bins bins = asked.bins();
    return new NumberResult(
        asked,
        IntStream.range(0, bins.size())
            .mapToObj(bin -> tally.count(NumberBallots.counter(asked, bins, bin)))
            .toList());
  }

  /**
   * What screens are told of it, in the shape in which the wire says it.
   *
   * @param width values that share a counter
   * @param bins those that anybody answered with, from the lowest, which is 0
   * @param counts how many answered with a value of each of these
   * @param right the true value; null when there is none, and until the result is complete
   */
  public record Told(long width, List<Integer> bins, List<Long> counts, @Nullable String right) {}

  Told told(@Nullable BigDecimal right) {
    List<Integer> some = new ArrayList<>();
    for (int bin = 0; bin < counts.size(); bin++) if (counts.get(bin) > 0) some.add(bin);
    return new Told(
        asked.bins().width(),
        List.copyOf(some),
        some.stream().map(counts::get).toList(),
        right == null ? null : right.toPlainString());
  }

  /** How many gave a number. */
  public long given() {
    return counts.stream().mapToLong(n -> n).sum();
  }

  /**
   * A quantile ({@link Quantiles}): exact where every value has a counter, else made of the middles
   * of bins. Null of nobody.
   *
   * @param quarters 1 for the lower quartile, 2 for the median, 3 for the upper quartile
   */
  public @Nullable BigDecimal quantile(int quarters) {
    if (given() == 0) return null;
    int[] both = Quantiles.between(counts, quarters);
    Bins bins = asked.bins();
    return asked.halfway(bins.middle(both[0]) + bins.middle(both[1]));
  }
}
