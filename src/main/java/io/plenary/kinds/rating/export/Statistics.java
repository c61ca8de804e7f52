package io.plenary.kinds.rating.export;

import io.plenary.kinds.rating.Distribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers of a statement as files say them; null where nobody gave it a point. */
final class Statistics {
  private static final int HUNDRED = 100;

  private Statistics() {}

  /**
   * @param quarters 1, 2 or 3
   */
  static @Nullable BigDecimal quantile(Distribution given, int quarters) {
    if (given.rated() == 0) return null;
    return BigDecimal.valueOf(given.doubleQuantile(quarters) * HUNDRED / 2, 2);
  }

  /** Rounded half up to two decimals. */
  static @Nullable BigDecimal mean(Distribution given) {
    if (given.rated() == 0) return null;
    return ratio(given.sum(), given.rated(), 2);
  }

  /** Percent of promoters minus percent of detractors, rounded half away from 0 to one decimal. */
  static @Nullable BigDecimal netPromoterScore(Distribution given) {
    if (given.rated() == 0) return null;
    return ratio(HUNDRED * (given.promoters() - given.detractors()), given.rated(), 1);
  }

  private static BigDecimal ratio(long of, long base, int decimals) {
    return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP);
  }
}
