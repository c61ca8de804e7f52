package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.redis.MasterNames.Named;
import io.plenary.redis.Sentinels.Place;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whom to believe of the Sentinels. */
class MasterNamesTest {
  private static final Place A = new Place("a", 1);
  private static final Place B = new Place("b", 1);
  private static final Place C = new Place("c", 1);

  /** "b5" is B, made the master by the fifth failover; "b?" where the Sentinel does not say. */
  private static List<Named> said(String... answers) {
    return Stream.of(answers)
        .map(
            each ->
                new Named(
                    new Place(each.substring(0, 1), 1),
                    each.endsWith("?") ? Named.UNKNOWN : Long.parseLong(each.substring(1))))
        .toList();
  }

  private static List<Place> order(Place dead, String... answers) {
    return MasterNames.order(said(answers), 3, dead);
  }

  @Test
  @DisplayName("O15 what most of the Sentinels name is the master, whatever a single one says")
  void whatMostName() {
    for (Place dead : new Place[] {null, A, B}) {
      assertEquals(List.of(B), order(dead, "a0", "b1", "b1"), "one is cut off: " + dead);
      assertEquals(List.of(B), order(dead, "b1", "a1", "b1"), "one lies: " + dead);
      assertEquals(List.of(B), order(dead, "b?", "a?", "b?"), "nobody says when: " + dead);
      assertEquals(List.of(B), order(dead, "b?", "a3", "b?"), "most do not say when: " + dead);
      assertEquals(List.of(B), order(dead, "b2", "b1"), "one is down: " + dead);
    }
  }

  @Test
  @DisplayName("O15 a failover of which one Sentinel knows is followed when the master is dead")
  void aFailoverThatJustBegan() {
    assertEquals(List.of(A, B), order(null, "a0", "a0", "b1"));
    assertEquals(List.of(B, A), order(A, "a0", "a0", "b1"));
    assertEquals(List.of(A, B), order(B, "a0", "a0", "b1"));
  }

  @Test
  void whereTheyDoNotAgreeTheLatestFailoverCounts() {
    assertEquals(List.of(B), order(null, "a0", "b1"));
    assertEquals(List.of(B), order(B, "a0", "b1"), "the one of before may take itself for it");
    assertEquals(List.of(A, B), order(null, "a1", "b1"));
    assertEquals(List.of(B, A), order(A, "a1", "b1"));
    assertEquals(List.of(C, A), MasterNames.order(said("a2", "b1", "c2", "c2"), 9, null));
    assertEquals(List.of(A), order(null, "a4"), "one is better than none");
    assertEquals(List.of(), order(null));
  }

  @Test
  void mostAreMostOfThoseThatThereAre() {
    assertEquals(B, MasterNames.most(said("a0", "b1", "b1"), 3));
    assertNull(MasterNames.most(said("b1", "b1"), 4));
    assertNull(MasterNames.most(said("a0", "b1", "c2"), 3));
    assertNull(MasterNames.most(List.of(), 3));
  }
}
