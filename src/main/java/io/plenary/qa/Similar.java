package io.plenary.qa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which questions may be the same in other words: by their letters in threes and by the stems of their words, whichever agrees better
 * (Dice's coefficient). A hint for moderators, never more. Not for several threads.
 */
public final class Similar {
  public static final double ENOUGH = 0.5;
  public static final int MOST = 3;
  private static final Set<String> SAY_LITTLE = Set.of("the", "a", "an", "is", "are", "was", "were", "be", "been", "am", "do", "does", "did", "doing", "will", "would", "can", "could",
      "should", "shall", "may", "might", "have", "has", "had", "what", "how", "why", "when", "where", "who", "which", "you", "your", "we", "our", "us", "they", "their", "them", "i",
      "my", "me", "it", "its", "this", "that", "these", "those", "of", "to", "in", "on", "onto", "into", "for", "with", "from", "about", "at", "by", "as", "and", "or", "not", "there",
      "so", "if", "but", "than", "then", "please", "y", "yr", "yn", "o", "ar", "yw", "mae", "beth", "sut", "pam", "pryd", "eich", "ein", "chi", "ni", "er", "mwyn");
  private static final String[] ENDINGS = {"ingly", "edly", "ings", "ing", "ies", "ers", "ed", "er", "es", "ly", "s"};

  private record Features(int[] grams, int[] stems) {}

  private record Score(String id, double value) {}

  private final Map<String, Features> known = new HashMap<>();

  /** Takes up a question, or its new words; without words (erased, withdrawn) it is forgotten. */
  public void put(String id, String text) {
    if (text.isEmpty()) known.remove(id);
    else known.put(id, features(text));
  }

  /** The likeliest duplicates among {@code others}, the most similar first; {@link #MOST} at most. */
  public List<String> to(String id, Collection<String> others) {
    Features mine = known.get(id);
    if (mine == null) return List.of();
    List<Score> found = new ArrayList<>();
    for (String other : others) {
      Features theirs = other.equals(id) ? null : known.get(other);
      if (theirs == null) continue;
      double value = alike(mine, theirs);
      if (value >= ENOUGH) found.add(new Score(other, value));
    }
    found.sort(Comparator.comparingDouble(Score::value).reversed().thenComparing(Score::id));
    return found.stream().limit(MOST).map(Score::id).toList();
  }

  /** From 0 (nothing in common) to 1. */
  public static double likeness(String one, String other) {
    return alike(features(one), features(other));
  }

  private static double alike(Features a, Features b) {
    return Math.max(dice(a.grams, b.grams), dice(a.stems, b.stems));
  }

  private static double dice(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) return 0;
    int both = 0;
    for (int i = 0, k = 0; i < a.length && k < b.length; ) {
      if (a[i] == b[k]) {
        both++;
        i++;
        k++;
      } else if (a[i] < b[k]) i++;
      else k++;
    }
    return 2.0 * both / (a.length + b.length);
  }

  private static Features features(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    String plain = " " + String.join(" ", words).strip() + " ";
    int[] grams = new int[Math.max(0, plain.length() - 2)];
    for (int i = 0; i < grams.length; i++) grams[i] = plain.substring(i, i + 3).hashCode();
    int[] stems = Arrays.stream(words).filter(w -> !w.isEmpty() && !SAY_LITTLE.contains(w)).mapToInt(w -> stem(w).hashCode()).toArray();
    return new Features(set(grams), set(stems));
  }

  private static int[] set(int[] values) {
    return Arrays.stream(values).sorted().distinct().toArray();
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.length() - ending.length() >= 4 && word.endsWith(ending)) return word.substring(0, word.length() - ending.length());
    }
    return word;
  }
}
