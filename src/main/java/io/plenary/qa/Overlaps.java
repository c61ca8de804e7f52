package io.plenary.qa;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Sets of features by place, and how many features each has in common with another set: looks only at those that have any. */
final class Overlaps {
  /** The places of one feature; the first {@code size} of them count. */
  private static final class Places {
    int[] at = new int[2];
    int size;
  }

  private final Map<Integer, Places> byFeature = new HashMap<>();

  /** @param features each once */
  void add(int place, int[] features) {
    for (int feature : features) {
      Places places = byFeature.computeIfAbsent(feature, f -> new Places());
      if (places.size == places.at.length) places.at = Arrays.copyOf(places.at, 2 * places.size);
      places.at[places.size++] = place;
    }
  }

  /** @param features as they were added */
  void remove(int place, int[] features) {
    for (int feature : features) {
      Places places = byFeature.get(feature);
      for (int i = 0; i < places.size; i++) {
        if (places.at[i] == place) places.at[i--] = places.at[--places.size];
      }
      if (places.size == 0) byFeature.remove(feature);
    }
  }

  /** How many of these features each of the first so many places has. */
  int[] common(int[] features, int places) {
    int[] counts = new int[places];
    for (int feature : features) {
      Places having = byFeature.get(feature);
      for (int i = 0; having != null && i < having.size; i++) counts[having.at[i]]++;
    }
    return counts;
  }
}
