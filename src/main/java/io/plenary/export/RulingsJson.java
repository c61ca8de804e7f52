package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.voting.Ruling;
import io.plenary.voting.Rulings;
import io.plenary.words.Standing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What moderators decided of answers in people's own words, as a file says it: without it nobody
 * could count the ballots again. {@code [{answer, standing, into, called}]}, in the order of the
 * answers; into and called are null for itself, and for the form that most people used.
 */
final class RulingsJson {
  private RulingsJson() {}

  static void write(Rulings rulings, ArrayNode into) {
    new TreeMap<>(rulings.byFamily())
        .forEach(
            (family, ruling) -> {
              ObjectNode one = into.addObject();
              one.put("answer", family).put("standing", ruling.standing().wire());
              one.put("into", ruling.into().isEmpty() ? null : ruling.into());
              one.put("called", ruling.text().isEmpty() ? null : ruling.text());
            });
  }

  /**
   * @param listed what {@link #write} wrote, or missing for none
   * @throws IllegalArgumentException for anything else
   */
  static Rulings read(JsonNode listed) {
    if (listed.isMissingNode()) return Rulings.NONE;
    Map<String, Ruling> rulings = new HashMap<>();
    for (JsonNode one : listed) {
      String family = text(one, "answer");
      Standing standing =
          Arrays.stream(Standing.values())
              .filter(s -> s.wire().equals(one.path("standing").asText()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("a standing that cannot be"));
      Ruling ruling = new Ruling(1, standing, text(one, "into"), text(one, "called"));
      if (family.isEmpty() || rulings.put(family, ruling) != null) {
        throw new IllegalArgumentException("an answer is not named, or named twice");
      }
    }
    return new Rulings(1, rulings);
  }

  private static String text(JsonNode one, String name) {
    JsonNode value = one.path(name);
    if (!value.isTextual() && !value.isNull()) {
      throw new IllegalArgumentException(name + " is neither a text nor null");
    }
    return value.isNull() ? "" : value.textValue();
  }
}
