package io.plenary.qa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which questions may be the same in other words: by their letters in threes and by the stems of their words, whichever agrees better
 * (Dice's coefficient). A hint for moderators, never more. Not for several threads.
 */
public final class Similar {
  static final double ENOUGH = 0.5;
  static final int MOST = 3;
  private static final Set<String> SAY_LITTLE = Set.of("the", "a", "an", "is", "are", "was", "were", "be", "been", "am", "do", "does", "did", "doing", "will", "would", "can", "could",
      "should", "shall", "may", "might", "have", "has", "had", "what", "how", "why", "when", "where", "who", "which", "you", "your", "we", "our", "us", "they", "their", "them", "i",
      "my", "me", "it", "its", "this", "that", "these", "those", "of", "to", "in", "on", "onto", "into", "for", "with", "from", "about", "at", "by", "as", "and", "or", "not", "there",
      "so", "if", "but", "than", "then", "please", "y", "yr", "yn", "o", "ar", "yw", "mae", "beth", "sut", "pam", "pryd", "eich", "ein", "chi", "ni", "er", "mwyn");
  private static final String[] ENDINGS = {"ingly", "edly", "ings", "ing", "ies", "ers", "ed", "er", "es", "ly", "s"};

  private record Features(String id, String text, int[] grams, int[] stems) {}

  private record Score(String id, double value) {}

  private final Map<String, Integer> places = new HashMap<>();
  /** By place; null where one was forgotten. */
  private final List<Features> known = new ArrayList<>();
  private final Overlaps grams = new Overlaps();
  private final Overlaps stems = new Overlaps();

  /** Takes up a question, or its new words; without words (erased, withdrawn) it is forgotten. */
  public void put(String id, String text) {
    Integer before = places.get(id);
    if (before != null) {
      Features old = known.get(before);
      if (old.text.equals(text)) return;
      forget(old, before);
    }
    if (text.isEmpty()) return;
    Features fresh = features(id, text);
    int place = before != null ? before : known.size();
    if (before == null) known.add(fresh);
    else known.set(place, fresh);
    places.put(id, place);
    grams.add(place, fresh.grams);
    stems.add(place, fresh.stems);
  }

  private void forget(Features old, int place) {
    places.remove(old.id);
    known.set(place, null);
    grams.remove(place, old.grams);
    stems.remove(place, old.stems);
  }

  /** The likeliest duplicates, the most similar first; {@link #MOST} at most. */
  public List<String> to(String id, Predicate<String> among) {
    Integer place = places.get(id);
    if (place == null) return List.of();
    Features mine = known.get(place);
    int[] sameGrams = grams.common(mine.grams, known.size());
    int[] sameStems = stems.common(mine.stems, known.size());
    List<Score> found = new ArrayList<>();
    for (int i = 0; i < sameGrams.length; i++) {
      Features theirs = i == place ? null : known.get(i);
      if (theirs == null) continue;
      double value = Math.max(dice(sameGrams[i], mine.grams, theirs.grams), dice(sameStems[i], mine.stems, theirs.stems));
      if (value >= ENOUGH && among.test(theirs.id)) found.add(new Score(theirs.id, value));
    }
    found.sort(Comparator.comparingDouble(Score::value).reversed().thenComparing(Score::id));
    return found.stream().limit(MOST).map(Score::id).toList();
  }

  /** From 0 (nothing in common) to 1. */
  static double likeness(String one, String other) {
    Features a = features("a", one);
    Features b = features("b", other);
    return Math.max(dice(common(a.grams, b.grams), a.grams, b.grams), dice(common(a.stems, b.stems), a.stems, b.stems));
  }

  private static int common(int[] a, int[] b) {
    Overlaps of = new Overlaps();
    of.add(0, a);
    return of.common(b, 1)[0];
  }

  private static double dice(int both, int[] a, int[] b) {
    return both == 0 ? 0 : 2.0 * both / (a.length + b.length);
  }

  private static Features features(String id, String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    String plain = " " + String.join(" ", words).strip() + " ";
    int[] grams = new int[Math.max(0, plain.length() - 2)];
    for (int i = 0; i < grams.length; i++) grams[i] = plain.substring(i, i + 3).hashCode();
    int[] stems = Arrays.stream(words).filter(w -> !w.isEmpty() && !SAY_LITTLE.contains(w)).mapToInt(w -> stem(w).hashCode()).toArray();
    return new Features(id, text, set(grams), set(stems));
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
