package io.plenary.event;

/**
 * Cleans text that strangers will read on a large screen. Bidirectional overrides can make text read as something else
 * (Unicode TR 36), stacked combining marks can cover their neighbours: the first are removed, the second kept to
 * what written languages need.
 */
public final class Texts {
  private static final int MAX_MARKS = 4;

  private Texts() {}

  /** One line: control and format characters gone, runs of white space as one space, trimmed. */
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
        marks = 0;
        continue;
      }
      if (unwanted(c)) continue;
      marks = combining(c) ? marks + 1 : 0;
      if (marks > MAX_MARKS) continue;
      if (space && out.length() > 0) out.append(' ');
      space = false;
      out.appendCodePoint(c);
    }
    return out.toString();
  }

  /** Length as people count: code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean combining(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean unwanted(int c) {
    if (c == 0x200C || c == 0x200D) return false; // joiners: Persian, Indic scripts and emoji need them
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
        || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
  }
}
