package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.metrics.StoreMeters;
import io.plenary.redis.StoreFinding.Kind;
import io.plenary.redis.embedded.TestCluster;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private static final int KEYS = 60;
  private static final Script PUT =
      Script.of("put", "#!lua\nredis.call('SET', KEYS[1], ARGV[1]) return 1");

  private Vertx vertx;
  private TestCluster all;
  private StoreGate gate;
  private RedisLink link;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    all = TestCluster.start();
    gate = new StoreGate(1);
    link = open();
  }

  private RedisLink open() {
    RedisLink opened =
        RedisLink.open(
            vertx,
            vertx.getOrCreateContext(),
            all.address(),
            LinkOptions.defaults(),
            StoreMeters.unread(),
            gate);
    Await.result(opened.ready());
    return opened;
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
    all.close();
  }

  private static String key(int i) {
    return "plenary:{e" + i + "}:k";
  }

  private Future<Void> written(int i) {
    return Await.acknowledged(vertx, () -> link.eval(PUT, List.of(key(i)), List.of(i)));
  }

  private void writeAll(int from) {
    List<Future<Void>> some = new ArrayList<>();
    for (int i = from; i < from + KEYS; i++) some.add(written(i));
    Await.result(Future.all(some));
  }

  private void readAll(int to) {
    for (int i = 0; i < to; i++) {
      assertEquals("" + i, String.valueOf(Await.result(link.send(Command.GET, key(i)))), key(i));
    }
  }

  @Test
  @DisplayName(
      "O15 every key is at its server; a slot that another takes over is found by who it was, and"
          + " a master's death loses nothing that was acknowledged")
  void followsItsSlots() {
    writeAll(0);
    Set<TestRedis> used = new HashSet<>();
    for (int i = 0; i < KEYS; i++) used.add(all.masterOf(key(i)));
    assertEquals(3, used.size());

    TestRedis next = all.failOver();
    writeAll(KEYS);
    readAll(2 * KEYS);
    assertTrue(link.isUp() && all.masters().contains(next));

    all.kill(all.masterOf(key(0)));
    writeAll(2 * KEYS);
    readAll(3 * KEYS);
  }

  @Test
  @DisplayName("O15 nothing is acknowledged while a master's copy does not have it")
  void waitsAtEveryMaster() {
    writeAll(0);
    assertEquals(List.of(), found(all.url(), 1));
    String epoch = link.epoch();
    TestRedis master = all.masterOf(key(0));
    TestRedis replica =
        all.replicas().stream()
            .filter(each -> each.reply("INFO replication").contains("master_port:" + master.port()))
            .findFirst()
            .orElseThrow();
    replica.freeze();
    Throwable e = Await.failure(link.eval(PUT, List.of(key(0)), List.of("x")));
    assertTrue(assertInstanceOf(StoreUnavailable.class, e).getMessage().contains("0 of the 1"));
    replica.thaw();
    Await.result(written(0));
    assertEquals(epoch, link.epoch());
    assertNotEquals("", epoch);
  }

  @Test
  @DisplayName("O15 what keeps a Cluster from being used is said, without its password")
  void words() {
    assertEquals(Kind.TOO_FEW_COPIES, found(all.url(), 2).get(0).kind());
    StoreFinding signIn = found(all.url().replace(TestRedis.PASSWORD, "guess"), 0).get(0);
    assertEquals(Kind.WRONG_PASSWORD, signIn.kind());
    assertTrue(!signIn.message().contains("guess"), signIn.message());
    try (TestRedis alone = TestRedis.start()) {
      String url = "redis-cluster://:" + TestRedis.PASSWORD + "@127.0.0.1:" + alone.port();
      String none = found(url, 0).get(0).message();
      assertTrue(none.contains("is no Cluster"), none);
    }
    String away = found("redis-cluster://127.0.0.1:1,127.0.0.1:2", 0).get(0).message();
    assertTrue(away.contains("None of the Cluster's servers"), away);
  }

  @Test
  @DisplayName("O4 the rights that a Cluster needs are tried there, and those of one Redis are not")
  void rights() throws IOException {
    setUser("on >guess ~plenary:* &plenary:* +@all -publish -subscribe -unsubscribe");
    String url = all.url().replace(":" + TestRedis.PASSWORD + "@", "app:guess@");
    assertEquals(List.of(), found(url, 0));
    for (String right : List.of("spublish", "ssubscribe", "sunsubscribe")) {
      setUser("-" + right);
      String said = found(url, 0).get(0).message();
      assertTrue(said.contains("ACL SETUSER app +" + right + " ("), said);
      setUser("+" + right);
    }
  }

  private void setUser(String rights) throws IOException {
    for (TestRedis each : all.servers()) {
      assertEquals("+OK", each.call("ACL SETUSER app " + rights));
    }
  }

  private List<StoreFinding> found(String url, int copies) {
    Promise<List<StoreFinding>> done = Promise.promise();
    Context context = vertx.getOrCreateContext();
    context.runOnContext(
        v ->
            StoreCheck.look(vertx, context, StoreAddress.parse(url), LinkOptions.defaults(), copies)
                .onComplete(done));
    return Await.result(done.future());
  }
}
