package io.plenary.voting;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one ballot adds to which counters of its activity. That the person voted or abstained is
 * counted beside it, for every kind alike.
 */
public final class Contributions {
  private static final String RESERVED = " ,*|";

  private final Map<String, Long> sums = new TreeMap<>();

  /** Adds one. */
  public void add(String counter) {
    add(counter, 1);
  }

  /**
   * @param counter any text but an empty one, without blank, comma, asterisk and vertical bar
   * @param by at least 1
   */
  public void add(String counter, long by) {
    if (counter.isEmpty() || counter.chars().anyMatch(c -> RESERVED.indexOf(c) >= 0) || by < 1) {
      throw new IllegalArgumentException("no counter, or nothing to add");
    }
    sums.merge(counter, by, Long::sum);
  }

  Map<String, Long> sums() {
    return sums;
  }

  /** {@code "counter,counter*by,..."} as the scripts read it, in the order of the names. */
  String text() {
    return sums.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + "*" + e.getValue())
        .collect(Collectors.joining(","));
  }
}
