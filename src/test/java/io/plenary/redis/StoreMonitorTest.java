package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.Waiting;
import io.plenary.metrics.StoreMeters;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoreMonitorTest {
  private final StoreGate gate = new StoreGate();
  private final List<String> away = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private TestRedis redis;
  private Context loop;
  private RedisLink first;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    redis = TestRedis.start();
    loop = vertx.getOrCreateContext();
    first = open(redis.address(), LinkOptions.defaults());
    Await.result(first.ready());
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
    redis.close();
  }

  private RedisLink open(StoreAddress address, LinkOptions options) {
    return RedisLink.open(vertx, loop, address, options, StoreMeters.unread(), gate);
  }

  private void watch(Runnable back) {
    new StoreMonitor(
            vertx,
            loop,
            redis.address(),
            first,
            gate,
            () -> Future.succeededFuture(),
            away::add,
            back)
        .start();
  }

  @Test
  @DisplayName("O4: a store is back when every connection to it is, however long one would wait")
  void backWithEveryConnection() throws IOException {
    int never = 10 * (int) Waiting.LIMIT.toMillis();
    RedisLink second =
        open(redis.address(), new LinkOptions(2_000, 2_000, never, never, 1_000, 4_096));
    Await.result(second.ready());
    List<Boolean> up = new CopyOnWriteArrayList<>();
    watch(() -> up.add(second.isUp()));
    redis.kill();
    Await.until(() -> !first.isUp() && !second.isUp() && !away.isEmpty());
    redis.startAgain();
    Await.until(() -> !up.isEmpty());
    assertEquals(List.of(true), up);
  }

  @Test
  @DisplayName("O4: a store is away while one connection to it cannot be made")
  void awayWithOneConnection() {
    StoreAddress nobody = StoreAddress.local(1, "any");
    open(nobody, LinkOptions.defaults());
    watch(() -> {});
    Await.until(() -> !away.isEmpty());
    assertEquals("Redis at " + nobody.place() + " cannot be reached", away.get(0));
  }
}
