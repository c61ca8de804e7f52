package io.plenary.kinds.qa;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text is compared by: its letters in threes and the stems of its words, each as a sorted
 * set of hashes.
 */
record Features(String text, int[] grams, int[] stems) {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int GRAM = 3;
  private static final Set<String> SAY_LITTLE =
      Set.of(
          "the", "a", "an", "is", "are", "was", "were", "be", "been", "am", "do", "does", "did",
          "doing", "will", "would", "can", "could", "should", "shall", "may", "might", "have",
          "has", "had", "what", "how", "why", "when", "where", "who", "which", "you", "your", "we",
          "our", "us", "they", "their", "them", "i", "my", "me", "it", "its", "this", "that",
          "these", "those", "of", "to", "in", "on", "onto", "into", "for", "with", "from", "about",
          "at", "by", "as", "and", "or", "not", "there", "so", "if", "but", "than", "then",
          "please", "y", "yr", "yn", "o", "ar", "yw", "mae", "beth", "sut", "pam", "pryd", "eich",
          "ein", "chi", "ni", "er", "mwyn");
  private static final String[] ENDINGS = {
    "ingly", "edly", "ings", "ing", "ies", "ers", "ed", "er", "es", "ly", "s"
  };

  static Features of(String text) {
    String[] words = BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT));
    String plain = " " + String.join(" ", words).strip() + " ";
    int[] grams = new int[Math.max(0, plain.length() - GRAM + 1)];
    for (int i = 0; i < grams.length; i++) {
      grams[i] = 31 * (31 * plain.charAt(i) + plain.charAt(i + 1)) + plain.charAt(i + 2);
    }
    int[] stems =
        Arrays.stream(words)
            .filter(w -> !w.isEmpty() && !SAY_LITTLE.contains(w))
            .mapToInt(w -> stem(w).hashCode())
            .toArray();
    return new Features(text, set(grams), set(stems));
  }

  /** From 0 (nothing in common) to 1: whichever agrees better, by Dice's coefficient. */
  double alike(Features other) {
    return Math.max(dice(grams, other.grams), dice(stems, other.stems));
  }

  private static double dice(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) return 0;
    int both = 0;
    for (int i = 0, k = 0; i < a.length && k < b.length; ) {
      if (a[i] == b[k]) {
        both++;
        i++;
        k++;
      } else if (a[i] < b[k]) {
        i++;
      } else {
        k++;
      }
    }
    return 2.0 * both / (a.length + b.length);
  }

  private static int[] set(int[] values) {
    return Arrays.stream(values).sorted().distinct().toArray();
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.length() - ending.length() >= 4 && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
