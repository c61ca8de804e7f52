package io.plenary.kinds.words;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plurals and stop words of English, of words in lower case without accents and apostrophes. What
 * is often a part of one word, as in "check in" and "well being", or another in capitals ("IT"), is
 * no stop word here.
 */
final class English {
  private static final Set<String> STOP =
      words(
          """
          a an the of and or to for with at from is are be am i me my mine we our ours you your yours they them their \
          theirs this that these those\
          """);

  /** Plurals that only have another vowel or ending. */
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("women", "woman"),
          Map.entry("men", "man"),
          Map.entry("children", "child"),
          Map.entry("wives", "wife"),
          Map.entry("midwives", "midwife"),
          Map.entry("lives", "life"),
          Map.entry("teeth", "tooth"),
          Map.entry("feet", "foot"));

  /** End in an s and are another word without it. */
  private static final Set<String> SINGULAR = Set.of("news", "always", "perhaps", "yes", "is");

  private English() {}

  /** Of a list with blanks between. */
  static Set<String> words(String list) {
    return Set.copyOf(List.of(list.split(" ")));
  }

  static boolean isStop(String word) {
    return STOP.contains(word);
  }

  /**
   * Harman's s-stemmer (D. Harman, "How effective is suffixing?", JASIS 42, 1991), and before it a
   * rule for words that add a whole syllable: "bosses", "wishes", "taxes".
   */
  static String singular(String word) {
    if (SINGULAR.contains(word)) return word;
    String stem = stem(word);
    return IRREGULAR.getOrDefault(stem, IRREGULAR.getOrDefault(word, stem));
  }

  private static String stem(String word) {
    int n = word.length();
    if (n < 3) return word;
    if (word.endsWith("ies") && !ends(word, "eies", "aies")) {
      return word.substring(0, n - 3) + "y";
    }
    if (ends(word, "sses", "shes", "xes")) return word.substring(0, n - 2);
    return word.endsWith("s") && !ends(word, "us", "ss") ? word.substring(0, n - 1) : word;
  }

  private static boolean ends(String word, String... endings) {
    for (String ending : endings) if (word.endsWith(ending)) return true;
    return false;
  }
}
