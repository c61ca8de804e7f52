package io.plenary.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people type them: {@code 100ms}, {@code 5s}, {@code 2m}, {@code 12h}, {@code 14d}.
 */
final class Durations {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  private Durations() {}

  static Duration read(String text) throws ValueType.BadValue {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new ValueType.BadValue("'" + text + "' is not a number followed by a unit, such as 5s");
    }
    long amount = Long.parseLong(shape.group(1));
    return switch (shape.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** In the largest unit that fits without a rest; reads back to the same duration. */
  static String say(Duration value) {
    long ms = value.toMillis();
    if (ms == 0) {
      return "0s";
    }
    if (ms % 1000 != 0) {
      return ms + "ms";
    }
    long s = ms / 1000;
    if (s % 86_400 == 0) {
      return s / 86_400 + "d";
    }
    if (s % 3600 == 0) {
      return s / 3600 + "h";
    }
    return s % 60 == 0 ? s / 60 + "m" : s + "s";
  }
}
