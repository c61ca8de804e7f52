package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.logs.LogLines;
import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk under the embedded Redis is full: a small file system in memory, which only root can
 * make. Whoever runs the tests without that right sees this test fail, and why.
 */
class FullDiskTest {
  @TempDir Path temp;
  private final LogLines log = new LogLines();
  private Path disk;
  private Path filler;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(temp.resolve("disk"));
    filler = disk.resolve("of another program");
    run("mount", "-t", "tmpfs", "-o", "size=48m", "none", disk.toString());
  }

  @AfterEach
  void unmount() throws Exception {
    log.close();
    run("umount", "-l", disk.toString());
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(
          String.join(" ", command) + ": " + said + " (this test needs to be root)");
    }
  }

  /** Takes all there is. */
  private void fill() throws IOException {
    try (var out = Files.newOutputStream(filler)) {
      byte[] some = new byte[4096];
      while (true) out.write(some);
    } catch (IOException full) {
      assertTrue(full.getMessage().contains("No space left"), full.getMessage());
    }
  }

  @Test
  @DisplayName(
      "O6 a full disk: away once and until there is room, and the log and the organiser's page say"
          + " why")
  void o6_fullDisk() throws IOException {
    try (Voting voting = new Voting(disk.resolve("data"))) {
      voting.counted(1);
      fill();
      int seq = 1; // the last page of the file may have room yet
      JsonObject answer;
      do {
        voting.cast(++seq);
        answer = voting.answer();
      } while (answer.getString("type").equals("voteCounted"));
      assertEquals("tryAgain", answer.getString("code"));
      voting.phoneWasTold("away");
      Await.until(
          () ->
              voting.desk.all("store").stream()
                  .anyMatch(
                      m -> m.getString("reason", "").contains("disk of the data folder is full")));
      Await.until(
          () -> log.say("ERROR Votes cannot be stored: The disk of the data folder is full"));
      Await.until(() -> log.say("redis-server is back"));

      // Phones send again and again meanwhile: none of it reaches Redis, which would end at each.
      log.forget();
      long until = System.nanoTime() + 4_000_000_000L;
      while (System.nanoTime() < until) {
        voting.cast(seq);
        assertEquals("tryAgain", voting.answer().getString("code"));
        TestRedis.pause(100); // as phones pause
      }
      assertEquals(List.of(), log.with("ended by itself"));
      assertEquals(503, voting.ready().statusCode());
      assertTrue(
          voting.ready().body().contains("disk of the data folder is full"), voting.ready().body());
      assertEquals(
          200, voting.organiser.get("/api/v1/events").statusCode(), "what is stored can be read");

      Files.delete(filler);
      voting.phoneWasTold("away", "ok");
      voting.counted(seq);
      Await.until(() -> voting.ready().statusCode() == 200);
      voting.phoneWasTold("away", "ok");
      assertEquals(
          1,
          voting.phone.all("attendeeSnapshot").size() - snapshotsOfTheEvent(voting),
          "no snapshot beside the first and those of changes");
    }
  }

  /**
   * A state that is read again after the server came back is sent again: once per start of Redis.
   */
  private static int snapshotsOfTheEvent(Voting voting) {
    return (int)
            voting.phone.all("attendeeSnapshot").stream()
                .map(s -> s.getString("epoch"))
                .distinct()
                .count()
        - 1;
  }

  @Test
  @DisplayName(
      "O15 the embedded Redis dies while another program has filled the disk: votes go on when"
          + " there is room, without a restart")
  void o15_killedWhileFull() throws IOException {
    try (Voting voting = new Voting(disk.resolve("data"))) {
      voting.counted(1);
      Path note = disk.resolve("data").resolve("redis.pid");
      ProcessHandle redis =
          ProcessHandle.of(Long.parseLong(Files.readString(note).split("\n")[0])).orElseThrow();
      fill();
      redis.destroyForcibly();
      Await.until(() -> log.say("The disk of the data folder is full"));
      Await.until(() -> log.say("ended by itself"));
      Files.delete(filler);
      voting.phoneWasTold("away", "ok");
      voting.counted(2);
    }
  }
}
