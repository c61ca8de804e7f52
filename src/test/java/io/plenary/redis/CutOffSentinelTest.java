package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.embedded.TestSentinels;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sentinels of which one knows less, or more, than the others. */
class CutOffSentinelTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestRedis old = TestSentinels.withoutReplicas();
  private final TestRedis fresh = TestSentinels.withoutReplicas();

  @AfterEach
  void end() {
    Await.result(vertx.close());
    old.close();
    fresh.close();
  }

  private RedisLink open(TestSentinels sentinels) {
    LinkOptions soon = LinkOptions.defaults().withConnectTimeoutMs(300);
    return RedisLink.open(vertx, vertx.getOrCreateContext(), sentinels.address(), soon);
  }

  @Test
  @DisplayName(
      "O15 a Sentinel that is cut off, with a server that takes itself for the master, leads nobody"
          + " there, though the master does not answer for a while")
  void whatOneSaysIsNotBelieved() throws IOException {
    try (TestSentinels all = TestSentinels.apart(List.of(old, fresh, fresh), List.of(0, 1, 1))) {
      fresh.freeze();
      RedisLink link = open(all);
      for (int attempt = 0; attempt < 3; attempt++) Await.failure(link.hurry());
      fresh.thaw();
      Await.result(link.ready());
      Await.result(link.send(Command.SET, "plenary:after", "v"));
      assertEquals("v", fresh.call("GET plenary:after"));
      assertEquals(0, old.keys().size());
    }
  }

  @Test
  @DisplayName("O15 a failover is followed of which most Sentinels do not know yet")
  void aLaterFailoverIsFollowed() throws IOException {
    try (TestSentinels all = TestSentinels.apart(List.of(fresh, old, old), List.of(1, 0, 0))) {
      old.kill();
      RedisLink link = open(all);
      Await.result(link.ready());
      Await.result(link.send(Command.SET, "plenary:after", "v"));
      assertEquals("v", fresh.call("GET plenary:after"));
    }
  }
}
