package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The look of the stage and its logo, over the wire, in copies, in files and after a restart. */
class StageLookTest {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

  private static JsonObject run(Talk talk, JsonObject command) {
    talk.say(command.put("ref", 9));
    return talk.hear(
        m -> Integer.valueOf(9).equals(m.getInteger("ref")), "an answer to " + command);
  }

  private static void done(JsonObject answer) {
    assertEquals("done", answer.getString("type"), answer.encode());
  }

  private static JsonObject event(TestServer server, Browser owner, String id) {
    try (Talk talk = Talk.open(server.base(), owner.cookie()).hello("organiser", id, null, null)) {
      return talk.hear("organiserSnapshot").getJsonObject("event");
    }
  }

  private static JsonObject look(String bar) {
    return new JsonObject()
        .put("theme", "light")
        .put("ground", "#fdf6ec")
        .put("bar", bar)
        .putNull("leader");
  }

  @Test
  void lookAndLogoAreTheEventsInCopiesAndFilesAndGoWithIt(@TempDir Path data) {
    String copy;
    Browser owner;
    try (TestServer server = TestServer.start(data)) {
      owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String id = Conferences.of(owner, "Main hall");
      try (Talk desk =
          Talk.open(server.base(), owner.cookie()).hello("organiser", id, null, null)) {
        JsonObject was = desk.hear("organiserSnapshot").getJsonObject("event");
        JsonObject change = new JsonObject().put("type", "setLook").put("rev", was.getLong("rev"));
        JsonObject refused = run(desk, change.copy().put("look", look("#ffd08a")));
        assertEquals("badDraft", refused.getString("code"), refused.encode());
        done(run(desk, change.put("look", look("#0b5563"))));
        JsonObject set = new JsonObject().put("type", "setLogo").put("rev", was.getLong("rev") + 1);
        assertEquals(
            "badDraft", run(desk, set.copy().put("png", "PHN2Zz48L3N2Zz4=")).getString("code"));
        done(run(desk, set.copy().put("png", PNG)));
      }
      JsonObject now = event(server, owner, id);
      assertEquals(look("#0b5563"), now.getJsonObject("look"));
      var picture = owner.get(now.getString("logo"));
      assertEquals(200, picture.statusCode());
      assertEquals("image/png", picture.headers().firstValue("content-type").orElse(""));
      JsonObject report =
          new JsonObject(owner.get("/api/v1/events/" + id + "/report").body())
              .getJsonObject("event");
      assertEquals(look("#0b5563"), report.getJsonObject("look"));
      assertEquals(now.getString("logo"), report.getString("logo"));
      assertEquals(
          404,
          owner.get(now.getString("logo").replaceFirst("[0-9a-f]{4}\\.", "0000.")).statusCode());

      copy =
          Conferences.made(owner.post("/api/v1/events/" + id + "/duplicate", new JsonObject()))
              .getString("id");
      JsonObject file = new JsonObject(owner.get("/api/v1/events/" + id + "/export.json").body());
      String again = Conferences.made(owner.post("/api/v1/events/import", file)).getString("id");
      for (String other : new String[] {copy, again}) {
        JsonObject there = event(server, owner, other);
        assertEquals(look("#0b5563"), there.getJsonObject("look"));
        assertEquals(200, owner.get(there.getString("logo")).statusCode());
      }
      owner.delete("/api/v1/events/" + id);
      assertEquals(404, owner.get(now.getString("logo")).statusCode());
    }
    try (TestServer server = TestServer.start(data)) {
      Browser back = new Browser(server.base());
      back.post(
          "/api/v1/session",
          new JsonObject()
              .put("email", "owner@plenary.example")
              .put("password", Conferences.PASSWORD));
      JsonObject event = event(server, back, copy);
      assertEquals(look("#0b5563"), event.getJsonObject("look"));
      try (Talk desk =
          Talk.open(server.base(), back.cookie()).hello("organiser", copy, null, null)) {
        desk.hear("organiserSnapshot");
        run(
            desk,
            new JsonObject()
                .put("type", "setLogo")
                .put("rev", event.getLong("rev"))
                .putNull("png"));
      }
      assertNull(event(server, back, copy).getString("logo"));
    }
  }

  @Test
  void aRemoteArrangesTheStageAndEverybodyOfTheRoomSeesIt(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String id = Conferences.of(owner, "Main hall");
      JsonObject links = Conferences.rooms(owner, id).getJsonObject(0);
      String room = links.getString("id");
      String secret = links.getString("remote").replaceFirst(".*#", "");
      try (Talk remote = Talk.open(server.base(), null).hello("remote", id, room, secret);
          Talk stage =
              Talk.open(server.base(), null)
                  .hello("stage", id, room, links.getString("stage").replaceFirst(".*#", ""))) {
        JsonObject plain = stage.hear("stageSnapshot").getJsonObject("look");
        assertEquals(
            new JsonObject().put("theme", "dark").put("byResult", false).put("zoom", 100), plain);
        JsonObject arrange = new JsonObject().put("type", "arrangeStage").put("room", room);
        done(run(remote, arrange.copy().put("zoom", 125)));
        done(run(remote, arrange.copy().put("theme", "light").put("byResult", true)));
        JsonObject wanted =
            new JsonObject().put("theme", "light").put("byResult", true).put("zoom", 125);
        stage.hear(m -> wanted.equals(m.getJsonObject("look")), "the look " + wanted);
        done(
            run(
                remote,
                new JsonObject()
                    .put("type", "setStage")
                    .put("room", room)
                    .put("view", "blank")
                    .putNull("activity")));
        assertFalse(
            stage.hear(m -> "blank".equals(m.getString("view")), "a blank stage").isEmpty());
      }
    }
  }
}
