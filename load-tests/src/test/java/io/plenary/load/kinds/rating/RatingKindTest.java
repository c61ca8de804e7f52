package io.plenary.load.kinds.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingKindTest {
  private static final Map<List<String>, Integer> BALLOTS =
      Map.of(List.of("a:4", "b:none"), 3, List.of("a:1", "b:5"), 3, List.of(), 1);

  private static ObjectNode results() {
    try {
      return (ObjectNode)
          Golden.JSON.readTree(
              """
              {"statements": [
                {"id": "a", "rated": 6, "noOpinion": 0, "counts": [3, 0, 0, 3, 0], "median": 2.5,
                 "agree": 3},
                {"id": "b", "rated": 3, "noOpinion": 3, "counts": [0, 0, 0, 0, 3], "median": 5.0,
                 "agree": 3}]}\
              """);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> faults(JsonNode results) {
    List<String> faults = new ArrayList<>();
    new RatingKind().check(results, BALLOTS, faults);
    return faults;
  }

  @Test
  void what_is_right_is_good() {
    assertEquals(List.of(), faults(results()));
  }

  @Test
  void every_wrong_number_is_seen() {
    for (String number : List.of("rated", "noOpinion", "median", "agree")) {
      ObjectNode wrong = results();
      ((ObjectNode) wrong.get("statements").get(1)).put(number, 2);
      assertEquals(1, faults(wrong).size(), number);
    }
    ObjectNode counts = results();
    ((ArrayNode) counts.get("statements").get(0).get("counts")).set(3, 4);
    assertEquals(1, faults(counts).size());
  }
}
