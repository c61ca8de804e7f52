package io.plenary.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeersTest {
  @Test
  void everybody_is_measured_first_once() {
    List<String> all = List.of("a", "b", "c");
    assertEquals(List.of("a", "b", "c"), Peers.turning(all, 0));
    assertEquals(List.of("b", "c", "a"), Peers.turning(all, 1));
    assertEquals(List.of("c", "a", "b"), Peers.turning(all, 2));
    assertEquals(all, Peers.turning(all, 3));
  }
}
