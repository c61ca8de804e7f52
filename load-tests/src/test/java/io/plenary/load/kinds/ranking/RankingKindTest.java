package io.plenary.load.kinds.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingKindTest {
  private static final Map<List<String>, Integer> BALLOTS =
      Map.of(List.of("a", "b", "c"), 3, List.of("b"), 2, List.of(), 1);

  /** As a server would write them: the two who rank b alone give a and c 1.5 points each. */
  private static ObjectNode results() {
    try {
      return (ObjectNode)
          Golden.JSON.readTree(
              """
              {"options": [{"id": "a", "points": 12, "firsts": 3},
                           {"id": "b", "points": 12, "firsts": 2},
                           {"id": "c", "points": 6.0, "firsts": 0}],
               "pairs": [[0, 3, 3], [2, 0, 5], [0, 0, 0]]}\
              """);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> faults(JsonNode results) {
    List<String> faults = new ArrayList<>();
    new RankingKind().check(results, BALLOTS, faults);
    return faults;
  }

  @Test
  void what_is_right_is_good() {
    assertEquals(List.of(), faults(results()));
  }

  @Test
  void every_wrong_number_is_seen() {
    ObjectNode points = results();
    ((ObjectNode) points.get("options").get(2)).put("points", 6.5);
    assertEquals(1, faults(points).size());
    ObjectNode firsts = results();
    ((ObjectNode) firsts.get("options").get(0)).put("firsts", 2);
    assertEquals(1, faults(firsts).size());
    ObjectNode pairs = results();
    ((com.fasterxml.jackson.databind.node.ArrayNode) pairs.get("pairs").get(1)).set(2, 4);
    assertEquals(1, faults(pairs).size());
  }
}
