package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.ActivityRef;
import io.plenary.hub.Loops;
import io.plenary.identity.Ids;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three nodes that want to do the same. */
class RedisClaimsTest extends StoreTest {
  private static final ActivityRef POLL = new ActivityRef("e", "p");
  private static final Duration KNOWN = Duration.ofMinutes(1);
  private static final long LASTS_MS = 600;
  private final List<Context> loops = new ArrayList<>();
  private final List<RedisLink> links = new ArrayList<>();
  private final List<RedisClaims> nodes = new ArrayList<>();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    for (int i = 0; i < 3; i++) {
      Context loop = vertx.getOrCreateContext();
      RedisLink own = RedisLink.open(vertx, loop, redis.address(), LinkOptions.defaults());
      Await.result(own.ready());
      loops.add(loop);
      links.add(own);
      nodes.add(new RedisClaims(own, new Ids(ENTROPY), LASTS_MS));
    }
  }

  @AfterEach
  void stop() {
    links.forEach(own -> Await.result(own.close()));
    loops.clear();
    links.clear();
    nodes.clear();
    done.clear();
  }

  private Future<Boolean> once(int node, String piece) {
    return once(
        node,
        piece,
        () -> {
          done.add(node + piece);
          return Future.succeededFuture();
        });
  }

  private Future<Boolean> once(int node, String piece, Supplier<Future<Void>> work) {
    return Loops.call(loops.get(node), () -> nodes.get(node).once(POLL, piece, KNOWN, work));
  }

  private Future<Boolean> alone(int node, String name, Supplier<Future<Void>> work) {
    return Loops.call(loops.get(node), () -> nodes.get(node).alone(name, work));
  }

  @Test
  void eachPieceIsDoneByOneOfThem() {
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) all.add(once(i, "a"));
    all.forEach(Await::result);
    assertEquals(1, done.size());
    for (int i = 0; i < 3; i++) assertTrue(Await.result(once(i, "a")), "it is known to be done");
    assertEquals(1, done.size());
    assertTrue(Await.result(once(2, "b")));
    assertEquals("2b", done.get(1), "another piece is not");
    assertTrue(send(Command.PTTL, Keys.claim("e", "p")).toLong() > 0);
  }

  @Test
  void workThatTakesLongIsItsNodesUntilThatDies() {
    Promise<Void> never = Promise.promise();
    Future<Boolean> first = once(0, "a", never::future);
    Await.until(() -> !keys().isEmpty());
    long until = System.nanoTime() + 3 * LASTS_MS * 1_000_000;
    while (System.nanoTime() < until) {
      assertFalse(Await.result(once(1, "a")));
      assertFalse(Await.result(once(2, "b")), "one piece at a time");
    }
    Await.result(links.get(0).close());
    Await.until(() -> Await.result(once(1, "a")));
    assertEquals(List.of("1a"), done);
    never.complete();
    assertTrue(Await.result(first), "who comes back late finds it done");
    assertTrue(Await.result(once(2, "a")));
    assertEquals(List.of("1a"), done);
  }

  @Test
  void whatFailedIsAnybodysAtOnce() {
    Future<Boolean> failing = once(0, "a", () -> Future.failedFuture("on purpose"));
    assertThrows(RuntimeException.class, () -> Await.result(failing));
    Future<Boolean> throwing =
        alone(
            0,
            "work",
            () -> {
              throw new IllegalStateException("on purpose");
            });
    assertThrows(RuntimeException.class, () -> Await.result(throwing));
    assertTrue(Await.result(once(1, "a")));
    assertTrue(Await.result(alone(1, "work", Future::succeededFuture)));
  }

  @Test
  void whatOneAtATimeDoesIsDoneAgainAndAgain() {
    Promise<Void> work = Promise.promise();
    Future<Boolean> first = alone(0, "work", work::future);
    Await.until(() -> !keys().isEmpty());
    assertFalse(Await.result(alone(1, "work", Future::succeededFuture)));
    assertTrue(Await.result(alone(1, "other", Future::succeededFuture)));
    work.complete();
    assertTrue(Await.result(first));
    assertTrue(Await.result(alone(1, "work", Future::succeededFuture)));
    assertEquals(List.of(), List.copyOf(keys()), "nothing is left");
  }

  /** A clock that was put back makes claims of the dead last for hours. */
  @Test
  void aClaimThatWouldLastTooLongDoesNotCount() {
    send(Command.SET, Keys.claim("e", "p"), "held somebody", "PX", 3_600_000);
    assertTrue(Await.result(once(0, "a")));
    send(Command.SET, Keys.claim("e", "p"), "done a", "PX", 3_600_000);
    assertTrue(Await.result(once(1, "a")));
    assertEquals(List.of("0a", "1a"), done);
  }
}
