package io.plenary.kinds.number;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers as texts: from -10^12 to 10^12 with at most {@value #PLACES} decimals, and
 * nothing that a binary fraction would have to round.
 */
public final class Decimals {
  /** Digits behind the point. */
  public static final int PLACES = 6;

  /** The longest text that is read. */
  public static final int LONGEST = 21;

  private static final Pattern PLAIN =
      Pattern.compile("-?(?:[0-9]{1,12}(?:\\.[0-9]{1,6})?|1000000000000(?:\\.0{1,6})?)");

  private Decimals() {}

  /** The number in its shortest form; null of a text that is none, or is beyond the bounds. */
  public static @Nullable BigDecimal read(String text) {
    if (!PLAIN.matcher(text).matches()) return null;
    return shortest(new BigDecimal(text));
  }

  /** The same number without zeros that say nothing; equal numbers are equal objects then. */
  static BigDecimal shortest(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
