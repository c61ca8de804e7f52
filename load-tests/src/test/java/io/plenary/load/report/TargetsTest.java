package io.plenary.load.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final String OURS = Names.FIRST_P99 + Names.PLENARY;
  private static final String THEIRS = Names.FIRST_P99 + Names.SOCKETIO;
  private final Sheet sheet = new Sheet();

  private void rounds(String name, double... values) {
    for (double value : values) sheet.add(name, value);
  }

  /** The machine was twice as slow in the last two rounds: medians alone would compare them. */
  @Test
  void what_is_compared_was_measured_in_the_same_round() {
    rounds(OURS, 10, 60, 20);
    rounds(THEIRS, 100, 100, 50);
    assertEquals(0.4, sheet.ratio(OURS, THEIRS));
    assertEquals(20, sheet.median(OURS));
  }

  @Test
  void a_round_that_lacks_one_side_compares_nothing() {
    rounds(OURS, 10, 20);
    rounds(THEIRS, 100);
    assertTrue(Double.isNaN(sheet.ratio(OURS, THEIRS)));
    assertTrue(
        Targets.table(sheet, true)
            .contains("| 15.0 | 100 |  | – | ≤ 0.40 × socket.io | not judged |"));
  }

  @Test
  void a_line_shows_every_peer_and_what_was_found() {
    rounds(OURS, 30);
    rounds(THEIRS, 100);
    assertTrue(
        Targets.table(sheet, true).contains("| 30.0 | 100 |  | 0.30 | ≤ 0.40 × socket.io | met |"));
    assertTrue(Targets.table(sheet, false).contains("not judged"));
  }

  @Test
  void a_target_that_is_missed_says_so() {
    rounds(OURS, 41);
    rounds(THEIRS, 100);
    assertTrue(Targets.table(sheet, true).contains("**missed**"));
  }

  @Test
  void what_was_not_measured_has_no_line() {
    assertTrue(Targets.table(sheet, true).isEmpty());
    rounds(Names.START, 0.9);
    assertEquals(3, Targets.table(sheet, true).lines().count());
  }

  /** A line that is held against a peer must find that peer's figure, or it is never judged. */
  @Test
  void every_line_against_a_peer_names_the_figure_of_that_peer() {
    for (Targets.Target t : Targets.all()) {
      if (t.against() != null) assertFalse(t.against().equals(t.name()), t.line());
    }
    String promised =
        Targets.all().stream().map(Targets.Target::promised).collect(Collectors.joining("\n"));
    assertTrue(promised.contains("× redis-benchmark"), promised);
    assertTrue(promised.contains("× the smaller hall"), promised);
  }
}
