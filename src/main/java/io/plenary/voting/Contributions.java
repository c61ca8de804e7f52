package io.plenary.voting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one ballot adds to which counters of its activity. That the person voted or abstained is
 * counted beside it, for every kind alike.
 */
public final class Contributions {
  private static final int USUAL = 16;

  /** The same counter may stand here more than once. */
  private String[] counters = new String[USUAL];

  private long[] bys = new long[USUAL];
  private int size;

  /** Adds one. */
  public void add(String counter) {
    add(counter, 1);
  }

  /**
   * @param counter any text but an empty one, without blank, comma, asterisk and vertical bar
   * @param by at least 1
   */
  public void add(String counter, long by) {
    if (!isCounter(counter) || by < 1) {
      throw new IllegalArgumentException("no counter, or nothing to add");
    }
    if (size == counters.length) {
      counters = Arrays.copyOf(counters, 2 * size);
      bys = Arrays.copyOf(bys, 2 * size);
    }
    counters[size] = counter;
    bys[size++] = by;
  }

  private static boolean isCounter(String counter) {
    for (int i = 0; i < counter.length(); i++) {
      char c = counter.charAt(i);
      if (c == ' ' || c == ',' || c == '*' || c == '|') return false;
    }
    return !counter.isEmpty();
  }

  Map<String, Long> sums() {
    Map<String, Long> sums = new HashMap<>();
    for (int i = 0; i < size; i++) sums.merge(counters[i], bys[i], Long::sum);
    return sums;
  }

  /**
   * The counters that are added to when families are joined: one of each family, the first of its
   * forms in the order of {@link #text}, as {@code lib/contributions.lua} has it.
   */
  List<String> joined(Map<String, String> into) {
    String[] sorted = Arrays.copyOf(counters, size);
    Arrays.sort(sorted);
    Map<String, String> first = new LinkedHashMap<>();
    for (String counter : sorted) {
      int slash = counter.indexOf('/');
      String own = counter.substring(0, slash);
      String family = into.getOrDefault(own, own);
      first.putIfAbsent(family, family + counter.substring(slash));
    }
    return List.copyOf(first.values());
  }

  /**
   * {@code "counter,counter*by,..."} as the scripts read it, in the order of the names. Made of
   * every vote, with dozens of counters of a ranking.
   */
  String text() {
    String[] sorted = Arrays.copyOf(counters, size);
    Arrays.sort(sorted);
    Map<String, Long> sums = plain(sorted) ? Map.of() : sums();
    StringBuilder text = new StringBuilder();
    String last = "";
    for (String counter : sorted) {
      if (counter.equals(last)) continue;
      last = counter;
      if (!text.isEmpty()) text.append(',');
      text.append(counter);
      long by = sums.getOrDefault(counter, 1L);
      if (by != 1) text.append('*').append(by);
    }
    return text.toString();
  }

  /** Whether one is added to each, and to none twice. */
  private boolean plain(String[] sorted) {
    for (int i = 0; i < size; i++) {
      if (bys[i] != 1 || (i > 0 && sorted[i].equals(sorted[i - 1]))) return false;
    }
    return true;
  }
}
