package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.phone.Upvoter.Tap;
import io.plenary.load.server.QaTruth.Merged;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Questions 1 and 2 are of one family, 3 and 4 of another. */
class QaTruthTest {
  private final List<List<Tap>> people = new ArrayList<>();
  private final List<JsonNode> rows = new ArrayList<>();

  private void person(Tap... taps) {
    people.add(List.of(taps));
  }

  private static Tap on(long seq, int n) {
    return new Tap(seq, n, true);
  }

  private static Tap off(long seq, int n) {
    return new Tap(seq, n, false);
  }

  private void row(int n, int upvotes, Integer into) {
    rows.add(row(n, upvotes, upvotes, into));
  }

  private static JsonNode row(int n, int upvotes, int raw, Integer into) {
    return Golden.JSON
        .createObjectNode()
        .put("id", "q" + n)
        .put("number", n)
        .put("upvotes", upvotes)
        .put("raw", raw)
        .put("mergedInto", into == null ? null : "q" + into);
  }

  private QaTruth.Verdict check(Merged merged, Map<Integer, Integer> shown) {
    return QaTruth.check(rows, people, n -> (n - 1) / 2, merged, shown);
  }

  @Test
  void a_group_counts_each_of_its_people_once() {
    person(on(1, 1), on(2, 2));
    person(on(1, 2));
    person(on(1, 3));
    rows.add(row(1, 2, 1, null));
    row(2, 2, 1);
    row(3, 1, null);
    assertTrue(check(Merged.PERHAPS, Map.of(1, 2, 3, 1)).good());
    rows.set(0, row(1, 2, 2, null));
    assertFalse(check(Merged.PERHAPS, Map.of()).good(), "an upvote of the other one");
    rows.set(0, row(1, 2, 1, null));
    assertEquals(1, check(Merged.PERHAPS, Map.of()).merged());
    assertEquals(4, check(Merged.PERHAPS, Map.of()).registers());
  }

  @Test
  void one_withdrawal_is_for_the_whole_group_when_it_was_one_all_the_time() {
    person(on(1, 1), on(2, 2), off(3, 1));
    row(1, 0, null);
    row(2, 0, 1);
    assertTrue(check(Merged.ALWAYS, Map.of(1, 0)).good());
    rows.clear();
    row(1, 1, null);
    row(2, 1, 1);
    assertFalse(check(Merged.ALWAYS, Map.of()).good());
  }

  @Test
  void what_a_withdrawal_may_have_taken_along_may_stand_or_not() {
    person(on(1, 1), on(2, 2), off(3, 1), on(4, 3));
    row(1, 0, null);
    row(2, 1, null);
    row(3, 1, null);
    assertTrue(check(Merged.PERHAPS, Map.of()).good());
    assertEquals(1, check(Merged.PERHAPS, Map.of()).unknown());
    rows.set(1, row(2, 0, 0, null));
    assertTrue(check(Merged.PERHAPS, Map.of()).good());
    rows.set(1, row(2, 2, 2, null));
    assertFalse(check(Merged.PERHAPS, Map.of()).good());
  }

  @Test
  void a_lost_upvote_a_doubled_one_and_one_that_came_back_are_seen() {
    person(on(1, 1));
    person(on(1, 1), off(2, 1));
    for (int wrong : new int[] {0, 2}) {
      rows.clear();
      row(1, wrong, null);
      assertFalse(check(Merged.PERHAPS, Map.of()).good());
    }
    rows.clear();
    row(1, 1, null);
    assertTrue(check(Merged.PERHAPS, Map.of(1, 1)).good());
  }

  @Test
  void a_screen_that_shows_something_else_is_seen() {
    person(on(1, 1));
    row(1, 1, null);
    assertFalse(check(Merged.PERHAPS, Map.of(1, 2)).good());
    row(2, 1, 1);
    assertFalse(
        check(Merged.PERHAPS, Map.of(1, 1, 2, 0)).good(), "a merged question is in no list");
  }

  @Test
  void trees_have_one_top_and_circles_are_seen() {
    person(on(1, 1));
    person(on(1, 2));
    person(on(1, 3));
    rows.add(row(1, 3, 1, null));
    rows.add(row(2, 1, 1, 1));
    rows.add(row(3, 1, 1, 2));
    assertTrue(check(Merged.PERHAPS, Map.of()).good());
    rows.set(0, row(1, 3, 1, 3));
    assertFalse(check(Merged.PERHAPS, Map.of()).good());
  }
}
