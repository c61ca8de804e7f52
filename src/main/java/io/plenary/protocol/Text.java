package io.plenary.protocol;

import java.text.Normalizer;

/**
 * What a string from outside must be, whatever it means. Lengths are in Unicode code points, as
 * JSON Schema counts them.
 */
public final class Text {
  private Text() {}

  /**
   * No lone surrogates (they are no text, and cannot be written as UTF-8) and no control characters
   * but, if allowed, newline.
   */
  public static boolean isClean(String s, boolean newlines) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (Character.isISOControl(c) && !(newlines && c == '\n')) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == s.length()
            || !Character.isLowSurrogate(s.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /**
   * The text in composed characters (Unicode normalization form NFC), as everything is stored and
   * compared: what a Mac writes as e and an accent is what others write as one letter. Bound the
   * length first: long runs of combining marks cost more than their length.
   */
  public static String composed(String s) {
    return Normalizer.normalize(s, Normalizer.Form.NFC);
  }

  public static boolean hasLength(String s, int min, int max) {
    if (s.length() < min || s.length() > 2 * max) {
      return false;
    }
    int points = s.codePointCount(0, s.length());
    return points >= min && points <= max;
  }

  /** Identifiers of events, rooms and polls (24 at most) and options (8 at most). */
  public static boolean isId(String s, int max) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return !s.isEmpty() && s.length() <= max;
  }

  static boolean isVoteId(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '_'
          || c == '-')) {
        return false;
      }
    }
    return s.length() >= 16 && s.length() <= 32;
  }

  static boolean isDay(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if ((i == 4 || i == 7) ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return s.length() == 10;
  }
}
