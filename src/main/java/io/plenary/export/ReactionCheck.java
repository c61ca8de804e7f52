package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks whether the reactions of one room of an exported file can be so: they are totals, and
 * nothing is there to count them from.
 */
final class ReactionCheck {
  private static final List<String> NAMES = List.of("clap", "heart", "idea", "question");

  final List<String> wrong = new ArrayList<>();
  private long all;

  ReactionCheck(JsonNode room) {
    JsonNode taps = room.path("taps");
    if (!taps.isObject() || taps.size() != NAMES.size()) wrong.add("the reactions cannot be read");
    for (String name : NAMES) {
      JsonNode count = taps.path(name);
      boolean possible =
          count.isIntegralNumber() && count.canConvertToLong() && count.longValue() >= 0;
      if (possible) all += count.longValue();
      else if (wrong.isEmpty()) wrong.add("a reaction was given a number of times that cannot be");
    }
  }

  /** What {@code verify} says of it, besides what is wrong. */
  List<String> lines() {
    return wrong.isEmpty()
        ? List.of("  " + all + " taps: totals alone, there is nothing to count them from.")
        : List.of();
  }
}
