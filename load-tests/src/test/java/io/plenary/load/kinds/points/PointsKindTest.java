package io.plenary.load.kinds.points;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointsKindTest {
  /** An id that another one begins with counts for itself alone. */
  private static final Map<List<String>, Integer> BALLOTS =
      Map.of(List.of("o1:60", "o10:40"), 3, List.of("o10:100"), 2, List.of(), 1);

  /** As a server would write them. */
  private static ObjectNode results() {
    try {
      return (ObjectNode)
          Golden.JSON.readTree(
              """
              {"options": [{"id": "o1", "points": 180, "givers": 3},
                           {"id": "o10", "points": 320, "givers": 5},
                           {"id": "c", "points": 0, "givers": 0}]}\
              """);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> faults(JsonNode results) {
    List<String> faults = new ArrayList<>();
    new PointsKind().check(results, BALLOTS, faults);
    return faults;
  }

  @Test
  void what_is_right_is_good() {
    assertEquals(List.of(), faults(results()));
  }

  @Test
  void every_wrong_number_is_seen() {
    ObjectNode points = results();
    ((ObjectNode) points.get("options").get(2)).put("points", 5);
    assertEquals(1, faults(points).size());
    ObjectNode givers = results();
    ((ObjectNode) givers.get("options").get(0)).put("givers", 5);
    assertEquals(1, faults(givers).size());
  }
}
