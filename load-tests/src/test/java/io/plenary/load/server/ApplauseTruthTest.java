package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.load.phone.Applause.Bounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplauseTruthTest {
  private final List<Bounds> bounds = List.of(new Bounds(5, 5), new Bounds(0, 3));

  private List<String> check(List<Long> stage, List<Long> export) {
    Map<String, List<Long>> found = new LinkedHashMap<>();
    found.put("the stage", stage);
    found.put("the export", export);
    return ApplauseTruth.check(bounds, found);
  }

  @Test
  void what_was_sent_is_what_is_counted() {
    assertEquals(List.of(), check(List.of(5L, 2L), List.of(5L, 2L)));
    assertEquals(
        2, check(List.of(4L, 2L), List.of(4L, 2L)).size(), "one was lost, and both say so");
    assertTrue(
        check(List.of(5L, 4L), List.of(5L, 4L)).get(0).contains("\"heart\", sent were 0 to 3"));
  }

  @Test
  void both_must_say_the_same() {
    assertEquals(
        List.of("the export gives [5, 2] and the stage [5, 1]"),
        check(List.of(5L, 1L), List.of(5L, 2L)));
  }

  @Test
  void who_hurries_gets_two_a_second_and_four_at_once() {
    assertEquals(new Bounds(18, 24), ApplauseTruth.hurried(1, 10, 10, 100));
    assertEquals(
        new Bounds(3, 3), ApplauseTruth.hurried(1, 10, 10, 3), "never more than they sent");
  }
}
