package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Waiting;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RedisLinkTest {
  private Vertx vertx;
  private TestRedis redis;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    redis = TestRedis.start();
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
    redis.close();
  }

  private RedisLink open(LinkOptions options) {
    RedisLink link = RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), options);
    Await.result(link.ready());
    return link;
  }

  @Test
  void repliesComeInTheOrderOfSending() {
    RedisLink link = open(LinkOptions.defaults());
    List<Future<Response>> replies = new ArrayList<>();
    for (int i = 0; i < 1000; i++) replies.add(link.send(Command.INCR, "n"));
    for (int i = 0; i < 1000; i++) assertEquals(i + 1, Await.result(replies.get(i)).toInteger());
  }

  @Test
  void replyComesOnTheCallersContext() {
    RedisLink link = open(LinkOptions.defaults());
    Context other = vertx.getOrCreateContext();
    Promise<Context> seen = Promise.promise();
    other.runOnContext(
        v -> link.send(Command.PING).onComplete(ar -> seen.complete(Vertx.currentContext())));
    assertEquals(other, Await.result(seen.future()));
  }

  @Test
  void scriptUnknownToTheServerIsSentWhole() throws IOException {
    RedisLink link = open(LinkOptions.defaults());
    Script script = Script.of("sum", "return redis.call('INCRBY', KEYS[1], ARGV[1])");
    assertEquals(5, Await.result(link.eval(script, List.of("sum"), List.of(5))).toInteger());
    redis.call("SCRIPT FLUSH");
    assertEquals(7, Await.result(link.eval(script, List.of("sum"), List.of(2))).toInteger());
    assertTrue(redis.call("INFO commandstats").length() > 0);
  }

  @Test
  void errorOfAScriptReachesTheCallerAndTheLinkStaysUp() {
    RedisLink link = open(LinkOptions.defaults());
    Throwable e =
        Await.failure(
            link.eval(
                Script.of("bad", "return redis.error_reply('NOPE because')"),
                List.of(),
                List.of()));
    assertFalse(e instanceof StoreUnavailable, e.toString());
    assertTrue(e.getMessage().startsWith("NOPE"));
    assertTrue(link.isUp());
    assertInstanceOf(
        IllegalArgumentException.class, Await.failure(link.send(Command.GET, (Object) null)));
  }

  @Test
  void killedServerFailsCommandsAtOnceAndHealsWithAnotherRunId() throws IOException {
    RedisLink link =
        open(
            LinkOptions.defaults()
                .withCommandTimeoutMs(
                    10
                        * (int)
                            Waiting.LIMIT.toMillis())); // what waits for it is not answered at once
    String first = link.epoch();
    AtomicInteger downs = new AtomicInteger();
    link.onDown(why -> downs.incrementAndGet());
    Await.result(link.send(Command.SET, "k", "v"));
    redis.kill();
    Await.until(() -> !link.isUp());
    assertInstanceOf(StoreUnavailable.class, Await.failure(link.send(Command.GET, "k")));
    redis.startAgain();
    Await.until(link::isUp);
    assertEquals("v", Await.result(link.send(Command.GET, "k")).toString());
    assertNotEquals(first, link.epoch());
    assertEquals(1, downs.get());
  }

  @Test
  void frozenServerFailsWhatIsInFlightAfterTheTimeoutAndHeals() {
    RedisLink link = open(LinkOptions.defaults().withCommandTimeoutMs(400));
    redis.freeze();
    long start = System.nanoTime();
    List<Future<Response>> inFlight = new ArrayList<>();
    for (int i = 0; i < 50; i++) inFlight.add(link.send(Command.INCR, "n"));
    for (Future<Response> reply : inFlight) {
      assertInstanceOf(StoreUnavailable.class, Await.failure(reply));
    }
    long ms = (System.nanoTime() - start) / 1_000_000;
    assertTrue(ms >= 390, ms + " ms");
    assertFalse(link.isUp());
    redis.thaw();
    Await.until(link::isUp);
    assertTrue(
        Await.result(link.send(Command.INCR, "m")).toInteger() == 1,
        "replies of the old connection must not answer the new one");
  }

  @Test
  void whenThisLoopStoodStillItIsNotRedisThatDidNotAnswer() {
    AtomicInteger downs = new AtomicInteger();
    Context loop = vertx.getOrCreateContext();
    RedisLink link =
        RedisLink.open(
            vertx, loop, redis.address(), LinkOptions.defaults().withCommandTimeoutMs(400));
    Await.result(link.ready());
    link.onDown(why -> downs.incrementAndGet());
    Promise<Response> reply = Promise.promise();
    loop.runOnContext(
        v -> {
          // Its turn comes together with a look's, and before it: what it sends is answered while
          // nobody reads. After a second Netty would read first.
          vertx.setTimer(
              1,
              id -> {
                link.send(Command.PING).onComplete(reply);
                TestRedis.pause(700);
              });
          TestRedis.pause(60);
        });
    assertEquals("PONG", Await.result(reply.future()).toString());
    assertEquals(0, downs.get());
  }

  @Test
  void frozenServerIsNoticedWithoutAnyCommand() {
    RedisLink link = open(new LinkOptions(300, 300, 20, 100, 100, 64));
    redis.freeze();
    Await.until(() -> !link.isUp());
    redis.thaw();
    Await.until(link::isUp);
  }

  @Test
  void tooManyInFlightAreRefusedAndTheRestAnswered() {
    RedisLink link = open(LinkOptions.defaults().withMaxInFlight(10));
    redis.freeze();
    List<Future<Response>> replies = new ArrayList<>();
    for (int i = 0; i < 12; i++) replies.add(link.send(Command.PING));
    assertInstanceOf(StoreUnavailable.class, Await.failure(replies.get(10)));
    assertInstanceOf(StoreUnavailable.class, Await.failure(replies.get(11)));
    redis.thaw();
    for (int i = 0; i < 10; i++) assertEquals("PONG", Await.result(replies.get(i)).toString());
    assertTrue(link.isUp());
  }

  @Test
  @DisplayName(
      "O1 while the server's own loop stands still no command is overdue: what has arrived"
          + " meanwhile is read first")
  void aLoopThatStandsStillLosesNothing() {
    RedisLink link = open(LinkOptions.defaults().withCommandTimeoutMs(200));
    List<StoreUnavailable> downs = new CopyOnWriteArrayList<>();
    link.onDown(downs::add);
    Promise<List<Response>> all = Promise.promise();
    link.onUp(
        runId -> { // on the link's context
          List<Future<Response>> replies = new ArrayList<>();
          for (int i = 0; i < 20; i++) replies.add(link.send(Command.PING));
          for (int stop = 1; stop <= 4; stop++) {
            Vertx.currentContext()
                .runOnContext(
                    v ->
                        TestRedis.pause(
                            700)); // longer than a command may take, and looks in between
          }
          Future.all(replies).map(done -> done.<Response>list()).onComplete(all);
        });
    assertEquals(20, Await.result(all.future()).size());
    assertEquals(List.of(), downs);
  }

  @Test
  void refusalsThatPassAreStoreUnavailable() throws IOException {
    RedisLink link = open(LinkOptions.defaults());
    redis.call("CONFIG SET maxmemory 1");
    Throwable oom = Await.failure(link.send(Command.SET, "a", "b"));
    assertInstanceOf(StoreUnavailable.class, oom);
    assertTrue(oom.getMessage().contains("memory"));
    redis.call("CONFIG SET maxmemory 0");
    assertEquals("OK", Await.result(link.send(Command.SET, "a", "b")).toString());
    redis.call("REPLICAOF 127.0.0.1 1");
    Throwable replica = Await.failure(link.send(Command.SET, "a", "b"));
    assertTrue(
        replica instanceof StoreUnavailable && replica.getMessage().contains("replica"),
        replica.toString());
    redis.call("REPLICAOF NO ONE");
    Await.until(() -> stores(link));
  }

  /** The link may hear only now that it was cut off from a replica. */
  private static boolean stores(RedisLink link) {
    try {
      return "OK".equals(Await.result(link.send(Command.SET, "a", "b")).toString());
    } catch (StoreUnavailable e) {
      return false;
    }
  }

  @Test
  void passwordChangedUnderneathIsAwayAndSaysSo() throws IOException {
    RedisLink link = open(LinkOptions.defaults());
    redis.call("CONFIG SET requirepass another");
    Await.result(link.send(Command.PING));
    RedisLink late =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    Await.until(
        () ->
            Await.failure(late.send(Command.PING))
                .getMessage()
                .contains("password")); // before it has dialled it is only away
    Throwable e = assertInstanceOf(StoreUnavailable.class, Await.failure(late.send(Command.PING)));
    assertFalse(e.getMessage().contains(TestRedis.PASSWORD));
  }

  @Test
  void listenerAndHandlerThatThrowHurtNobody() {
    RedisLink link = open(LinkOptions.defaults());
    link.onDown(
        why -> {
          throw new IllegalStateException("on purpose");
        });
    AtomicInteger downs = new AtomicInteger();
    link.onDown(why -> downs.incrementAndGet());
    redis.freeze();
    link.send(Command.PING)
        .onComplete(
            ar -> {
              throw new IllegalStateException("on purpose");
            });
    Future<Response> second = link.send(Command.PING);
    redis.kill();
    assertInstanceOf(StoreUnavailable.class, Await.failure(second));
    Await.until(() -> downs.get() == 1);
  }

  @Test
  void serverThatIsLoadingIsAwayUntilItHasLoaded() {
    AtomicBoolean loading = new AtomicBoolean(true);
    StoreAddress fake =
        FakeRedis.start(vertx, () -> "run_id:r\r\nloading:" + (loading.get() ? 1 : 0) + "\r\n");
    RedisLink link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), fake, LinkOptions.defaults());
    Await.until(() -> Await.failure(link.send(Command.PING)).getMessage().contains("loading"));
    TestRedis.pause(300);
    assertFalse(link.isUp());
    loading.set(false);
    assertEquals("r", Await.result(link.ready()));
    assertEquals("PONG", Await.result(link.send(Command.PING)).toString());
    Await.result(link.close());
  }

  @Test
  void closedLinkFailsAndStaysClosed() {
    RedisLink link = open(LinkOptions.defaults());
    Await.result(link.close());
    assertInstanceOf(StoreUnavailable.class, Await.failure(link.send(Command.PING)));
    TestRedis.pause(200);
    assertFalse(link.isUp());
  }
}
