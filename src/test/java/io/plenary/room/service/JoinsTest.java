package io.plenary.room.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinsTest {
  private final ManualLoop loop = new ManualLoop();
  private final Set<String> people = new HashSet<>();
  private final List<Integer> batches = new ArrayList<>();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private Throwable fault;
  private final Joins joins = new Joins(new JoinStore() {
    @Override
    public Future<Joined> join(String eventId, String room, List<String> some) {
      batches.add(some.size());
      Promise<Joined> answer = Promise.promise();
      Throwable why = fault;
      held.add(() -> {
        if (why != null) answer.fail(why);
        else {
          people.addAll(some);
          answer.complete(new Joined(people.size(), 0));
        }
      });
      return answer.future();
    }

    @Override
    public Future<Long> joined(String eventId, String room) {
      return Future.succeededFuture((long) people.size());
    }
  }, loop.context());

  private List<Future<Void>> join(int from, int to) {
    List<Future<Void>> all = IntStream.range(from, to).mapToObj(i -> joins.join("ev", null, "p" + i)).toList();
    loop.run();
    return all;
  }

  private void release() {
    held.remove().run();
    loop.run();
  }

  private static boolean done(List<Future<Void>> all) {
    return all.stream().allMatch(Future::succeeded);
  }

  @Test
  void aHallCostsAHandfulOfCalls() {
    List<Future<Void>> all = join(0, 2_500);
    assertFalse(all.get(0).isComplete(), "answered only once it is stored");
    release();
    assertTrue(all.get(0).succeeded());
    assertFalse(all.get(1).isComplete());
    while (!held.isEmpty()) release();
    assertTrue(done(all));
    assertEquals(List.of(1, 1_000, 1_000, 499), batches);
    assertEquals(2_500, joins.joined("ev"));
    assertEquals(0, joins.joined("other"));
  }

  @Test
  void joiningAgainAddsNobody() {
    join(0, 3);
    List<Future<Void>> again = join(0, 3);
    while (!held.isEmpty()) release();
    assertTrue(done(again));
    assertEquals(3, joins.joined("ev"));
  }

  @Test
  void aFailureFailsOnlyItsBatch() {
    fault = new StoreAway("test");
    List<Future<Void>> first = join(0, 1);
    List<Future<Void>> second = join(1, 5);
    fault = null;
    release();
    assertSame(StoreAway.class, first.get(0).cause().getClass());
    release();
    assertTrue(done(second));
    assertEquals(4, joins.joined("ev"));
  }

  @Test
  void oneEventDoesNotWaitForAnother() {
    join(0, 1);
    joins.join("other", null, "p");
    loop.run();
    assertEquals(2, held.size());
  }

  @Test
  void looksAtWhatOtherNodesLetIn() {
    people.addAll(List.of("x", "y"));
    joins.refresh("ev");
    loop.run();
    assertEquals(2, joins.joined("ev"));
  }
}
