package io.plenary.kinds.points;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one person gave.
 *
 * @param points by id of an option, each at least 1; an option that is not in it was given none.
 *     Empty of who abstains
 */
record Allocation(SortedMap<String, Integer> points) {
  Allocation {
    points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
  }

  Allocation(Map<String, Integer> points) {
    this(new TreeMap<>(points));
  }

  boolean abstains() {
    return points.isEmpty();
  }
}
