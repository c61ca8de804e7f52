package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What epoch.lua says; {@link SentinelTest} has servers that really take over. */
class EpochTest {
  private static final Script SCRIPT = Script.load("epoch");

  private Vertx vertx;
  private TestRedis redis;
  private RedisLink link;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    redis = TestRedis.start();
    link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    Await.result(link.ready());
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
    redis.close();
  }

  /**
   * @param server its run id; r and its run id is its replication id
   * @param continues the run id of the server that it was a replica of
   */
  private String settled(String server, String continues, boolean sure, int term, String epoch) {
    return asked(server, "r" + server, "r" + continues, sure, term, epoch, false);
  }

  private String asked(
      String server,
      String replication,
      String continues,
      boolean sure,
      int term,
      String epoch,
      boolean look) {
    Response reply =
        Await.result(
            link.eval(
                SCRIPT,
                List.of(ServerKeys.ALONE.epoch()),
                List.of(server, replication, continues, sure ? 1 : 0, term, epoch, look ? 1 : 0)));
    return reply.get(0) + " " + reply.get(1);
  }

  @Test
  @DisplayName("O15 a replica that takes over continues the epoch when nothing can be missing")
  void continued() {
    assertEquals("a 1", settled("a", "", false, 0, ""));
    assertEquals("a 1", settled("a", "", false, 0, ""), "another node on the same server");
    assertEquals("a 2", settled("b", "a", true, 1, "a"));
    assertEquals("a 2", settled("b", "a", true, 1, "a"), "another node that comes over");
    assertEquals("a 2", settled("b", "a", false, 0, ""), "a node that starts");
    assertEquals("a 3", settled("a", "b", true, 2, "a"), "back to the first");
  }

  @Test
  @DisplayName("O15 one node that may have seen what is missing begins a new epoch for all")
  void oneIsNotSure() {
    settled("a", "", false, 0, "");
    assertEquals("a 2", settled("b", "a", true, 1, "a"));
    assertEquals("b.3 3", settled("b", "a", false, 1, "a"));
    assertEquals("b.3 3", settled("b", "a", false, 1, "a"), "a third: one new epoch is enough");
    assertEquals("b.3 3", asked("b", "rb", "ra", true, 2, "a", true), "the first looks");
  }

  @Test
  @DisplayName("O15 without copies, on other data and on older data there is a new epoch")
  void notContinued() {
    settled("a", "", false, 0, "");
    assertEquals("b.2 2", settled("b", "a", false, 1, "a"), "nobody confirmed anything");
    assertEquals("c.3 3", settled("c", "x", true, 2, "b.2"), "it was no replica of b");
    assertEquals("c.10 10", settled("c", "x", true, 9, "y"), "it was seen further");
  }

  @Test
  @DisplayName("O15 a look notes that the server replicates under another id, and no server")
  void looks() {
    settled("a", "", false, 0, "");
    assertEquals("b 0", asked("b", "rb", "ra", true, 1, "a", true));
    assertEquals("a 1", asked("a", "r2", "", true, 1, "a", true));
    assertEquals("a 2", asked("b", "rb", "r2", true, 1, "a", false));
  }
}
