package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriberTest {
  private Vertx vertx;
  private TestRedis redis;
  private RedisLink link;
  private Subscriber subscriber;

  /** A busy machine may hold up a canary for a while. */
  private static final int USUAL_MS = 20_000;

  private final AtomicInteger resumed = new AtomicInteger();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    redis = TestRedis.start();
    link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    subscriber =
        Subscriber.open(
            vertx,
            vertx.getOrCreateContext(),
            redis.address(),
            LinkOptions.defaults(),
            link,
            USUAL_MS,
            resumed::incrementAndGet);
    Await.result(subscriber.subscribe("a", m -> heard.add("a:" + m)));
    Await.result(subscriber.subscribe("b", m -> heard.add("b:" + m)));
    Await.until(() -> resumed.get() == 1);
    Await.result(link.ready());
  }

  @AfterEach
  void stop() {
    Await.result(subscriber.close());
    Await.result(vertx.close());
    redis.close();
  }

  @Test
  void hearsEveryChannelInOrder() {
    for (int i = 0; i < 100; i++) link.send(Command.PUBLISH, i % 2 == 0 ? "a" : "b", "" + i);
    Await.until(() -> heard.size() == 100);
    for (int i = 0; i < 100; i++) assertEquals((i % 2 == 0 ? "a:" : "b:") + i, heard.get(i));
  }

  @Test
  void resumesAfterTheServerWasKilledAndSaysSo() throws IOException {
    redis.kill();
    TestRedis.pause(200);
    redis.startAgain();
    Await.until(() -> resumed.get() == 2 && link.isUp());
    Await.result(link.send(Command.PUBLISH, "a", "again"));
    Await.result(link.send(Command.PUBLISH, "b", "again"));
    Await.until(() -> heard.equals(List.of("a:again", "b:again")));
  }

  @Test
  void connectionThatHearsNoCanaryIsReplaced() {
    // Its canaries go to another server, so this one is open, healthy and deaf.
    try (TestRedis elsewhere = TestRedis.start()) {
      RedisLink far =
          RedisLink.open(
              vertx, vertx.getOrCreateContext(), elsewhere.address(), LinkOptions.defaults());
      Await.result(far.ready());
      AtomicInteger again = new AtomicInteger();
      Subscriber deaf =
          Subscriber.open(
              vertx,
              vertx.getOrCreateContext(),
              redis.address(),
              LinkOptions.defaults(),
              far,
              50,
              again::incrementAndGet);
      Await.until(() -> again.get() >= 3);
      assertEquals(1, resumed.get());
      Await.result(deaf.close());
      Await.result(far.close());
    }
  }

  @Test
  void silenceOfTheCanaryEndsTheConnection() {
    AtomicInteger again = new AtomicInteger();
    List<String> said = new CopyOnWriteArrayList<>();
    Subscriber watched =
        Subscriber.open(
            vertx,
            vertx.getOrCreateContext(),
            redis.address(),
            LinkOptions.defaults(),
            link,
            100,
            again::incrementAndGet);
    Await.result(watched.subscribe("w", said::add));
    Await.until(() -> again.get() > 0);
    redis.freeze();
    TestRedis.pause(500);
    redis.thaw();
    Await.result(link.ready());
    Await.until(link::isUp);
    AtomicInteger nth = new AtomicInteger();
    Await.until(
        () -> { // what is published while it is not there is lost
          Await.result(link.send(Command.PUBLISH, "w", "" + nth.incrementAndGet()));
          return said.contains("" + nth.get());
        });
    assertEquals(said.size(), said.stream().distinct().count(), "each once");
    Await.result(watched.close());
  }

  @Test
  void handlerThatThrowsDoesNotStopTheNext() {
    Await.result(
        subscriber.subscribe(
            "c",
            m -> {
              throw new IllegalStateException("on purpose");
            }));
    Await.result(link.send(Command.PUBLISH, "c", "1"));
    Await.result(link.send(Command.PUBLISH, "a", "2"));
    Await.until(() -> heard.equals(List.of("a:2")));
  }
}
