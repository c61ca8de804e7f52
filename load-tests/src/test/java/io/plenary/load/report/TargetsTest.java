package io.plenary.load.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final String OURS = Names.FIRST_P99 + Names.PLENARY;
  private static final String THEIRS = Names.FIRST_P99 + Names.SOCKETIO;
  private final Sheet sheet = new Sheet();

  private void rounds(String name, double... values) {
    for (double value : values) sheet.add(name, value);
  }

  private String table(boolean conclusive) {
    return Targets.table(sheet, conclusive, List.of(""));
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
    assertTrue(table(true).contains("| 15.0 | 100 |  | – | ≤ 0.40 × socket.io | not judged |"));
  }

  @Test
  void a_line_shows_every_peer_and_what_was_found() {
    rounds(OURS, 30);
    rounds(THEIRS, 100);
    assertTrue(table(true).contains("| 30.0 | 100 |  | 0.30 | ≤ 0.40 × socket.io | met |"));
    assertTrue(table(false).contains("not judged"));
  }

  @Test
  void a_target_that_is_missed_says_so() {
    rounds(OURS, 41);
    rounds(THEIRS, 100);
    assertTrue(table(true).contains("**missed**"));
  }

  @Test
  void what_was_not_measured_has_no_line() {
    assertTrue(table(true).isEmpty());
    rounds(Names.START, 0.9);
    assertEquals(3, table(true).lines().count());
  }

  private static final String J17 = ", Java 17";
  private static final String J25 = ", Java 25";

  private String both() {
    return Targets.table(sheet, true, List.of(J17, J25));
  }

  @Test
  void one_java_has_one_column() {
    rounds(OURS, 30);
    assertTrue(table(true).startsWith("| line | Plenary | socket.io | Bun | found | target |  |"));
  }

  @Test
  void each_java_has_its_figure_what_was_found_and_its_verdict() {
    rounds(OURS + J17, 30);
    rounds(OURS + J25, 50);
    rounds(THEIRS, 100);
    String table = both();
    assertTrue(
        table.startsWith(
            "| line | Plenary, Java 17 | Plenary, Java 25 | socket.io | Bun | found, Java 17 |"
                + " found, Java 25 | target | verdict, Java 17 | verdict, Java 25 |\n"),
        table);
    assertTrue(
        table.contains(
            "| first burst: ack p99, ms | 30.0 | 50.0 | 100 |  | 0.30 | 0.50 | ≤ 0.40 × socket.io |"
                + " met | **missed** |\n"),
        table);
  }

  /** Names of figures that only Plenary has do not begin with it. */
  @Test
  void a_figure_without_a_name_in_it_has_its_java_behind_it() {
    rounds(Names.START + J17, 0.9);
    rounds(Names.START + J25, 1.1);
    assertTrue(
        both().contains("| 0.90 | 1.10 |  |  | 0.90 | 1.10 | ≤ 1.00 | met | **missed** |"), both());
  }

  @Test
  void what_plenary_is_held_against_of_its_own_is_on_the_same_java() {
    String large = Names.GROWTH_CPU + Names.PHONES + 10000;
    String small = Names.GROWTH_CPU + Names.PHONES + 1000;
    rounds(large + J17, 20);
    rounds(small + J17, 10);
    rounds(large + J25, 30);
    rounds(small + J25, 30);
    assertTrue(both().contains("| 2.00 | 1.00 | ≤ 1.20 × the smaller hall | **missed** | met |"));
  }

  @Test
  void redis_benchmark_is_the_same_for_every_java() {
    String votes = "votes-saturation-3000" + Names.VOTES + Names.PLENARY;
    rounds(votes + J17, 26);
    rounds(votes + J25, 24);
    rounds(Names.P1, 20);
    assertTrue(both().contains("| 1.30 | 1.20 | ≥ 1.25 × redis-benchmark | met | **missed** |"));
  }

  @Test
  void what_is_measured_on_the_first_java_alone_has_no_verdict_for_the_others() {
    rounds(Names.UPVOTES_P50, 2);
    assertTrue(both().contains("| 2.00 |  |  |  | 2.00 | – | ≤ 3.00 | met |  |"), both());
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

  /** Every figure of the ten lines, and of one peer. */
  private void measuredOn(String tag, double value) {
    for (Targets.Target target : Targets.all()) {
      rounds(target.on(tag).name(), value);
      if (tag.equals(J17) && target.against() != null) rounds(target.against(), 2 * value);
    }
  }

  @Test
  void ten_lines_have_both_javas_the_peers_and_what_missed_in_bold() {
    measuredOn(J17, 10);
    measuredOn(J25, 1_000);
    List<String> lines = Targets.digest(sheet, List.of(J17, J25)).lines().toList();
    assertEquals(
        "|  | Plenary, Java 17 | Plenary, Java 25 | socket.io | Bun | target: found on each Java |",
        lines.get(0));
    assertTrue(
        lines
            .get(2)
            .endsWith(
                "| 10.0; 10.0 | 1,000; 1,000 | 20.0; 20.0 | –; – | ≤ 0.60 × socket.io: 0.50,"
                    + " **50.0**; ≤ 0.40 × socket.io: **0.50**, **50.0** |"),
        lines.get(2));
    assertEquals(
        10, lines.subList(2, lines.size()).stream().filter(l -> l.startsWith("| ")).count());
    assertTrue(lines.get(lines.size() - 1).startsWith("Met, Java 25: "), lines.toString());
  }

  @Test
  void there_are_no_ten_lines_while_one_was_not_measured() {
    measuredOn(J17, 10);
    assertEquals("", Targets.digest(sheet, List.of(J17, J25)));
  }
}
