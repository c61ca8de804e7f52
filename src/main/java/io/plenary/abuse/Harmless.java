package io.plenary.abuse;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts that need no second look: letters and digits without accents, in words of which none begins
 * as an entry of the lists does. Thousands of answers in a hall are looked at several times a
 * second.
 */
final class Harmless {
  private static final int FIRST = 3;

  /** Single letters in a row that may be a word spelt out. */
  private static final int SPELT_OUT = 3;

  private final Set<String> starts;

  /**
   * @param entries words and phrases in lower case, as letters alone
   */
  Harmless(Collection<String> entries) {
    starts =
        entries.stream()
            .map(entry -> entry.split(" ")[0])
            .map(word -> word.substring(0, Math.min(FIRST, word.length())))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** False where it is not certain. */
  boolean is(String text) {
    int singles = 0;
    for (int i = 0; i < text.length(); ) {
      int to = i;
      while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
        if (text.charAt(to) > 'z' || (to >= i + 2 && thrice(text, to))) return false;
        to++;
      }
      if (to < text.length() && !separates(text.charAt(to))) return false;
      if (to > i && listed(text.substring(i, Math.min(to, i + FIRST)))) return false;
      if (to - i == 1 && ++singles == SPELT_OUT) return false;
      i = to + 1;
    }
    return true;
  }

  private boolean listed(String first) {
    StringBuilder read = new StringBuilder(FIRST);
    for (int i = 0; i < first.length(); i++) {
      read.append(letter(first.charAt(i)));
      if (starts.contains(read.toString()) || starts.contains(first.substring(0, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** A letter that is drawn out. */
  private static boolean thrice(String text, int at) {
    char c = letter(text.charAt(at));
    return letter(text.charAt(at - 1)) == c && letter(text.charAt(at - 2)) == c;
  }

  private static char letter(char c) {
    char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    return Abuse.SIGNS.getOrDefault(lower, lower);
  }

  /** And stands for no letter. */
  private static boolean separates(char c) {
    return c < 0x80 && c != '@' && c != '$' && c != '!' && c != '*';
  }
}
