package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.service.HandSignals.Held;
import io.plenary.kinds.qa.service.HandSignals.Signal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherHandsTest {
  private static final ChangeNotification PLACE = new ChangeNotification("e", "qa");
  private static final Held ONE = new Held("h1", "One", "q1");
  private static final Held TWO = new Held("h2", "Two", "q2");
  private final OtherHands others = new OtherHands(15);

  private boolean hear(String node, long tick, Held... hands) {
    return others.hear(new Signal(node, PLACE, List.of(hands)), tick);
  }

  @Test
  void eachNodeTellsOfItsOwn() {
    assertTrue(hear("a", 1, ONE));
    assertFalse(hear("a", 2, ONE), "told again");
    assertTrue(hear("b", 2, TWO));
    assertEquals(List.of(ONE, TWO), others.at(PLACE));
    assertEquals(List.of(), others.at(new ChangeNotification("e", "other")));
    assertTrue(hear("a", 3));
    assertFalse(hear("a", 4));
    assertEquals(List.of(TWO), others.at(PLACE));
  }

  @Test
  void whoFallsSilentIsForgotten() {
    hear("a", 1, ONE);
    hear("b", 1, TWO);
    hear("b", 10, TWO);
    assertEquals(Set.of(), others.forget(16));
    assertEquals(Set.of(PLACE), others.forget(17));
    assertEquals(List.of(TWO), others.at(PLACE));
    assertEquals(Set.of(), others.forget(18));
  }
}
