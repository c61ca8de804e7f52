package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What starting, listing and idling cost, in commands to a real Redis that holds a thousand events.
 */
class ManyEventsTest {
  private static final int MANY = 1_000;
  private static final int ROOMS = 2;
  private static final int POLLS = 6;

  /** Copies all keys of an event, as they are, under other ids. */
  private static final String CLONE =
      """
      local from, keys = 'plenary:{' .. ARGV[1] .. '}:', redis.call('KEYS', 'plenary:{' .. ARGV[1] .. '}:*')
      local document = redis.call('HGET', from .. 'state', 'event')
      for n = tonumber(ARGV[2]), tonumber(ARGV[3]) do
        local id, code = 'clone' .. n, string.format('C%05d', n)
        for _, key in ipairs(keys) do
          redis.call('COPY', key, 'plenary:{' .. id .. '}:' .. string.sub(key, #from + 1), 'REPLACE')
        end
        local mine = string.gsub(document, '"id":"[^"]+"', '"id":"' .. id .. '"', 1)
        mine = string.gsub(mine, '"code":"[^"]+"', '"code":"' .. code .. '"', 1)
        redis.call('HSET', 'plenary:{' .. id .. '}:state', 'event', mine, 'code', code)
        redis.call('SET', 'plenary:code:' .. code, id)
        redis.call('ZADD', 'plenary:events:days', redis.call('ZSCORE', 'plenary:events:days', ARGV[1]), id)
        redis.call('HSET', 'plenary:events:names', id, 'conference')
      end
      return #keys\
      """;

  private final TestRedis redis = TestRedis.start();
  private final Vertx vertx = Vertx.vertx();
  private final RedisLink link =
      RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());

  @TempDir Path data;

  @BeforeEach
  void fill() {
    Await.result(link.ready());
    try (TestServer server = start()) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = made(owner);
      for (int from = 1; from <= MANY; from += 100) {
        assertTrue(send(Command.EVAL, CLONE, 0, event, from, from + 99).toInteger() > 10);
      }
    }
  }

  @AfterEach
  void end() {
    Await.result(link.close());
    Await.result(vertx.close());
    redis.close();
  }

  private TestServer start() {
    return TestServer.start(
        data,
        "--redis-url=redis://:" + TestRedis.PASSWORD + "@127.0.0.1:" + redis.address().port());
  }

  private Response send(Command command, Object... args) {
    return Await.result(link.send(command, args));
  }

  /** Two rooms with six polls each: twelve in all. */
  private static String made(Browser owner) {
    JsonArray rooms = new JsonArray();
    for (int room = 1; room <= ROOMS; room++) {
      JsonArray polls = new JsonArray();
      for (int poll = 1; poll <= POLLS; poll++) {
        polls.add(
            new JsonObject()
                .put("kind", "poll")
                .put("question", "Question " + poll)
                .put(
                    "options",
                    new JsonArray()
                        .add(new JsonObject().put("text", "Yes"))
                        .add(new JsonObject().put("text", "No")))
                .put("maxChoices", 1)
                .putNull("abstain")
                .put("results", "stage"));
      }
      rooms.add(new JsonObject().put("name", "Room " + room).put("activities", polls));
    }
    JsonObject details =
        new JsonObject()
            .put("name", "Conference")
            .put("startsOn", "2027-03-08")
            .put("endsOn", "2027-03-08")
            .put("timeZone", "Europe/London")
            .put("frameOrigins", new JsonArray());
    return Conferences.made(
            owner.post(
                "/api/v1/events/import",
                new JsonObject()
                    .put("format", "plenary-event")
                    .put("version", 2)
                    .put("event", details)
                    .put("rooms", rooms)))
        .getString("id");
  }

  /** Commands Redis has done since it was started, those within scripts included. */
  private long commands() {
    for (String line : send(Command.INFO, "stats").toString().split("\r?\n")) {
      if (line.startsWith("total_commands_processed:")) {
        return Long.parseLong(line.substring(line.indexOf(':') + 1));
      }
    }
    throw new AssertionError("no commands are counted");
  }

  private static int loaded(TestServer server) {
    return new Browser(server.management())
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("plenary_events_loaded "))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName(
      "O1 with a thousand events a start, a page of the list and a second of idling cost what they"
          + " cost with one")
  void costsWhatIsInUse() {
    long before = commands();
    try (TestServer server = start()) {
      long started = commands() - before;
      assertTrue(started < 300, started + " commands to start");
      Browser owner = new Browser(server.base());
      assertEquals(
          200,
          owner
              .post(
                  "/api/v1/session",
                  new JsonObject()
                      .put("email", "owner@plenary.example")
                      .put("password", Conferences.PASSWORD))
              .statusCode());

      before = commands();
      JsonObject page = new JsonObject(owner.get("/api/v1/events").body());
      long listed = commands() - before;
      assertEquals(20, page.getJsonArray("events").size());
      assertTrue(page.getLong("total") > MANY);
      assertTrue(
          listed < 100,
          listed
              + " commands for a page"); // three for each event, those of the session, what goes on
      // beside it
      assertEquals(12, page.getJsonArray("events").getJsonObject(0).getInteger("polls"));

      Set<String> all = new HashSet<>();
      List<String> twice = new ArrayList<>();
      String next = "";
      for (int pages = 0; next != null; pages++) {
        assertTrue(pages < MANY / 10, "the pages end");
        page =
            new JsonObject(
                owner.get("/api/v1/events" + (next.isEmpty() ? "" : "?after=" + next)).body());
        for (Object event : page.getJsonArray("events")) {
          if (!all.add(((JsonObject) event).getString("id"))) {
            twice.add(((JsonObject) event).getString("id"));
          }
        }
        next = page.getString("next");
      }
      assertEquals(page.getLong("total"), all.size());
      assertEquals(List.of(), twice);
      assertFalse(loaded(server) > 2, "to list events loads none of them");

      Await.until(60_000, () -> loaded(server) == 0); // what the start looked at is let go
      before = commands();
      long from = System.nanoTime();
      TestRedis.pause(5_000); // nothing is waited for here: this is the measurement
      double perSecond = (commands() - before - 1) * 1e9 / (System.nanoTime() - from);
      assertTrue(perSecond <= 5, perSecond + " commands a second with nobody there");
    }
  }
}
