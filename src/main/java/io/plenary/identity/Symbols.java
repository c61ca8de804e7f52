package io.plenary.identity;

/** The alphabet people read from a screen and type, and unbiased drawing from any alphabet. */
final class Symbols {
  /** 31 symbols: digits and capitals without 0 O, 1 I L, which look alike from the last row. */
  static final String UNAMBIGUOUS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private Symbols() {}

  /**
   * Every symbol equally likely: bytes beyond the largest multiple of the alphabet's size are drawn
   * again.
   */
  static String draw(Entropy entropy, String alphabet, int length) {
    int size = alphabet.length();
    int usable = 256 - 256 % size;
    StringBuilder drawn = new StringBuilder(length);
    while (drawn.length() < length) {
      for (byte b : entropy.bytes(length)) {
        int value = b & 0xff;
        if (value < usable && drawn.length() < length) {
          drawn.append(alphabet.charAt(value % size));
        }
      }
    }
    return drawn.toString();
  }
}
