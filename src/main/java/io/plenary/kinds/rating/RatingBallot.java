package io.plenary.kinds.rating;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one person gave to which statements.
 *
 * @param given by id of a statement its point, null for no opinion; a statement that was left out
 *     is absent, and of who abstains all are
 */
record RatingBallot(Map<String, @Nullable Integer> given) {
  RatingBallot {
    given = Collections.unmodifiableMap(new TreeMap<>(given));
  }

  boolean abstains() {
    return given.isEmpty();
  }

  /**
   * As somebody sends them, {@code "o1:4"} and {@code "o2:none"}: equal answers are equal lists.
   */
  List<String> entries() {
    return given.entrySet().stream()
        .map(e -> RatingBallots.entry(e.getKey(), e.getValue()))
        .sorted()
        .toList();
  }
}
