package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.logs.LogLines;
import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Redis of the operator's own that stops taking what it is told: everybody is told the truth,
 * each once, and votes go on when it takes them again.
 */
class StoreTroubleTest {
  @TempDir Path data;
  private final LogLines log = new LogLines();
  private TestRedis redis;

  @BeforeEach
  void start() throws IOException {
    redis = TestRedis.start();
    redis.call("ACL SETUSER app on >guess ~plenary:* &plenary:* +@all");
  }

  @AfterEach
  void stop() {
    log.close();
    redis.close();
  }

  private interface Step {
    void run() throws IOException;
  }

  private Voting vote() {
    return new Voting(data, "--redis-url=redis://app:guess@127.0.0.1:" + redis.address().port());
  }

  /**
   * From a counted vote over the trouble to another counted vote.
   *
   * @param words what operators and organisers are told, not phones
   */
  private void refused(String words, Step harm, Step cure) throws IOException {
    try (Voting voting = vote()) {
      voting.counted(1);
      harm.run();
      voting.cast(2);
      JsonObject answer = voting.answer();
      assertEquals("tryAgain", answer.getString("code"), answer::encode);
      long refused = System.nanoTime();
      isAway(voting, words);
      long away = System.nanoTime();
      cure.run();
      isBack(voting, 2);
      System.out.printf(
          "O4 %s: everybody knew %d ms after the refused vote; the next was counted %d ms after the"
              + " cure%n",
          words, (away - refused) / 1_000_000, (System.nanoTime() - away) / 1_000_000);
    }
  }

  private void isAway(Voting voting, String words) {
    voting.phoneWasTold("away");
    Await.until(
        () ->
            voting.desk.all("store").stream()
                .anyMatch(m -> m.getString("reason", "").contains(words)));
    assertEquals(503, voting.ready().statusCode());
    Await.until(() -> voting.ready().body().contains(words));
    assertEquals(voting.ready().body(), voting.managementReady().body());
    assertEquals(503, voting.managementReady().statusCode());
    assertTrue(
        log.with("ERROR Votes cannot be stored").stream().anyMatch(line -> line.contains(words)),
        () -> log.with("stored").toString());
  }

  private void isBack(Voting voting, int seq) {
    voting.phoneWasTold("away", "ok");
    Await.until(() -> voting.ready().statusCode() == 200);
    assertNull(new JsonObject(voting.ready().body()).getString("reason"));
    voting.counted(seq);
    voting.phoneWasTold("away", "ok");
    assertEquals(
        "ok",
        voting.desk.all("store").get(voting.desk.all("store").size() - 1).getString("status"));
    assertEquals(1, log.with("INFO Votes can be stored again").size());
    assertFalse(log.say("guess"), "the password");
  }

  @Test
  @DisplayName(
      "O4 full memory: away with a reason from the first refused vote until one can be stored")
  void o4_full() throws IOException {
    refused(
        "maxmemory",
        () -> redis.call("CONFIG SET maxmemory 1000"),
        () -> redis.call("CONFIG SET maxmemory 0"));
  }

  @Test
  @DisplayName("O4 made a replica: away until it is the primary again")
  void o4_replica() throws IOException {
    refused(
        "replica", () -> redis.call("REPLICAOF 127.0.0.1 1"), () -> redis.call("REPLICAOF NO ONE"));
  }

  @Test
  @DisplayName("O4 too few replicas: away until there are enough")
  void o4_tooFewReplicas() throws IOException {
    refused(
        "replicas",
        () -> redis.call("CONFIG SET min-replicas-to-write 1"),
        () -> redis.call("CONFIG SET min-replicas-to-write 0"));
  }

  @Test
  @DisplayName(
      "O4 a command denied while running: away, with the command that grants it, and no flapping")
  void o4_commandDenied() throws IOException {
    refused(
        "ACL SETUSER app +hset",
        () -> redis.call("ACL SETUSER app -hset"),
        () -> redis.call("ACL SETUSER app +hset"));
  }

