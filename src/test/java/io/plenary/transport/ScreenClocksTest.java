package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moments that screens count from or to: every one is told the same, whenever it comes. */
class ScreenClocksTest {
  private TestServer server;
  private Browser owner;
  private String event;
  private String room;
  private JsonObject links;
  private long ref;

  @BeforeEach
  void start(@TempDir Path data) {
    server = TestServer.start(data);
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
    event = Conferences.of(owner, "Main hall");
    links = Conferences.rooms(owner, event).getJsonObject(0);
    room = links.getString("id");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Talk desk() {
    return Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null);
  }

  private Talk link(String what) {
    return Talk.link(server.base(), URI.create(links.getString(what)));
  }

  private JsonObject run(Talk talk, JsonObject command) {
    talk.say(command.put("ref", ++ref));
    return talk.answer(ref);
  }

  private static JsonObject poll(JsonObject organised) {
    return organised.getJsonArray("runOrder").getJsonObject(0);
  }

  private static JsonObject command(String type, JsonObject poll) {
    return new JsonObject()
        .put("type", type)
        .put("activity", poll.getString("id"))
        .put("rev", poll.getLong("rev"));
  }

  private static boolean is(JsonObject message, String state) {
    return "organiserSnapshot".equals(message.getString("type"))
        && state.equals(poll(message).getString("state"));
  }

  @Test
  void sinceWhenSomethingIsOpenIsToldToWhoRunsItAndTheStageAndNeverToPhones() {
    try (Talk desk = desk();
        Talk phone = Talk.attendee(server.base(), joined())) {
      JsonObject welcome = desk.hear("welcome");
      JsonObject before = desk.hear("organiserSnapshot");
      assertNull(poll(before).getLong("openedAt"));
      assertEquals("done", run(desk, command("openActivity", poll(before))).getString("type"));
      JsonObject open = desk.hear(m -> is(m, "open"), "an open poll");
      long at = poll(open).getLong("openedAt");
      assertTrue(at >= welcome.getLong("now") && at <= System.currentTimeMillis(), open::encode);
      assertEquals("done", run(desk, command("lockActivity", poll(open))).getString("type"));
      assertEquals(at, poll(desk.hear(m -> is(m, "locked"), "a locked poll")).getLong("openedAt"));
      try (Talk later = desk();
          Talk remote = link("remote");
          Talk stage = link("stage")) {
        assertEquals(at, poll(later.hear("organiserSnapshot")).getLong("openedAt"));
        assertEquals(at, poll(remote.hear("organiserSnapshot")).getLong("openedAt"));
        assertEquals(at, stage.hear("stageSnapshot").getJsonObject("activity").getLong("openedAt"));
      }
      phone.hear(m -> m.encode().contains("\"state\":\"locked\""), "the locked poll");
      assertFalse(phone.everything().contains("openedAt"));
    }
  }

  private JsonObject joined() {
    try (Talk desk = desk()) {
      String code = desk.hear("organiserSnapshot").getJsonObject("join").getString("code");
      return new JsonObject(
          new Browser(server.base())
              .post("/api/v1/join", new JsonObject().put("code", code))
              .body());
    }
  }

  @Test
  void howLongAQuestionHasWaitedIsToldToWhoRunsTheEventUntilNoneWaits() {
    try (Floor floor = new Floor(server, owner, new JsonObject());
        Talk phone = floor.phone();
        Talk remote = floor.remote()) {
      assertNull(oldest(remote.hear("organiserSnapshot")));
      long minute = System.currentTimeMillis() / 60_000;
      JsonObject first = floor.asked(phone, "When does the library open?");
      floor.asked(phone, "Who pays for the roof?");
      JsonObject told =
          remote.hear(
              m ->
                  m.getString("type").equals("questionTotals")
                      && m.getJsonObject("counts").getInteger("waiting") == 2,
              "two that wait");
      long asked = told.getJsonObject("counts").getLong("oldest");
      assertTrue(asked == minute || asked == minute + 1, told::encode);
      try (Talk later = floor.remote()) {
        assertEquals(asked, oldest(later.hear("organiserSnapshot")));
      }
      floor.approved(first);
      floor.approved(floor.found("Who pays for the roof?"));
      remote.hear(
          m ->
              m.getString("type").equals("questionTotals")
                  && m.getJsonObject("counts").getInteger("waiting") == 0
                  && !m.getJsonObject("counts").containsKey("oldest"),
          "none that waits");
      assertFalse(phone.everything().contains("oldest"));
    }
  }

  private static Long oldest(JsonObject snapshot) {
    return Beside.questions(snapshot).getJsonObject("counts").getLong("oldest");
  }

  @Test
  void aCountdownIsSetFromTheRemoteAndToldToEveryScreenUntilItIsTakenOffOrHasPassed() {
    JsonObject arrange = new JsonObject().put("type", "arrangeStage").put("room", room);
    try (Talk remote = link("remote");
        Talk stage = link("stage")) {
      long now = remote.hear("welcome").getLong("now");
      JsonObject far = run(remote, arrange.copy().put("until", now + 25L * 60 * 60 * 1_000));
      assertEquals("badDraft", far.getString("code"), far.encode());
      assertTrue(far.getString("message").contains("24 hours"), far.encode());
      JsonObject past = run(remote, arrange.copy().put("until", now - 1));
      assertEquals("badDraft", past.getString("code"), past.encode());

      long until = now + 300_000;
      assertEquals("done", run(remote, arrange.copy().put("until", until)).getString("type"));
      stage.hear(m -> until(m, "look", until), "the countdown");
      try (Talk desk = desk();
          Talk later = link("stage")) {
        assertTrue(until(desk.hear("organiserSnapshot"), "room", until));
        assertTrue(until(later.hear("stageSnapshot"), "look", until));
      }
      assertEquals("done", run(remote, arrange.copy().putNull("until")).getString("type"));
      stage.hear(m -> m.getString("type").equals("stageSnapshot") && none(m), "no countdown");

      long soon = System.currentTimeMillis() + 1_500;
      assertEquals("done", run(remote, arrange.copy().put("until", soon)).getString("type"));
      stage.hear(m -> until(m, "look", soon), "a short countdown");
      while (System.currentTimeMillis() <= soon) Thread.onSpinWait();
      assertEquals("done", run(remote, arrange.copy().put("zoom", 110)).getString("type"));
      JsonObject after =
          stage.hear(
              m -> m.containsKey("look") && m.getJsonObject("look").getInteger("zoom").equals(110),
              "larger letters");
      assertTrue(none(after), after::encode);
    }
  }

  private static boolean until(JsonObject message, String where, long at) {
    return message.containsKey(where)
        && Long.valueOf(at).equals(message.getJsonObject(where).getLong("until"));
  }

  private static boolean none(JsonObject staged) {
    return !staged.getJsonObject("look").containsKey("until");
  }
}
