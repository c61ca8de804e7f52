package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SentinelTest {
  private static final int LOOK_MS = 100;

  private Vertx vertx;
  private Context loop;
  private TestSentinels all;
  private StoreGate gate;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    loop = vertx.getOrCreateContext();
    all = TestSentinels.start();
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
    all.close();
  }

  private RedisLink open() {
    RedisLink link =
        RedisLink.open(
            vertx, loop, all.address(), LinkOptions.defaults(), StoreMeters.unread(), gate);
    Await.result(link.ready());
    return link;
  }

  /** On a store that is known to be the right one. */
  private RedisLink settled(int copies) {
    gate = new StoreGate(copies);
    Await.result(open().send(Command.SET, Installation.KEY, "mark"));
    gate.expect("mark");
    return open();
  }

  private Future<Void> written(RedisLink link, String key) {
    return Await.acknowledged(vertx, () -> link.send(Command.SET, key, "v"));
  }

  @Test
  @DisplayName(
      "O15 the master is killed: the link finds the next one, also when a Sentinel is down, and"
          + " what was acknowledged with a copy is there")
  void followsAMasterThatDies() {
    RedisLink link = settled(1);
    String epoch = link.epoch();
    for (int i = 0; i < 100; i++) Await.result(link.send(Command.SET, "plenary:" + i, i));
    all.killSentinel();
    all.master().kill();
    Await.result(written(link, "plenary:after"));
    for (int i = 0; i < 100; i++) {
      assertEquals("" + i, Await.result(link.send(Command.GET, "plenary:" + i)).toString());
    }
    assertEquals(epoch, link.epoch());
  }

  @Test
  @DisplayName(
      "O15 what no copy confirmed is not acknowledged; when it is gone with its master, there is a"
          + " new epoch")
  void whatIsLostEndsTheEpoch() throws IOException {
    RedisLink link = settled(1);
    String epoch = link.epoch();
    List<TestRedis> replicas = all.replicas();
    replicas.forEach(TestRedis::freeze); // what was on its way to them would still be read
    assertEquals(":2", all.master().call("CLIENT KILL TYPE replica"));
    assertInstanceOf(
        StoreUnavailable.class, Await.failure(link.send(Command.SET, "plenary:lost", "v")));
    all.master().kill();
    replicas.forEach(TestRedis::thaw);
    Await.result(written(link, "plenary:after"));
    assertNull(Await.result(link.send(Command.GET, "plenary:lost")));
    assertNotEquals(epoch, link.epoch());
  }

  @Test
  @DisplayName(
      "O15 another server is made the master: what leads to the first one, which does not know it"
          + " yet, ends when the Sentinels agree; without copies in a new epoch")
  void followsAMasterThatIsReplaced() {
    wordsForTheOperator();
    RedisLink link = settled(0);
    MasterWatch watch = new MasterWatch(link.servers().get(0).dialer(), gate);
    loop.runOnContext(v -> vertx.setPeriodic(LOOK_MS, id -> watch.look()));
    String epoch = link.epoch();
    TestRedis first = all.master();
    assertEquals("+OK", all.failOver());
    Await.until(() -> !epoch.equals(link.epoch()));
    Await.result(written(link, "plenary:after"));
    List<TestRedis> others = new ArrayList<>(all.servers());
    others.remove(first);
    for (TestRedis each : others) Await.until(() -> has(each));
  }

  private static boolean has(TestRedis server) {
    try {
      return server.call("GET plenary:after").equals("v");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the address of the Sentinels is said without its passwords. */
  private void wordsForTheOperator() {
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
