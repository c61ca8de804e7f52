package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Waiting;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final String SECRET = "canary-of-the-history";
  private final Vertx vertx = Vertx.vertx();
  private TestRedis redis;
  private RedisLink link;

  private void start(String... settings) {
    redis = TestRedis.start(settings);
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
   * Files that hold the word. Old ones are deleted by a thread of Redis' own, so it gets a moment.
   */
  private List<Path> holding(boolean expected) throws IOException {
    Path folder =
        Path.of(Await.result(link.send(Command.CONFIG, "GET", "dir")).get("dir").toString());
    for (long until = System.nanoTime() + Waiting.LIMIT.toNanos(); ; ) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> found = files.filter(Files::isRegularFile).filter(HistoryTest::holds).toList();
        if (found.isEmpty() != expected || System.nanoTime() > until) return found;
      }
      TestRedis.pause(20);
    }
  }

  private static boolean holds(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET);
    } catch (IOException gone) {
      return false;
    }
  }

  private Future<Void> rewrite() {
    return new History(vertx, link).rewrite();
  }

  private void sayAndTakeBack() {
    Await.result(link.send(Command.SET, "k", SECRET));
    Await.result(link.send(Command.DEL, "k"));
  }

  @Test
  void whatWasDeletedStaysInTheFilesUntilTheyAreRewritten() throws IOException {
    start("--rdbcompression", "no");
    sayAndTakeBack();
    assertFalse(holding(true).isEmpty(), "the look can see");
    Await.result(rewrite());
    assertEquals(List.of(), holding(false));
  }

  @Test
  void oneThatBeganTooEarlyIsNotTakenForIt() throws IOException {
    start("--rdbcompression", "no", "--rdb-key-save-delay", "200000");
    Await.result(link.send(Command.SET, "k", SECRET));
    Await.result(
        link.send(
            Command.BGREWRITEAOF)); // forks now, while the secret is there, and takes its time
    Await.result(link.send(Command.DEL, "k"));
    Await.result(rewrite());
    assertEquals(List.of(), holding(false));
  }

  @Test
  void snapshotsAreMadeAnewWhereThereAreAny() throws IOException {
    start("--rdbcompression", "no", "--save", "3600 1000000");
    Await.result(link.send(Command.SET, "k", SECRET));
    Await.result(link.send(Command.SAVE));
    Await.result(link.send(Command.DEL, "k"));
    assertTrue(holding(true).stream().anyMatch(f -> f.endsWith("dump.rdb")));
    Await.result(rewrite());
    assertEquals(List.of(), holding(false));
  }

  @Test
  void saysWhatToDoWhereItIsForbidden() throws IOException {
    start();
    Await.result(link.send(Command.ACL, "SETUSER", "default", "-bgrewriteaof"));
    sayAndTakeBack();
    String words = Await.failure(rewrite()).getMessage();
    assertTrue(words.contains("Redis does not allow bgrewriteaof"), words);
    assertFalse(holding(true).isEmpty());
  }

  @Test
  void aRestartInBetweenIsNoSuccess() throws IOException {
    start("--rdbcompression", "no", "--rdb-key-save-delay", "1000000");
    for (int i = 0; i < 5; i++) Await.result(link.send(Command.SET, "k" + i, SECRET));
    Future<Void> rewriting = rewrite();
    Await.until(
        () ->
            Await.result(link.send(Command.INFO, "persistence"))
                .toString()
                .contains("aof_rewrite_in_progress:1"));
    redis.kill();
    redis.startAgain();
    Await.failure(rewriting);
  }
}
