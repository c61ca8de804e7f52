package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.metrics.StoreMeters;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.embedded.TestSentinels;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SentinelTest {
  private Vertx vertx;
  private TestSentinels all;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    all = TestSentinels.start();
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
    all.close();
  }

  private RedisLink open(int copies) {
    RedisLink link =
        RedisLink.open(
            vertx,
            vertx.getOrCreateContext(),
            all.address(),
            LinkOptions.defaults(),
            StoreMeters.unread(),
            new StoreGate(copies));
    Await.result(link.ready());
    return link;
  }

  /** As whoever waits for an acknowledgement does it: again and again, until there is one. */
  private Future<Void> written(RedisLink link, String key) {
    return link.send(Command.SET, key, "v")
        .<Void>mapEmpty()
        .recover(
            e ->
                e instanceof StoreUnavailable
                    ? vertx.timer(20, TimeUnit.MILLISECONDS).compose(v -> written(link, key))
                    : Future.failedFuture(e));
  }

  @Test
  @DisplayName(
      "O15 the master is killed: the link finds the next one, also when a Sentinel is down, and"
          + " what was acknowledged with a copy is there")
  void followsAMasterThatDies() {
    RedisLink link = open(1);
    for (int i = 0; i < 100; i++) Await.result(link.send(Command.SET, "plenary:" + i, i));
    all.killSentinel();
    all.master().kill();
    Await.result(written(link, "plenary:after"));
    for (int i = 0; i < 100; i++) {
      assertEquals("" + i, Await.result(link.send(Command.GET, "plenary:" + i)).toString());
    }
  }

  @Test
  @DisplayName("O15 another server is made the master while the first one runs: writes go there")
  void followsAMasterThatIsReplaced() {
    RedisLink link = open(0);
    TestRedis first = all.master();
    assertEquals("+OK", all.failOver());
    Await.until(() -> all.replicas().contains(first));
    Await.result(written(link, "plenary:after"));
    assertEquals("v", Await.result(link.send(Command.GET, "plenary:after")).toString());
  }

  @Test
  @DisplayName("O15 what is wrong with the address of the Sentinels is said without its passwords")
  void wordsForTheOperator() {
    assertTrue(found(all.url()).isEmpty());
    String unknown = found(all.url().replace(TestSentinels.MASTER, "other")).get(0).message();
    assertTrue(unknown.contains("knows no master named other"), unknown);
    String signIn = found(all.url().replace(TestSentinels.PASSWORD, "guess")).get(0).message();
    assertTrue(signIn.contains("sentinel-password"), signIn);
    String away =
        found("redis-sentinel://127.0.0.1:1/?master=" + TestSentinels.MASTER).get(0).message();
    assertTrue(away.contains("None of the Sentinels can be reached"), away);
  }

  private List<StoreFinding> found(String url) {
    Promise<List<StoreFinding>> done = Promise.promise();
    Context context = vertx.getOrCreateContext();
    context.runOnContext(
        v ->
            StoreCheck.look(vertx, context, StoreAddress.parse(url), LinkOptions.defaults(), 0)
                .onComplete(done));
    List<StoreFinding> found = Await.result(done.future());
    for (StoreFinding each : found) {
      assertFalse(each.message().contains(TestSentinels.PASSWORD), each.message());
      assertFalse(each.message().contains(TestRedis.PASSWORD), each.message());
      assertFalse(each.message().contains("guess"), each.message());
    }
    return found;
  }
}
