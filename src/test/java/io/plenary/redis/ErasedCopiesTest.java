package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.embedded.TestSentinels;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
      Await.until(() -> holds(hidden.folder()));
      Await.result(link.send(Command.DEL, "plenary:k"));
      Await.result(new History(vertx, link).rewrite());
      Await.until(() -> !holds(hidden.folder()));
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
    return all.servers().stream().filter(server -> holds(server.folder())).toList();
  }

  private static boolean holds(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(ErasedCopiesTest::contains);
    } catch (IOException | UncheckedIOException moved) {
      return true; // a file went while it was looked at: look again
    }
  }

  private static boolean contains(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET);
    } catch (IOException gone) {
      return false;
    }
  }
}
