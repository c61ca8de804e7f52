package io.plenary.load.kinds.pebbles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

class PebblesKindTest {
  private static final Map<List<String>, Integer> BALLOTS =
      Map.of(List.of("a", "a", "b"), 3, List.of("c"), 2, List.of(), 1);

  private static List<String> faults(long a, long b, long c) {
    ObjectNode results = Golden.JSON.createObjectNode();
    ObjectNode pebbles = results.putObject("pebbles");
    pebbles.putObject("a").put("sum", a);
    pebbles.putObject("b").put("sum", b);
    pebbles.putObject("c").put("sum", c);
    List<String> faults = new ArrayList<>();
    new PebblesKind().check(results, BALLOTS, faults);
    return faults;
  }

  @Test
  void what_is_right_is_good() {
    assertEquals(List.of(), faults(6, 3, 2));
  }

  @Test
  void every_wrong_number_is_seen() {
    assertEquals(1, faults(5, 3, 2).size());
    assertEquals(2, faults(6, 2, 3).size());
  }

  @Test
  void a_result_that_is_not_there_is_wrong() {
    List<String> faults = new ArrayList<>();
    new PebblesKind().check(Golden.JSON.createObjectNode(), Map.of(), faults);
    assertEquals(3, faults.size());
  }

  @Test
  void phones_spread_one_to_four_pebbles_in_every_way() {
    Answers answers = new PebblesKind().answers(null, Size.USUAL);
    Set<List<String>> given = new HashSet<>();
    for (int phone = 0; phone < 1_000; phone++) given.add(answers.of(phone, 1));
    assertEquals(34, given.size());
    assertFalse(given.contains(List.of()));
  }
}
