package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.plenary.export.FileCheck;
import io.plenary.kinds.AllKinds;
import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.simulation.Simulation;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Reactions over the wire: turned on, tapped, shown, turned off, taken home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactionsTest {
  private TestServer server;
  private Browser browser;

  @BeforeAll
  void open(@TempDir Path data) {
    server = TestServer.start(data);
    browser =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
  }

  @AfterAll
  void close() {
    server.close();
  }

  private static JsonObject edit(Floor floor, long rev, boolean on) {
    return new JsonObject()
        .put("type", "editReactions")
        .put("room", floor.room)
        .put("rev", rev)
        .put("on", on);
  }

  private static JsonObject react(String id, String kind, int count) {
    return new JsonObject()
        .put("type", "react")
        .put("activity", id)
        .put("kind", kind)
        .put("count", count);
  }

  private static JsonObject with(Talk talk, String type) {
    return Beside.reactions(
        talk.hear(
            m -> m.getString("type").equals(type) && Beside.reactions(m) != null,
            "a " + type + " with reactions"));
  }

  private static JsonObject counts(long clap, long heart, long idea, long question) {
    return new JsonObject()
        .put("clap", clap)
        .put("heart", heart)
        .put("idea", idea)
        .put("question", question);
  }

  @Test
  void twoPhonesReactTheStageShowsItAndOffIsOff() {
    try (Floor floor = new Floor(server, browser, new JsonObject());
        Talk one = floor.phone();
        Talk two = floor.phone();
        Talk stage = floor.stage()) {
      assertNull(Beside.reactions(stage.hear("stageSnapshot")), "off by default");
      floor.command(floor.organiser, edit(floor, 0, true));
      String id = with(one, "attendeeSnapshot").getString("id");
      with(two, "attendeeSnapshot");
      assertEquals(counts(0, 0, 0, 0), with(stage, "stageSnapshot").getJsonObject("totals"));

      one.say(react(id, "clap", 3));
      two.say(react(id, "idea", 1));
      JsonObject last =
          stage.hear(
              m ->
                  m.getString("type").equals("reactions")
                      && counts(3, 0, 1, 0).equals(m.getJsonObject("totals")),
              "both");
      assertEquals(id, last.getString("activity"));
      JsonObject heard = one.hear("reactions");
      assertFalse(heard.containsKey("totals"), "phones hear no totals");
      assertTrue(
          heard.getJsonObject("added").getLong("clap")
                  + heard.getJsonObject("added").getLong("idea")
              > 0);
      try (Talk late = floor.stage()) {
        assertEquals(
            counts(3, 0, 1, 0),
            with(late, "stageSnapshot").getJsonObject("totals"),
            "a fresh snapshot has them");
      }

      floor.command(floor.organiser, edit(floor, 1, false));
      one.hear(
          m -> m.getString("type").equals("attendeeSnapshot") && Beside.reactions(m) == null,
          "no buttons");
      one.say(react(id, "clap", 1));
      assertEquals("reactionsOff", one.hear("error").getString("code"));
      floor.command(floor.organiser, edit(floor, 2, true));
      one.say(react(id, "heart", 2));
      stage.hear(
          m ->
              m.getString("type").equals("reactions")
                  && counts(3, 2, 1, 0).equals(m.getJsonObject("totals")),
          "on again");
      takenHome(floor, id);
    }
  }

  private void takenHome(Floor floor, String id) {
    String path = "/api/v1/events/" + floor.event;
    String json = browser.get(path + "/results.json").body();
    JsonObject reactions =
        new JsonObject(json)
            .getJsonArray("results").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("kind").equals("reactions"))
                .findFirst()
                .orElseThrow();
    assertEquals(
        new JsonObject()
            .put("kind", "reactions")
            .put("id", id)
            .put("room", "Hall")
            .put("taps", counts(3, 2, 1, 0)),
        reactions);
    FileCheck check =
        FileCheck.of(json.getBytes(StandardCharsets.UTF_8), AllKinds.REGISTRY.files());
    assertTrue(check.genuine(), check.lines().toString());
    assertTrue(check.lines().contains("Reactions (Hall)"), check.lines().toString());
    assertFalse(
        FileCheck.of(
                json.replace("\"clap\" : 3", "\"clap\" : -3").getBytes(StandardCharsets.UTF_8),
                AllKinds.REGISTRY.files())
            .genuine());
    String csv = browser.get(path + "/results.csv").body();
    assertTrue(
        csv.contains("Conference,Hall," + id + ",Reactions,reactions,,heart,taps,2,,,,,,,,\r\n"),
        csv);
    String file = browser.get(path + "/export.json").body();
    String copy =
        Conferences.made(browser.post("/api/v1/events/import", new JsonObject(file)))
            .getString("id");
    try (Talk talk =
        Talk.open(server.base(), browser.cookie()).hello("organiser", copy, null, null)) {
      JsonObject again = with(talk, "organiserSnapshot");
      assertTrue(again.getBoolean("on"), "that they are on comes back");
      assertEquals(counts(0, 0, 0, 0), again.getJsonObject("totals"));
    }
  }

  @Test
  void whoTapsLikeAMachineIsDroppedSilentlyAndStaysConnected() {
    try (Floor floor = new Floor(server, browser, new JsonObject());
        Talk phone = floor.phone();
        Talk stage = floor.stage()) {
      floor.command(floor.organiser, edit(floor, 0, true));
      String id = with(phone, "attendeeSnapshot").getString("id");
      long start = System.nanoTime();
      for (int i = 0; i < 40; i++) phone.say(react(id, "clap", 5));
      phone.say(new JsonObject().put("type", "ping"));
      JsonObject next =
          phone.hear(
              m -> !List.of("reactions", "presence", "beat").contains(m.getString("type")),
              "an answer");
      assertEquals("pong", next.getString("type"), "nothing is said of what is dropped");
      double seconds = (System.nanoTime() - start) / 1e9;
      stage.hear("reactions");
      Await.until(() -> snapshot(floor).getLong("clap") >= 20);
      TestRedis.pause(1_200); // more would come with the next frames
      JsonObject totals = snapshot(floor);
      assertTrue(totals.getLong("clap") <= 5 * (6 + 2 * seconds), totals + " in " + seconds + " s");
      assertTrue(phone.isOpen());
    }
  }

  private JsonObject snapshot(Floor floor) {
    try (Talk fresh = floor.stage()) {
      return with(fresh, "stageSnapshot").getJsonObject("totals");
    }
  }

  @Test
  void theSimulatedAudienceReacts() {
    Vertx vertx = Vertx.vertx();
    try (Floor floor = new Floor(server, browser, new JsonObject());
        Talk stage = floor.stage()) {
      floor.command(floor.organiser, edit(floor, 0, true));
      Simulation audience =
          Simulation.start(
              vertx,
              server.base(),
              floor.code,
              floor.links.getString("remote"),
              60,
              7,
              AllKinds.REGISTRY.codec(),
              AllKinds.REGISTRY.tastes(),
              AllKinds.REGISTRY.habits());
      stage.hear(
          m ->
              m.getString("type").equals("reactions")
                  && m.getJsonObject("totals").getLong("heart") > 0,
          "a heart");
      Await.result(audience.stop());
    } finally {
      Await.result(vertx.close());
    }
  }

  @Test
  void reactionsOfOneRoomReachNoOther() {
    String event = Conferences.of(browser, "One", "Two");
    JsonArray rooms = Conferences.rooms(browser, event);
    String first = rooms.getJsonObject(0).getString("id");
    try (Talk organiser =
            Talk.open(server.base(), browser.cookie()).hello("organiser", event, first, null);
        Talk other =
            Talk.link(
                server.base(), java.net.URI.create(rooms.getJsonObject(1).getString("stage")))) {
      String code = organiser.hear("organiserSnapshot").getJsonObject("event").getString("code");
      organiser.say(
          new JsonObject()
              .put("type", "editReactions")
              .put("ref", 1)
              .put("room", first)
              .put("rev", 0)
              .put("on", true));
      organiser.hear("done");
      try (Talk phone = Talk.attendee(server.base(), new Browser(server.base()).join(code))) {
        String id = with(phone, "attendeeSnapshot").getString("id");
        phone.say(react(id, "clap", 1));
        phone.hear("reactions");
      }
      TestRedis.pause(300);
      other.say(new JsonObject().put("type", "ping"));
      other.hear(
          m -> {
            assertFalse(
                m.getString("type").equals("reactions") || Beside.reactions(m) != null,
                m.toString());
            return m.getString("type").equals("pong");
          },
          "a pong");
    }
  }
}
