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
}
