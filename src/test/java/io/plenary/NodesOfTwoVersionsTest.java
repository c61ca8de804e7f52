package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.embedded.TestRedis;
import io.plenary.toy.Pebbles;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.plenary.transport.contract.Nodes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one store while they are updated one after the other. */
class NodesOfTwoVersionsTest {
  private static final String EMAIL = "owner@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";
  private static final String EVENTS = "/api/v1/events/";
  private Browser owner;
  private String event;
  private String room;
  private int refs;

  private void create(TestServer at) {
    owner = new Browser(at.base()).setUp(at.setupToken(), EMAIL, PASSWORD);
    HttpResponse<String> made = made(owner);
    assertEquals(201, made.statusCode(), made.body());
    event = new JsonObject(made.body()).getString("id");
    JsonObject links = new JsonObject(owner.get(EVENTS + event + "/links").body());
    room = links.getJsonArray("rooms").getJsonObject(0).getString("id");
  }

  private static HttpResponse<String> made(Browser by) {
    JsonObject details =
        new JsonObject()
            .put("name", "Pebbles")
            .put("startsOn", "2027-03-08")
            .put("endsOn", "2027-03-09")
            .put("timeZone", "Europe/London")
            .put("frameOrigins", new JsonArray())
            .put("smallGroup", true);
    return by.post("/api/v1/events", details);
  }

  private Talk desk(TestServer at) {
    return Talk.open(at.base(), owner.cookie()).hello("organiser", event, room, null);
  }

  /** The answer to a command. */
  private JsonObject said(TestServer at, JsonObject command) {
    int ref = ++refs;
    try (Talk desk = desk(at)) {
      desk.hear("organiserSnapshot");
      desk.say(command.put("ref", ref));
      return desk.answer(ref);
    }
  }

  /** The answer to a new activity of a kind that not every server knows. */
  private JsonObject asked(TestServer at) {
    JsonObject draft =
        new JsonObject()
            .put("question", "How heavy?")
            .put("abstain", "No view")
            .put("results", "everyone");
    return said(
        at,
        new JsonObject()
            .put("type", "createActivity")
            .put("room", room)
            .putNull("after")
            .put("kind", Pebbles.KIND)
            .put("draft", draft));
  }

  private static void refused(JsonObject answer) {
    assertEquals("wrongState", answer.getString("code"), answer.encode());
    assertTrue(answer.getString("message").contains("(" + Pebbles.KIND + ")"), answer.encode());
  }

  /** Whether one is made now; not asked in a hurry, for an event holds only so many. */
  private boolean done(TestServer at) {
    TestRedis.pause(1_000);
    return asked(at).getString("type").equals("done");
  }

  private JsonObject first(TestServer at) {
    try (Talk desk = desk(at)) {
      return desk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
    }
  }

  @Test
  @DisplayName(
      "a program that is too old for the store does not start; one that runs ends its work")
  void tooOld(@TempDir Path folder) throws IOException {
    try (Nodes nodes = new Nodes(folder)) {
      List<TestServer> two = nodes.startAtOnce(2);
      create(two.get(0));
      nodes.redis.call("HSET plenary:nodes format 2");
      AssertionError failure = assertThrows(AssertionError.class, () -> nodes.start());
      assertTrue(
          failure.getMessage().contains("The store is written in format 2"), failure.getMessage());
      for (TestServer server : two) {
        Browser watch = new Browser(server.management());
        Waiting.until(() -> watch.get("/health/ready").body().contains("written in format 2"));
        HttpResponse<String> refused = made(owner.at(server.base()));
        assertEquals(503, refused.statusCode(), refused.body());
      }
    }
  }

  @Test
  @DisplayName("a kind that one server does not know is made nowhere until that one is gone")
  void aNewKind(@TempDir Path folder) {
    try (Nodes nodes = new Nodes(folder)) {
      TestServer old = nodes.start();
      TestServer one = nodes.start(ToyServer.KINDS);
      TestServer two = nodes.start(ToyServer.KINDS);
      create(one);
      try (Talk desk = desk(two)) {
        JsonObject seen = desk.hear("organiserSnapshot");
        assertEquals(JsonArray.of(Pebbles.KIND), seen.getJsonArray("withheld"), seen::encode);
        refused(asked(one));
        refused(asked(two));
        nodes.stop(old);
        desk.hear(
            m -> m.getString("type").equals("organiserSnapshot") && !m.containsKey("withheld"),
            "that all kinds can be made");
      }
      Waiting.until(() -> done(one));
      Waiting.until(() -> done(two));

      TestServer back = nodes.start();
      Waiting.until(() -> !done(one));
      Waiting.until(() -> !done(two));
      refused(asked(one));
      HttpResponse<String> copy = owner.post(EVENTS + event + "/duplicate", new JsonObject());
      assertEquals(409, copy.statusCode(), copy.body());
      goesOnElsewhere(one, two);
      restGoesOn(back, one.code());
    }
  }

  /** What there is of the kind is used as before where it is known. */
  private void goesOnElsewhere(TestServer one, TestServer two) {
    String links = owner.get(EVENTS + event + "/links").body();
    String code = new JsonObject(links).getString("join").replaceAll(".*/", "");
    JsonObject pebbles = first(one);
    JsonObject open =
        new JsonObject()
            .put("type", "openActivity")
            .put("activity", pebbles.getString("id"))
            .put("rev", pebbles.getLong("rev"));
    assertEquals("done", said(one, open).getString("type"));
    try (Talk phone = Talk.attendee(two.base(), new Browser(two.base()).join(code))) {
      JsonObject seen = phone.hear(m -> m.getValue("activity") != null, "the pebbles");
      assertEquals(Pebbles.KIND, seen.getJsonObject("activity").getString("kind"));
    }
  }

  /** The server that does not know the kind marks the event, and serves all others. */
  private void restGoesOn(TestServer back, String code) {
    JsonArray events =
        new JsonObject(owner.at(back.base()).get("/api/v1/events").body()).getJsonArray("events");
    assertEquals(2, events.size(), events::encode);
    for (Object each : events) {
      JsonObject listed = (JsonObject) each;
      boolean unreadable = listed.getString("unreadable") != null;
      assertEquals(listed.getString("id").equals(event), unreadable, listed::encode);
    }
    JsonObject joined = new Browser(back.base()).join(code);
    try (Talk phone = Talk.attendee(back.base(), joined)) {
      assertNotNull(phone.hear("attendeeSnapshot").getJsonObject("event"));
    }
  }

  @Test
  @DisplayName("a server that ended without a word holds up a new kind for seconds")
  void ofAKilledOne(@TempDir Path folder) throws IOException {
    try (Nodes nodes = new Nodes(folder)) {
      TestServer one = nodes.start(ToyServer.KINDS);
      create(one);
      long until = System.currentTimeMillis() + 15_000; // servers look every ten seconds
      nodes.redis.call("HSET plenary:nodes node:killed \"" + until + " 0 1 poll\"");
      Waiting.until(() -> !done(one));
      Waiting.until(() -> done(one));
      assertTrue(System.currentTimeMillis() >= until);
    }
  }
}
