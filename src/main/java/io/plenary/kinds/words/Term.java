package io.plenary.kinds.words;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * One entry of a person.
 *
 * @param family what it has in common with everything that is the same term, never empty
 * @param form as it was written, cleaned
 */
public record Term(String family, String form) {
  /** In the order of their counters, which is that of a ballot's text. */
  static final Comparator<Term> ORDER = Comparator.comparing(Term::counter);

  private static final char SLASH = '/';
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** The counter of those who wrote this form. */
  String counter() {
    return escaped(family) + SLASH + escaped(form);
  }

  static Term of(String counter) {
    int slash = counter.indexOf(SLASH);
    return new Term(plain(counter.substring(0, slash)), plain(counter.substring(slash + 1)));
  }

  /** Of a counter, without reading it. */
  static String escapedFamily(String counter) {
    return counter.substring(0, counter.indexOf(SLASH));
  }

  /** Of a counter. */
  static String form(String counter) {
    return plain(counter.substring(counter.indexOf(SLASH) + 1));
  }

  /** A text that may stand in the name of a counter and in a ballot (RFC 3986, 2.1). */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (asItIs(b)) out.append((char) b);
      else out.append('%').append(HEX.toHighHexDigit(b)).append(HEX.toLowHexDigit(b));
    }
    return out.toString();
  }

  /** What {@link #escaped} wrote. */
  static String plain(String escaped) {
    if (escaped.indexOf('%') < 0) return escaped;
    byte[] bytes = new byte[escaped.length()];
    int size = 0;
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      bytes[size++] = (byte) (c == '%' ? HexFormat.fromHexDigits(escaped, i + 1, i + 3) : c);
      if (c == '%') i += 2;
    }
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  private static boolean asItIs(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '.'
        || b == '_';
  }
}
