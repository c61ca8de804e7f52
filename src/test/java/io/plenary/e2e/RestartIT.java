package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.protocol.CloseCode;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Stopping as asked, starting again on the same folder, and who else may use it. */
@Order(3)
class RestartIT {
  @Test
  void termAnswersVotesSaysGoodbyeAndKeepsEverything() {
    ServerProcess server = new ServerProcess("restart");
    try (Hall hall = new Hall(server, 60, 41)) {
      hall.vote();
      Patience.pause(700);
      String before = hall.organiser.event();
      long redis = server.redis().pid();
      Duration took = server.term();
      assertEquals(List.of(), server.redisProcesses(), "redis-server is left behind");
      for (PhoneLog phone : hall.swarm.logs) {
        assertEquals(CloseCode.RESTARTING.number(), phone.closes().get(0), "told to come back");
      }

      Duration start = server.start();
      assertNotEquals(redis, server.redis().pid());
      hall.pause();
      hall.assertReckons("after the restart");
      long connected =
          new JsonObject(hall.organiser.fetchResults(hall.poll, "results.json"))
              .getJsonArray("results")
              .getJsonObject(0)
              .getLong("connected");
      assertEquals(60, connected, "the same people came back");
      Vertx vertx = Vertx.vertx();
      try (Organiser again = Organiser.signIn(vertx, server)) {
        assertEquals(before, again.event(), "the same event");
        assertFalse(server.output().contains("#setup="), "there is an account, so no set-up link");
      } finally {
        vertx.close();
      }
      System.out.println(
          "stopped in "
              + took.toMillis()
              + " ms, ready again "
              + start.toMillis()
              + " ms after the start; "
              + hall.swarm.figures());
    }
  }

  @Test
  void aSecondServerOnTheFolderIsRefused() {
    try (ServerProcess first = new ServerProcess("first");
        ServerProcess second = new ServerProcess("second")) {
      first.start();
      second.with("PLENARY_DATA", first.folder().resolve("data").toString()).launch();
      assertEquals(1, second.exitCode());
      assertTrue(
          second
              .output()
              .contains("is in use by another Plenary server (process " + first.pid() + ")"),
          second.output());
      assertTrue(first.ready(), "the first goes on");
      assertEquals(1, first.redisProcesses().size());
    }
  }

  @Test
  void theOrphanOfAKilledServerIsEnded() {
    try (ServerProcess server = new ServerProcess("orphan")) {
      server.start();
      ProcessHandle orphan = server.redis();
      server.kill();
      assertTrue(orphan.isAlive(), "nobody ended it");
      server.start();
      assertNotEquals(orphan.pid(), server.redis().pid());
      assertTrue(server.output().contains("Ending redis-server " + orphan.pid()), server.output());
    }
  }

  @Test
  void stoppedWhileItStartsItLeavesNothingBehind() {
    try (ServerProcess server = new ServerProcess("early-stop")) {
      for (int ms : new int[] {400, 700, 1_000, 1_400}) {
        server.launch();
        Patience.pause(ms);
        server.term();
        assertEquals(
            List.of(),
            server.redisProcesses(),
            "redis-server is left behind " + ms + " ms after the start");
        assertFalse(
            server.output().contains("Exception in thread"),
            "a stack trace " + ms + " ms after the start:\n" + server.output());
      }
      server.start();
    }
  }
}
