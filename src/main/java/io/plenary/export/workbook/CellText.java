package io.plenary.export.workbook;

import java.util.regex.Pattern;

/** Texts as the format can hold them. */
final class CellText {
  /** What a cell holds in every spreadsheet, in UTF-16 units. */
  static final int MOST = 32_767;

  private static final String CUT = "…";

  /** ECMA-376, part 1, 22.9.2.19 (ST_Xstring). */
  private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** From Hangul on, most letters are as wide as two. */
  private static final int WIDE = 0x1100;

  private static final double LETTER = 0.85;
  private static final double EDGES = 2;

  /** What is left empty at the end of a line, in the middle. */
  private static final double WORD = 3;

  private CellText() {}

  /**
   * XML cannot say some characters at all, and one of them would spoil the whole file: our texts
   * hold none, but a damaged store might. What looks like the format's own way to say them is
   * escaped in that same way, or it would be read as another character.
   */
  static String of(String text) {
    String plain = LIKE_ESCAPE.matcher(cut(text, MOST)).replaceAll("_x005F_");
    return plain.codePoints().allMatch(CellText::allowed) ? plain : replaced(plain);
  }

  /** At most so many UTF-16 units; no character is halved. */
  static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int end = most - CUT.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end) + CUT;
  }

  /** How wide it is, in digits of the default font, about. */
  static double width(String text) {
    return text.codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .mapToDouble(c -> (c >= WIDE && c < 0x1ab0) || c > 0x2e80 ? 2 : 1)
        .sum();
  }

  /**
   * Lines that it takes in a column, about: letters are narrower than digits, and words are whole.
   */
  static int lines(String text, double column) {
    return text.lines().mapToInt(line -> lines(width(line) * LETTER, column - EDGES)).sum();
  }

  private static int lines(double wide, double room) {
    return wide <= room ? 1 : (int) Math.ceil(wide / Math.max(1, room - WORD));
  }

  private static String replaced(String text) {
    return text.codePoints()
        .map(c -> allowed(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** XML 1.0, production 2. */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
