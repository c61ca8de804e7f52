package io.plenary.load.report;

import java.util.Locale;

/** Numbers for people: three or four digits that mean something. */
final class Numbers {
  private Numbers() {}

  static String show(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value)) return "–";
    if (size >= 1000) return String.format(Locale.ROOT, "%,.0f", value);
    if (size >= 100) return String.format(Locale.ROOT, "%.0f", value);
    if (size >= 10) return String.format(Locale.ROOT, "%.1f", value);
    if (size >= 0.1 || size == 0) return String.format(Locale.ROOT, "%.2f", value);
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
