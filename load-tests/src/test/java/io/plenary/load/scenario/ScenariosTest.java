package io.plenary.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ScenariosTest {
  private static List<Scenario> chosen(String... words) {
    Scenarios scenarios = CommandLine.populateCommand(new Scenarios());
    return scenarios.chosen(List.of(words));
  }

  private static List<String> names(String... words) {
    return chosen(words).stream().map(Scenario::name).toList();
  }

  @Test
  void one_word_plays_everything_with_several_servers() {
    assertEquals(
        List.of(
            "nodes-killed",
            "master-killed",
            "replication-cut",
            "replication-cut-without-copies",
            "cluster-master-killed",
            "cluster-replication-cut",
            "rolling-restart",
            "rolling-upgrade",
            "canary",
            "nodes-idle"),
        names("nodes"));
  }

  @Test
  void each_has_its_name() {
    for (String name : names("nodes", "table")) assertEquals(List.of(name), names(name));
  }

  @Test
  void the_check_without_copies_is_the_one_that_must_see_losses() {
    List<Scenario> nodes = chosen("nodes");
    assertTrue(nodes.get(2).about().contains("store-copies 1"), nodes.get(2).about());
    assertTrue(nodes.get(3).about().contains("store-copies 0"), nodes.get(3).about());
    assertTrue(nodes.get(3).about().endsWith("must see losses"), nodes.get(3).about());
  }

  @Test
  void a_name_nobody_knows_is_answered_with_those_there_are() {
    String said =
        assertThrows(IllegalArgumentException.class, () -> names("node-killed")).getMessage();
    assertTrue(said.contains("nodes-killed, master-killed"), said);
  }
}
