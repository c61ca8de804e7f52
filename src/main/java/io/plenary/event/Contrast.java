package io.plenary.event;

/** How well a colour is seen on another (WCAG 2.2); the same as in the pages' contrast.ts. */
final class Contrast {
  private Contrast() {}

  /** Contrast ratio of two colours {@code #rrggbb}, 1 to 21. */
  static double of(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * part(hex, 1) + 0.7152 * part(hex, 3) + 0.0722 * part(hex, 5);
  }

  private static double part(String hex, int at) {
    double c = Integer.parseInt(hex, at, at + 2, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
