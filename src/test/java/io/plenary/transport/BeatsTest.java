package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.redis.StoreAddress;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a page knows that its connection lives, over the wire. */
class BeatsTest {
  private static final long EVERY_MS = 2_000;

  private static JsonObject command(String type, JsonObject poll) {
    return new JsonObject()
        .put("type", type)
        .put("ref", 1)
        .put("activity", poll.getString("id"))
        .put("rev", poll.getLong("rev"));
  }

  private static void beats(Talk talk, long nextMs) {
    talk.hear(
        m -> m.getString("type").equals("beat") && m.getLong("nextMs") == nextMs,
        "a beat, the next within " + nextMs);
  }

  @Test
  @DisplayName(
      "C1 whoever follows an event hears beats while anything of it is open, and that they end")
  void c1_beatsWhileSomethingIsOpen(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser browser =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(browser, "Hall", "Annexe");
      JsonObject hall = Conferences.rooms(browser, event).getJsonObject(0);
      JsonObject annexe = Conferences.rooms(browser, event).getJsonObject(1);
      Talk organiser =
          Talk.open(server.base(), browser.cookie()).hello("organiser", event, null, null);
      assertEquals(0, organiser.hear("welcome").getLong("beatMs"));
      JsonObject snapshot = organiser.hear("organiserSnapshot");
      JsonObject draft = poll(snapshot);
      Talk stage = Talk.link(server.base(), URI.create(hall.getString("stage")));
      Talk next = Talk.link(server.base(), URI.create(annexe.getString("remote")));
      JsonObject join =
          new JsonObject()
              .put("code", snapshot.getJsonObject("event").getString("code"))
              .put("room", annexe.getString("id"));
      Talk phone =
          Talk.attendee(
              server.base(),
              new JsonObject(new Browser(server.base()).post("/api/v1/join", join).body()));
      List<Talk> following = List.of(organiser, stage, next, phone);
      following
          .subList(1, 4)
          .forEach(talk -> assertEquals(0, talk.hear("welcome").getLong("beatMs")));
      organiser.say(command("openActivity", draft)).hear("done");
      following.forEach(
          talk -> {
            beats(talk, EVERY_MS);
            beats(talk, EVERY_MS);
          });
      try (Talk late = Talk.link(server.base(), URI.create(hall.getString("remote")))) {
        assertEquals(EVERY_MS, late.hear("welcome").getLong("beatMs"), "who comes now knows");
        beats(late, EVERY_MS);
        organiser
            .say(command("lockActivity", draft.put("rev", draft.getLong("rev") + 1)))
            .hear("done");
        beats(late, 0);
      }
      following
          .subList(1, 4)
          .forEach(talk -> beats(talk, 0)); // the organiser heard it before "done"
      try (Talk after = Talk.link(server.base(), URI.create(hall.getString("stage")))) {
        assertEquals(0, after.hear("welcome").getLong("beatMs"));
      }
      following.forEach(Talk::close);
    }
  }

  @Test
  @DisplayName("C1 probes are answered while the store stands still")
  void c1_probesNeedNoStore(@TempDir Path data) {
    try (TestRedis redis = TestRedis.start()) {
      StoreAddress at = redis.address();
      try (TestServer server =
              TestServer.start(
                  data,
                  "--redis-url=redis://:"
                      + TestRedis.PASSWORD
                      + "@"
                      + at.host()
                      + ":"
                      + at.port());
          Talk phone =
              Talk.attendee(server.base(), new Browser(server.base()).join(server.code()))) {
        phone.hear("attendeeSnapshot");
        redis.freeze();
        phone.hear(
            m -> m.getString("type").equals("store") && m.getString("status").equals("away"),
            "the store is away");
        phone.say(new JsonObject().put("type", "ping")).hear("pong");
        redis.thaw();
      }
    }
  }

  private static JsonObject poll(JsonObject snapshot) {
    JsonArray runOrder = snapshot.getJsonArray("runOrder");
    return runOrder == null ? snapshot.getJsonObject("activity") : runOrder.getJsonObject(0);
  }

  /** The next picture in which the poll is closing, or is not. */
  private static JsonObject closing(Talk talk, boolean closing) {
    return talk.hear(
        m ->
            m.getString("type").endsWith("Snapshot")
                && poll(m) != null
                && poll(m).getString("state").equals("locked")
                && poll(m).containsKey("closingMs") == closing,
        "locked, closing: " + closing);
  }

  @Test
  @DisplayName(
      "C1 after the lock stage, remote and desk are told for how long votes on their way count, and"
          + " that it is over; phones are not")
  void c1_closingUntilTheGraceEnds(@TempDir Path data) {
    try (TestServer server = TestServer.start(data, "--grace=1s")) {
      Browser browser =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(browser, "Hall");
      JsonObject links = Conferences.rooms(browser, event).getJsonObject(0);
      Talk organiser =
          Talk.open(server.base(), browser.cookie()).hello("organiser", event, null, null);
      JsonObject snapshot = organiser.hear("organiserSnapshot");
      JsonObject draft = poll(snapshot);
      Talk stage = Talk.link(server.base(), URI.create(links.getString("stage")));
      Talk remote = Talk.link(server.base(), URI.create(links.getString("remote")));
      Talk phone =
          Talk.attendee(
              server.base(),
              new Browser(server.base()).join(snapshot.getJsonObject("event").getString("code")));
      organiser.say(command("openActivity", draft)).hear("done");
      phone.hear(
          m -> m.getString("type").equals("attendeeSnapshot") && poll(m) != null, "the open poll");
      organiser.say(command("lockActivity", draft.put("rev", draft.getLong("rev") + 1)));
      for (Talk talk : List.of(organiser, stage, remote)) {
        long left = poll(closing(talk, true)).getLong("closingMs");
        assertTrue(left > 0 && left <= 1_000, left + " ms");
      }
      closing(phone, false);
      for (Talk talk : List.of(organiser, stage, remote)) closing(talk, false);
      List.of(organiser, stage, remote, phone).forEach(Talk::close);
    }
  }
}
