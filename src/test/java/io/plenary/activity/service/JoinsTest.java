package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.ManualLoop;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JoinsTest {
  private final ManualLoop loop = new ManualLoop();
  private final Map<String, Set<String>> rooms = new HashMap<>();
  private final List<Integer> calls = new ArrayList<>();
  private int codes;
  private Throwable fault;
  private final Joins joins =
      new Joins(
          new JoinStore() {
            @Override
            public Future<Joined> join(String eventId, String room, List<String> some) {
              calls.add(some.size());
              if (fault != null) return Future.failedFuture(fault);
              rooms.computeIfAbsent("all", r -> new HashSet<>()).addAll(some);
              rooms.computeIfAbsent(room, r -> new HashSet<>()).addAll(some);
              return Future.succeededFuture(new Joined(count(null), count(room)));
            }

            @Override
            public Future<Long> joined(String eventId, String room) {
              return Future.succeededFuture(count(room));
            }
          },
          loop.vertx(),
          loop.context());

  private long count(String room) {
    return rooms.getOrDefault(room == null ? "all" : room, Set.of()).size();
  }

  private void come(String room, int from, int to) {
    for (int i = from; i < to; i++) {
      String person = "p" + i;
      joins.came(
          "ev",
          room,
          person,
          () -> {
            codes++;
            return "code of " + person;
          });
    }
  }

  @Test
  void aHallCostsAHandfulOfCalls() {
    come("hall", 0, 2_500);
    loop.tick();
    assertEquals(List.of(1_000, 1_000, 500), calls);
    assertEquals(2_500, joins.joined("ev"));
    assertEquals(0, joins.joined("other"));
  }

  @Test
  @DisplayName("R4 who comes back costs nothing, and is nobody else")
  void r4_comingBackCostsNothing() {
    come("hall", 0, 3);
    loop.tick();
    come("hall", 0, 3);
    loop.tick();
    assertEquals(List.of(3), calls);
    assertEquals(3, codes);
    come("annexe", 0, 1);
    loop.tick();
    assertEquals(List.of(3, 1), calls, "in another room for the first time");
    assertEquals(3, joins.joined("ev"));
  }

  @Test
  void whatTheStoreDidNotTakeIsSentAgain() {
    fault = new StoreUnavailable("test");
    come("hall", 0, 2);
    loop.tick();
    come("hall", 2, 3);
    loop.tick();
    assertEquals(0, joins.joined("ev"));
    fault = null;
    loop.tick();
    assertEquals(3, joins.joined("ev"));
    assertEquals(List.of(2, 3, 3), calls);
  }

  @Test
  void looksAtWhatOtherNodesLetIn() {
    rooms.put("all", Set.of("x", "y"));
    joins.refresh("ev");
    loop.run();
    assertEquals(2, joins.joined("ev"));
    joins.counted(new EventStore.Place("ev", null), 7);
    assertEquals(7, joins.joined("ev"));
    joins.forget("ev");
    assertEquals(0, joins.joined("ev"));
  }
}
