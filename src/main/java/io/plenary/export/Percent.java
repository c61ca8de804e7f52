package io.plenary.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Percent of voters, rounded half up to one decimal: each by itself, so that they need not add up
 * to 100.
 */
final class Percent {
  private Percent() {}

  /**
   * @return null when there is nobody to take a percentage of
   */
  static @Nullable BigDecimal of(long count, long base) {
    return base == 0
        ? null
        : BigDecimal.valueOf(count)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(base), 1, RoundingMode.HALF_UP);
  }

  /** Of percent, as spreadsheets hold it: 66.7 is 0.667. */
  static @Nullable BigDecimal fraction(@Nullable BigDecimal percent) {
    return percent == null ? null : percent.movePointLeft(2);
  }
}
