package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.embedded.TestSentinels;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ErasedCopiesTest {
  private static final String SECRET = "canary-of-the-copies";

  private Vertx vertx;
  private TestSentinels all;
  private RedisLink link;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    all = TestSentinels.start();
    link = RedisLink.open(vertx, vertx.getOrCreateContext(), all.address(), LinkOptions.defaults());
    Await.result(link.ready());
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
    all.close();
  }

  @Test
  @DisplayName(
      "O15 what was deleted leaves the files of every copy; one that is away is named, and done"
          + " when it is back")
  void everyCopy() throws IOException {
    History history = new History(vertx, link);
    said();
    Await.result(link.send(Command.DEL, "plenary:k"));
    Await.result(history.rewrite());
    Await.until(() -> holding().isEmpty());

    TestRedis away = all.replicas().get(0);
    said();
    away.kill();
    Await.result(link.send(Command.DEL, "plenary:k"));
    UnerasedCopies left = assertInstanceOf(UnerasedCopies.class, Await.failure(history.rewrite()));
    assertEquals("127.0.0.1:" + away.port(), left.places());
    Await.until(() -> holding().equals(List.of(away)));

    away.startAgain();
    Await.until(() -> done(history.rewrite()));
    Await.until(() -> holding().isEmpty());
  }

  @Test
  @DisplayName("O15 what was deleted leaves the files of a copy that hides from the Sentinels, too")
  void aHiddenCopy() {
    try (TestRedis hidden = all.hidden()) {
      Await.result(link.send(Command.SET, "plenary:k", SECRET));
      Await.until(() -> hidden.holds(SECRET));
      Await.result(link.send(Command.DEL, "plenary:k"));
      Await.result(new History(vertx, link).rewrite());
      Await.until(() -> !hidden.holds(SECRET));
    }
  }

  /** And every server has it in its files. */
  private void said() {
    Await.result(link.send(Command.SET, "plenary:k", SECRET));
    Await.until(() -> holding().size() == all.servers().size());
  }

  private static boolean done(Future<Void> rewriting) {
    Await.until(rewriting::isComplete);
    return rewriting.succeeded();
  }

  private List<TestRedis> holding() {
    return all.servers().stream().filter(server -> server.holds(SECRET)).toList();
  }
}
