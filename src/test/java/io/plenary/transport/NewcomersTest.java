package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up people fill a Q&A, and honest ones come after them. */
class NewcomersTest {
  private static final int MADE_UP = 501;
  private static final int EACH = 10;
  private static final int HONEST = 50;
  private static final int LINES = 8;
  private static final long WITHIN_NANOS = 5_000_000_000L;

  private static JsonObject question(Floor floor, int who, int n) {
    return new JsonObject()
        .put("type", "askQuestion")
        .put("ref", n + 1)
        .put("activity", floor.qa)
        .put("round", 1)
        .put("question", "question-of-%06d-%03d".formatted(who, n))
        .put("text", "Is this question %d of person %d?".formatted(n, who))
        .putNull("name");
  }

  /** Somebody joins, asks so much in one go, and is gone. */
  private static void flood(TestServer server, Floor floor, int who) {
    try (Talk talk = Talk.attendee(server.base(), new Browser(server.base()).join(floor.code))) {
      talk.hear("attendeeSnapshot");
      for (int n = 0; n < EACH; n++) talk.say(question(floor, who, n));
      for (int n = 0; n < EACH; n++) {
        assertEquals("questionAsked", talk.answer(n + 1).getString("type"));
      }
    }
  }

  /** Asks as a phone does: again when it is told to. */
  private static long asks(Talk talk, Floor floor, int who) {
    long since = System.nanoTime();
    for (int tries = 0; ; tries++) {
      JsonObject answer = floor.ask(talk, question(floor, who, 0).put("ref", tries + 1));
      if (answer.getString("type").equals("questionAsked")) return System.nanoTime() - since;
      assertEquals("busy", answer.getString("code"), answer.encode());
      TestRedis.pause(answer.getLong("retryAfterMs", 2_000L));
    }
  }

  private static JsonObject burst(JsonObject message) {
    var bursts = message.getJsonArray("bursts");
    return bursts == null || bursts.isEmpty() ? new JsonObject() : bursts.getJsonObject(0);
  }

  @Test
  @DisplayName(
      "O9 501 made-up people from one address ask 5,010 questions: 50 honest newcomers ask within 5"
          + " s each, and whoever moderates sees the burst, sets it aside and brings it back")
  void madeUpPeople(@TempDir Path data) throws Exception {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      try (Floor floor = new Floor(server, owner, new JsonObject())) {
        ExecutorService lines = Executors.newFixedThreadPool(LINES);
        List<Future<?>> floods = new ArrayList<>();
        for (int i = 0; i < MADE_UP; i++) {
          int who = i;
          floods.add(lines.submit(() -> flood(server, floor, who)));
        }
        for (Future<?> each : floods) each.get();
        lines.shutdown();

        for (int i = 0; i < HONEST; i++) {
          try (Talk phone = floor.phone()) {
            long took = asks(phone, floor, MADE_UP + i);
            assertTrue(
                took < WITHIN_NANOS, "honest newcomer " + i + " waited ms " + took / 1_000_000);
          }
        }

        JsonObject head = floor.ask(floor.organiser, floor.message("watchQueue").put("on", true));
        JsonObject burst = burst(head);
        assertTrue(burst.getInteger("people") >= MADE_UP - 1, head.getValue("bursts").toString());
        int undecided = burst.getInteger("undecided");
        assertTrue(undecided >= (MADE_UP - 1) * EACH, burst.encode());
        aside(floor, burst, true);
        JsonObject after = hear(floor, m -> burst(m).getInteger("undecided", -1) == 0);
        int set = burst(after).getInteger("aside");
        assertTrue(set >= undecided, after.getValue("bursts").toString());
        assertEquals(set, after.getJsonObject("counts").getInteger("archived"));
        JsonObject item =
            floor
                .ask(
                    floor.organiser,
                    floor
                        .message("getQueue")
                        .put("state", "archived")
                        .putNull("label")
                        .putNull("search")
                        .putNull("after"))
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals(burst.getLong("minute"), item.getLong("burst"));
        assertEquals("Organiser", item.getString("by"));

        aside(floor, burst, false);
        JsonObject back = hear(floor, m -> m.getJsonObject("counts").getInteger("archived") == 0);
        assertEquals(MADE_UP * EACH + HONEST, back.getJsonObject("counts").getInteger("waiting"));
      }
    }
  }

  private static void aside(Floor floor, JsonObject burst, boolean aside) {
    floor.command(
        floor.organiser,
        floor.message("setBurstAside").put("minute", burst.getLong("minute")).put("aside", aside));
  }

  private static JsonObject hear(Floor floor, Predicate<JsonObject> which) {
    return floor.organiser.hear(
        m -> m.getString("type").equals("queueMoved") && which.test(m), "the queue as it is then");
  }
}
