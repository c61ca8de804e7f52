package io.plenary.load.kinds.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberKindTest {
  private static final Map<List<String>, Integer> BALLOTS =
      Map.of(List.of("5"), 2, List.of("12"), 1, List.of("13"), 1, List.of(), 1);

  /** As a server would write them. */
  private static ObjectNode results() {
    try {
      return (ObjectNode)
          Golden.JSON.readTree(
              """
              {"counts": [{"from": "5", "to": "5", "count": 2}, {"from": "12", "to": "12", "count": 1},
                          {"from": "13", "to": "13", "count": 1}],
               "median": "8.5", "exact": true}\
              """);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> faults(JsonNode results) {
    List<String> faults = new ArrayList<>();
    new NumberKind().check(results, BALLOTS, faults);
    return faults;
  }

  @Test
  void what_is_right_is_good() {
    assertEquals(List.of(), faults(results()));
  }

  @Test
  void every_wrong_number_is_seen() {
    ObjectNode count = results();
    ((ObjectNode) count.get("counts").get(1)).put("count", 2);
    assertEquals(2, faults(count).size(), "one too many, and so of all");
    ObjectNode missing = results();
    ((com.fasterxml.jackson.databind.node.ArrayNode) missing.get("counts")).remove(0);
    assertEquals(1, faults(missing).size());
    assertEquals(1, faults(results().put("median", "9")).size());
  }
}
