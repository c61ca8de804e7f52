package io.plenary.kinds.qa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which texts have which feature, to find those that have many in common with one. Texts are
 * numbered 0, 1, 2, …, each number is used once. What a look costs is bounded: rare features are
 * looked up first, and those that too many share only count as possibly shared.
 */
final class Postings {
  /** How many entries one look reads at most. */
  static final int READS = 20_000;

  interface Found {
    /**
     * @param most no more alike than this (Dice's coefficient)
     */
    void may(int text, double most);
  }

  private static final class Texts {
    private int[] numbers = new int[2];
    private int size;

    private void add(int text) {
      if (size == numbers.length) numbers = Arrays.copyOf(numbers, size * 2);
      numbers[size++] = text;
    }
  }

  private final Map<Integer, Texts> byFeature = new HashMap<>();

  /** How many features a text has; 0 once it is gone. */
  private int[] sizes = new int[16];

  private int[] shared = new int[16];

  void add(int text, int[] features) {
    if (text >= sizes.length) {
      sizes = Arrays.copyOf(sizes, Math.max(text + 1, sizes.length * 2));
      shared = new int[sizes.length];
    }
    sizes[text] = features.length;
    for (int feature : features) byFeature.computeIfAbsent(feature, f -> new Texts()).add(text);
  }

  /** Its entries stay: hardly any text goes before all do. */
  void remove(int text) {
    sizes[text] = 0;
  }

  /**
   * Finds every text that may be at least {@code enough} alike; beyond {@link #READS}, those with
   * rare features in common.
   */
  void near(int[] features, double enough, Found found) {
    List<Texts> lists = new ArrayList<>(features.length);
    for (int feature : features) {
      Texts texts = byFeature.get(feature);
      if (texts != null) lists.add(texts);
    }
    lists.sort(Comparator.comparingInt(t -> t.size));
    int[] touched = new int[(int) Math.min(READS, lists.stream().mapToLong(t -> t.size).sum())];
    int count = 0;
    int reads = 0;
    int unread = 0;
    for (Texts texts : lists) {
      int some = Math.min(texts.size, READS - reads);
      if (some < texts.size) unread++;
      reads += some;
      for (int i = 0; i < some; i++) {
        if (shared[texts.numbers[i]]++ == 0) touched[count++] = texts.numbers[i];
      }
    }
    for (int i = 0; i < count; i++) {
      int text = touched[i];
      double most = 2.0 * (shared[text] + unread) / (features.length + sizes[text]);
      shared[text] = 0;
      if (sizes[text] > 0 && most >= enough) found.may(text, Math.min(1, most));
    }
  }
}
