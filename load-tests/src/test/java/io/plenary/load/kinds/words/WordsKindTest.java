package io.plenary.load.kinds.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsKindTest {
  private static final Map<List<String>, Integer> BALLOTS =
      Map.of(List.of("term0001", "term0002"), 3, List.of("term0001"), 2, List.of(), 1);

  /** As a server would write them. */
  private static ObjectNode results() {
    try {
      return (ObjectNode)
          Golden.JSON.readTree(
              """
              {"words": [{"text": "term0001", "count": 5}, {"text": "term0002", "count": 3}],
               "unshown": []}\
              """);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> faults(JsonNode results) {
    List<String> faults = new ArrayList<>();
    new WordsKind().check(results, BALLOTS, faults);
    return faults;
  }

  @Test
  void what_is_right_is_good() {
    assertEquals(List.of(), faults(results()));
  }

  @Test
  void every_wrong_number_is_seen() {
    ObjectNode count = results();
    ((ObjectNode) count.get("words").get(0)).put("count", 6);
    assertEquals(1, faults(count).size());
    ObjectNode gone = results();
    ((ArrayNode) gone.get("words")).remove(1);
    assertEquals(1, faults(gone).size());
    ObjectNode more = results();
    ((ArrayNode) more.get("words")).addObject().put("text", "other").put("count", 1);
    assertEquals(1, faults(more).size());
    ObjectNode held = results();
    ((ArrayNode) held.get("unshown")).addObject().put("count", 1);
    assertEquals(1, faults(held).size());
  }

  @Test
  void ballots_have_all_terms_in_the_order_of_an_export() {
    for (Size size : Size.values()) {
      Answers answers = new WordsKind().answers(Golden.JSON.createObjectNode(), size);
      Set<String> terms = new HashSet<>();
      for (int phone = 0; phone < 20_000; phone++) {
        List<String> entries = answers.of(phone, 1);
        assertTrue(!entries.isEmpty() && entries.size() <= 3);
        assertEquals(entries.stream().sorted().distinct().toList(), entries);
        terms.addAll(entries);
      }
      assertTrue(terms.size() > 3_900, "" + terms.size());
    }
  }
}
