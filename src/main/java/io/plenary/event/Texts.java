package io.plenary.event;

import java.text.Normalizer;

/**
 * Cleans text that strangers will read on a large screen. Bidirectional overrides can make text
 * read as something else (Unicode TR 36), stacked combining marks can cover their neighbours: the
 * first are removed, the second kept to what written languages need. What nobody can see counts as
 * nothing.
 */
public final class Texts {
  private static final int MAX_MARKS = 4;

  private Texts() {}

  /**
   * One line: control and format characters gone, runs of white space as one space, trimmed, in
   * composed characters (NFC). Empty when nothing of it can be seen.
   */
  public static String line(String text) {
    // Composed before, so that only marks without a letter of their own count as stacked; and
    // after, because what stood between may be gone. Then marks may have found another letter, and
    // left one more of them without.
    String clean = composed(cleaned(composed(text)));
    String again = composed(cleaned(clean));
    while (!again.equals(clean)) {
      clean = again;
      again = composed(cleaned(clean));
    }
    return clean;
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String cleaned(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    boolean space = true; // nothing to stand on yet
    boolean joined = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (blank(c)) {
        space = true;
        continue;
      }
      boolean mark = combining(c);
      boolean joiner = joiner(c);
      if (unwanted(c) || ((mark || joiner) && space) || (joiner && joined)) continue;
      if (mark && ++marks > MAX_MARKS) continue;
      if (!mark && !joiner) marks = 0;
      if (space && out.length() > 0) out.append(' ');
      space = false;
      joined = joiner;
      out.appendCodePoint(c);
    }
    return out.toString();
  }

  /** Length as people count: code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean blank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x85 // next line, a control character to Java
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || c == 0x2800; // Hangul fillers and the empty Braille cell
  }

  private static boolean combining(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Persian, Indic scripts and emoji need them. They do not end a stack of marks. */
  private static boolean joiner(int c) {
    return c == 0x200C || c == 0x200D;
  }

  private static boolean unwanted(int c) {
    if (joiner(c)) return false;
    if (c == 0x34F || c == 0x17B4 || c == 0x17B5) return true; // marks without a shape
    int type = Character.getType(c);
    // What this Java does not know yet may be an emoji newer than it; non-characters and plane 14
    // never are.
    if (type == Character.UNASSIGNED) {
      return c >= 0xE0000 || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE;
  }
}
