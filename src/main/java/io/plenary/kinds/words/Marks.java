package io.plenary.kinds.words;

/** Characters that make no other word. */
final class Marks {
  private Marks() {}

  /**
   * Accents of the alphabets of Europe, points of Hebrew and vowels of Arabic, which may be left
   * out; how an emoji is drawn; joiners. Marks of other scripts are letters.
   */
  static boolean unwanted(int c) {
    return (c >= 0x300 && c <= 0x36F)
        || (c >= 0x591 && c <= 0x5C7)
        || (c >= 0x610 && c <= 0x61A)
        || (c >= 0x64B && c <= 0x65F)
        || c == 0x670
        || (c >= 0x6D6 && c <= 0x6ED && Character.getType(c) == Character.NON_SPACING_MARK)
        || (c >= 0x1AB0 && c <= 0x1AFF)
        || (c >= 0x1DC0 && c <= 0x1DFF)
        || (c >= 0x20D0 && c <= 0x20FF)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xFE20 && c <= 0xFE2F)
        || c == 0x200C
        || c == 0x200D;
  }

  /** Hyphens, dashes and apostrophes: "co-operate" is one word. */
  static boolean joinsWords(int c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION
        || c == '\''
        || c == '`'
        || c == 0xB4
        || (c >= 0x2018 && c <= 0x201B)
        || c == 0x2BC
        || c == 0x2B9
        || c == 0x2032
        || c == 0x2212;
  }

  static boolean punctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> joinsWords(c);
    };
  }
}
