package io.plenary.voting;

import java.util.HashMap;
import java.util.Map;

/**
 * What moderators decided of the answers to one activity, all of one moment. Immutable.
 *
 * @param version rises with every decision; 0 while there is none
 * @param byFamily the newest decision of each family that has any
 */
public record Rulings(long version, Map<String, Ruling> byFamily) {
  public static final Rulings NONE = new Rulings(0, Map.of());

  public Rulings {
    byFamily = Map.copyOf(byFamily);
  }

  public Ruling of(String family) {
    return byFamily.getOrDefault(family, Ruling.NONE);
  }

  /** The family that each joined one is counted as. */
  Map<String, String> joined() {
    if (byFamily.isEmpty()) return Map.of();
    Map<String, String> joined = new HashMap<>();
    byFamily.forEach(
        (family, ruling) -> {
          if (!ruling.into().isEmpty()) joined.put(family, ruling.into());
        });
    return joined;
  }
}
