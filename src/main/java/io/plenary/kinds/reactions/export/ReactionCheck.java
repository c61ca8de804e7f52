package io.plenary.kinds.reactions.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.export.Checked;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks whether the reactions of one room of an exported file can be so: they are totals, and
 * nothing is there to count them from.
 */
final class ReactionCheck {
  private static final List<String> NAMES = List.of("clap", "heart", "idea", "question");

  private final JsonNode room;
  private final List<String> wrong = new ArrayList<>();
  private long all;

  ReactionCheck(JsonNode room) {
    this.room = room;
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

  Checked checked() {
    List<String> lines =
        wrong.isEmpty()
            ? List.of(all + " taps: totals alone, there is nothing to count them from.")
            : List.of();
    return new Checked("Reactions (" + room.path("room").asText() + ")", lines, wrong);
  }
}
