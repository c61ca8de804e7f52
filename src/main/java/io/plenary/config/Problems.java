package io.plenary.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects everything wrong with the settings, so that an operator sees it all at once. */
final class Problems {
  private final List<String> all = new ArrayList<>();

  void add(String sentence) {
    all.add(sentence);
  }

  /** Names a key nobody knows and the known one most like it. */
  void unknown(String what, String key, Collection<String> known) {
    String hint = nearest(key, known).map(name -> " Did you mean " + name + "?").orElse("");
    add("Unknown " + what + " " + key + "." + hint);
  }

  boolean any() {
    return !all.isEmpty();
  }

  String text() {
    return String.join(System.lineSeparator(), all)
        + System.lineSeparator()
        + "Run with --help to see every setting.";
  }

  /** The known key with the fewest edits between, unless almost everything would have to change. */
  static Optional<String> nearest(String key, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(key, name))
                .thenComparing(name -> name))
        .filter(name -> distance(key, name) <= Math.max(2, name.length() / 2));
  }

  /** Levenshtein, ignoring case and whether words are parted by dash or underscore. */
  static int distance(String a, String b) {
    String from = fold(a);
    String to = fold(b);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substitute = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }

  private static String fold(String key) {
    return key.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
  }
}
