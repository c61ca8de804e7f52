package io.plenary.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.server.Screen.Shown;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static final String RESULTS =
      """
      {"voted": 3, "abstained": 1, "options": [{"id": "a", "count": 2}, {"id": "b", "count": 1}]}\
      """;
  private final Shown right = new Shown(0, "p", 4, List.of(2L, 1L));

  private static List<String> faults(Shown... shown) throws IOException {
    JsonNode results = Golden.JSON.readTree(RESULTS);
    return Stages.faults(Arrays.asList(shown), "p", results);
  }

  @Test
  void stages_that_show_the_recount_are_right() throws IOException {
    assertEquals(List.of(), faults(right, right, right));
  }

  @Test
  void one_that_is_behind_is_found() throws IOException {
    assertEquals(
        List.of("a stage shows 3 answers, the recount says 4"),
        faults(right, new Shown(0, "p", 3, List.of(1L, 1L))));
    assertEquals(
        List.of("a stage shows [1, 2], the recount says [2, 1]"),
        faults(new Shown(0, "p", 4, List.of(1L, 2L)), right));
  }

  @Test
  void one_that_shows_nothing_or_something_else_is_found() throws IOException {
    List<String> wrong = List.of("a stage does not show the poll");
    assertEquals(wrong, faults(right, null));
    assertEquals(wrong, faults(new Shown(0, "other", 4, List.of(2L, 1L))));
    assertEquals(List.of("there was no stage to look at"), faults());
  }
}