  @Test
  @DisplayName("O4 EVAL and EVALSHA denied while running: away, with the command that grants them")
  void o4_scriptsDenied() throws IOException {
    refused(
        "ACL SETUSER app +eval +evalsha",
        () -> redis.call("ACL SETUSER app -eval -evalsha"),
        () -> redis.call("ACL SETUSER app +eval +evalsha"));
  }

  @Test
  @DisplayName(
      "O4 channels denied while running: a vote is stored and acknowledged, and then nothing is"
          + " taken until they are granted")
  void o4_channelsDenied() throws IOException {
    try (Voting voting = vote()) {
      voting.counted(1);
      redis.call("ACL SETUSER app resetchannels");
      voting.cast(2);
      JsonObject answer = voting.answer();
      assertTrue(
          answer.getString("type").equals("voteCounted")
              || answer.getString("code", "").equals("tryAgain"),
          answer::encode);
      isAway(voting, "ACL SETUSER app &plenary:*");
      redis.call("ACL SETUSER app &plenary:*");
      isBack(voting, 2);
    }
  }

  @Test
  @DisplayName("O4 a vote whose hint cannot be published is acknowledged, for it is stored")
  void o4_publishDenied() throws IOException {
    try (Voting voting = vote()) {
      voting.counted(1);
      redis.call("ACL SETUSER app -publish");
      voting.cast(2);
      JsonObject answer = voting.answer();
      if (!answer.getString("type").equals("voteCounted")) { // a canary was faster
        redis.call("ACL SETUSER app +publish");
        Await.until(() -> voting.ready().statusCode() == 200);
        voting.counted(2);
      }
      assertFalse(log.say("BUSY"));
    }
  }

  @Test
  @DisplayName("O4 eviction turned on while running: away until it is off")
  void o4_evicting() throws IOException {
    try (Voting voting = vote()) {
      voting.counted(1);
      redis.call("CONFIG SET maxmemory-policy allkeys-lru");
      isAway(voting, "maxmemory-policy allkeys-lru");
      redis.call("CONFIG SET maxmemory-policy noeviction");
      isBack(voting, 2);
    }
  }

  @Test
  @DisplayName(
      "O4 another or an emptied database: nobody is told that the poll is gone, nothing is written,"
          + " and back is back")
  void o4_anotherDatabase() throws IOException {
    try (Voting voting = vote()) {
      voting.counted(1);
      redis.call("SWAPDB 0 1");
      voting.cast(2);
      JsonObject answer = voting.answer();
      assertEquals("tryAgain", answer.getString("code"), answer::encode);
      isAway(voting, "The store has lost its data");
      assertEquals(
          503,
          voting.organiser.get("/api/v1/events").statusCode(),
          "signed in, and told to come back");
      // What says whether it can be written may have come just after it was another one.
      redis.call("DEL plenary:test");
      assertEquals("0", redis.call("DBSIZE").replace(":", ""), "nothing is written to it");
      redis.call("SWAPDB 0 1");
      isBack(voting, 2);
      assertTrue(voting.phone.isOpen() && voting.desk.isOpen());
    }
  }

  @Test
  @DisplayName(
      "O4 an empty store is no new installation at the next start, until the operator says so")
  void o4_emptyAtStart() throws IOException {
    try (Voting voting = vote()) {
      voting.counted(1);
    }
    redis.call("FLUSHALL");
    for (int i = 0; i < 2; i++) {
      String said = refusal();
      assertTrue(said.contains("The store has lost its data") && said.contains("start-anew"), said);
      assertEquals("0", redis.call("DBSIZE").replace(":", ""));
    }
    assertEquals(0, StartAnew.run(data, System.out, System.err));
    try (Voting voting = vote()) {
      voting.counted(1);
    }
  }

  private String refusal() {
    try {
      vote().close();
    } catch (AssertionError e) {
      return String.valueOf(e.getCause().getMessage());
    }
    throw new AssertionError("it started");
  }
}
