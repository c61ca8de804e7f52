package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person in several rooms of one event, over the wire. */
class RoomsTest {
  private static JsonObject join(Browser phone, JsonObject body) {
    HttpResponse<String> response = phone.post("/api/v1/join", body);
    assertEquals(200, response.statusCode(), response.body());
    return new JsonObject(response.body());
  }

  private static JsonObject code(String code) {
    return new JsonObject().put("code", code);
  }

  private static JsonObject run(Talk talk, JsonObject command) {
    talk.say(command.put("ref", 9));
    return talk.hear(
        m -> Integer.valueOf(9).equals(m.getInteger("ref")), "an answer to " + command);
  }

  /**
   * The first room as it is now: a snapshot may come before or after the answer that it goes with.
   */
  private static JsonObject look(TestServer server, Browser owner, String event) {
    return look(server, owner, event, null);
  }

  private static JsonObject look(TestServer server, Browser owner, String event, String room) {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null)) {
      return talk.hear("organiserSnapshot");
    }
  }

  private static JsonObject presence(Talk talk, int joined, int here) {
    JsonObject wanted = new JsonObject().put("joined", joined).put("here", here);
    return talk.hear(m -> wanted.equals(m.getJsonObject("presence")), "presence " + wanted);
  }

  @Test
  void peopleComeToOneRoomGoToAnotherAndStayThemselves(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "Main hall");
      try (Talk desk =
          Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
        JsonObject before = desk.hear("organiserSnapshot");
        assertNull(before.getJsonArray("rooms"));
        String eventCode = before.getJsonObject("event").getString("code");
        JsonObject first = join(new Browser(server.base()), code(eventCode));
        assertEquals(eventCode, first.getString("code"));
        assertFalse(first.containsKey("rooms"));
        String hall = first.getJsonObject("room").getString("id");

        String annexe =
            run(desk, new JsonObject().put("type", "createRoom").put("name", "Annexe"))
                .getString("id");
        JsonObject two = look(server, owner, event);
        assertEquals("Annexe", two.getJsonArray("rooms").getJsonObject(1).getString("name"));
        String hallCode = two.getJsonObject("join").getString("code");
        assertFalse(hallCode.equals(eventCode), "each room has a code of its own now");
        assertEquals(
            "badDraft",
            run(desk, new JsonObject().put("type", "createRoom").put("name", "annexe"))
                .getString("code"));

        JsonObject asked = join(new Browser(server.base()), code(eventCode));
        assertNull(asked.getJsonObject("room"));
        assertEquals(two.getJsonArray("rooms"), asked.getJsonArray("rooms"));
        JsonObject chosen =
            join(
                new Browser(server.base()),
                new JsonObject().put("token", asked.getString("token")).put("room", annexe));
        assertEquals(asked.getString("token"), chosen.getString("token"));
        assertEquals("Annexe", chosen.getJsonObject("room").getString("name"));
        assertEquals(
            hall,
            join(new Browser(server.base()), code(hallCode)).getJsonObject("room").getString("id"));
        JsonObject direct =
            join(
                new Browser(server.base()),
                code(chosen.getString("code"))
                    .put("tokens", JsonArray.of(first.getString("token"))));
        assertEquals(annexe, direct.getJsonObject("room").getString("id"));
        assertEquals(
            first.getString("token"),
            direct.getString("token"),
            "the same person in the other room");

        try (Talk inHall =
                Talk.open(server.base(), null)
                    .hello("attendee", event, hall, first.getString("token"));
            Talk inAnnexe =
                Talk.open(server.base(), null)
                    .hello("attendee", event, annexe, first.getString("token"));
            Talk other =
                Talk.open(server.base(), null)
                    .hello("attendee", event, annexe, chosen.getString("token"));
            Talk annexeDesk =
                Talk.open(server.base(), owner.cookie()).hello("organiser", event, annexe, null)) {
          assertEquals(
              "Main hall", inHall.hear("attendeeSnapshot").getJsonObject("room").getString("name"));
          annexeDesk.hear("organiserSnapshot");
          inAnnexe.hear("attendeeSnapshot");
          other.hear("attendeeSnapshot");
          presence(annexeDesk, 2, 2);
          presence(desk, 1, 1); // who only joined over HTTP, and never said hello there, is nobody
          watches(desk, annexeDesk, annexe);
          JsonArray links = Conferences.rooms(owner, event);
          try (Talk stage =
              Talk.link(server.base(), URI.create(links.getJsonObject(1).getString("stage")))) {
            assertEquals(
                chosen.getString("code"),
                stage.hear("stageSnapshot").getJsonObject("join").getString("code"));
            assertEquals(
                "conflict",
                run(
                        desk,
                        new JsonObject()
                            .put("type", "deleteRoom")
                            .put("room", annexe)
                            .put("rev", 99))
                    .getString("code"));
            assertEquals(
                "done",
                run(
                        desk,
                        new JsonObject()
                            .put("type", "deleteRoom")
                            .put("room", annexe)
                            .put(
                                "rev",
                                look(server, owner, event, annexe)
                                    .getJsonObject("room")
                                    .getInteger("rev")))
                    .getString("type"));
            for (Talk closed : new Talk[] {inAnnexe, other, annexeDesk, stage}) {
              assertEquals(4011, closed.closedWith());
            }
          }
          assertTrue(inHall.isOpen());
        }
        try (Talk late =
            Talk.open(server.base(), null)
                .hello("attendee", event, annexe, first.getString("token"))) {
          assertEquals(4011, late.closedWith());
        }
        JsonObject left =
            join(
                new Browser(server.base()),
                new JsonObject().put("token", chosen.getString("token")));
        assertEquals(hall, left.getJsonObject("room").getString("id"), "the only room there is");
        assertEquals(
            404,
            new Browser(server.base())
                .post("/api/v1/join", code(chosen.getString("code")))
                .statusCode());
        assertEquals(
            401,
            new Browser(server.base())
                .post("/api/v1/join", new JsonObject().put("token", "none").put("room", hall))
                .statusCode());
        assertEquals(
            404,
            new Browser(server.base())
                .post(
                    "/api/v1/join",
                    new JsonObject().put("token", first.getString("token")).put("room", annexe))
                .statusCode());
        JsonObject last = look(server, owner, event).getJsonObject("room");
        assertEquals(
            "wrongState",
            run(
                    desk,
                    new JsonObject()
                        .put("type", "deleteRoom")
                        .put("room", hall)
                        .put("rev", last.getInteger("rev")))
                .getString("code"));
      }
    }
  }

  /** What one desk does in its room, another sees among all rooms. */
  private static void watches(Talk desk, Talk annexeDesk, String annexe) {
    run(desk, new JsonObject().put("type", "watchOverview").put("on", true));
    JsonArray rooms = desk.hear("overviewSnapshot").getJsonArray("rooms");
    assertEquals(2, rooms.size());
    assertEquals(
        new JsonObject().put("joined", 2).put("here", 2),
        rooms.getJsonObject(1).getJsonObject("presence"));
    assertNull(rooms.getJsonObject(1).getJsonObject("open"));
    JsonObject option = new JsonObject().put("text", "Yes");
    String poll =
        run(
                annexeDesk,
                new JsonObject()
                    .put("type", "createActivity")
                    .put("kind", "poll")
                    .put("room", annexe)
                    .putNull("after")
                    .put(
                        "draft",
                        new JsonObject()
                            .put("question", "Ready?")
                            .put(
                                "options",
                                new JsonArray().add(option).add(new JsonObject().put("text", "No")))
                            .put("maxChoices", 1)
                            .putNull("abstain")
                            .put("results", "stage")))
            .getString("id");
    run(
        annexeDesk,
        new JsonObject().put("type", "openActivity").put("activity", poll).put("rev", 1));
    JsonObject open = new JsonObject().put("title", "Ready?").put("voted", 0).put("connected", 2);
    JsonObject seen =
        desk.hear(
                m ->
                    "overviewSnapshot".equals(m.getString("type"))
                        && open.equals(
                            m.getJsonArray("rooms").getJsonObject(1).getJsonObject("open")),
                "the open poll")
            .getJsonArray("rooms")
            .getJsonObject(1);
    assertEquals("Ready?", seen.getString("staged"));
    run(desk, new JsonObject().put("type", "watchOverview").put("on", false));
  }
}
