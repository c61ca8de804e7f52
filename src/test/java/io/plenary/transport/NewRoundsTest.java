package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever was revealed in one round, the next one begins as its organiser chose, whichever way it
 * is begun.
 */
class NewRoundsTest {
  private static final String OWNER = "owner@plenary.example";

  private static JsonObject snapshot(TestServer server, Browser owner, String event) {
    try (Talk desk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
      return desk.hear("organiserSnapshot");
    }
  }

  /** Results and choice of each poll. */
  private static List<String> seen(TestServer server, Browser owner, String event) {
    return snapshot(server, owner, event).getJsonArray("runOrder").stream()
        .map(JsonObject.class::cast)
        .map(p -> p.getString("results") + " " + p.getString("chosen"))
        .toList();
  }

  private static void command(TestServer server, Browser owner, String event, JsonObject command) {
    try (Talk desk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
      JsonObject poll = desk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
      command.put("ref", 5).put("activity", poll.getString("id"));
      desk.say(
          command.getString("type").equals("duplicateActivity")
              ? command
              : command.put("rev", poll.getLong("rev")));
      JsonObject answer =
          desk.hear(m -> Integer.valueOf(5).equals(m.getInteger("ref")), "an answer to " + command);
      assertEquals("done", answer.getString("type"), answer.encode());
    }
  }

  @Test
  @DisplayName(
      "R2 reset, duplicate poll, duplicate event, import and a restart keep what was chosen apart"
          + " from what was revealed")
  void r2_everyNewRoundBeginsAsChosen(@TempDir Path data) {
    String event;
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base()).setUp(server.setupToken(), OWNER, Conferences.PASSWORD);
      event = Conferences.of(owner, "Hall"); // its poll's results are for the stage
      command(server, owner, event, new JsonObject().put("type", "openActivity"));
      command(
          server,
          owner,
          event,
          new JsonObject().put("type", "showResults").put("results", "everyone"));
      command(server, owner, event, new JsonObject().put("type", "lockActivity"));
      String copy =
          Conferences.made(owner.post("/api/v1/events/" + event + "/duplicate", new JsonObject()))
              .getString("id");
      assertEquals(List.of("stage stage"), seen(server, owner, copy));
      JsonObject file =
          new JsonObject(owner.get("/api/v1/events/" + event + "/export.json").body());
      file.fieldNames()
          .removeIf(name -> !List.of("format", "version", "event", "rooms").contains(name));
      String imported = Conferences.made(owner.post("/api/v1/events/import", file)).getString("id");
      assertEquals(List.of("stage stage"), seen(server, owner, imported));
    }
    try (TestServer server = TestServer.start(data)) {
      Browser owner = new Browser(server.base());
      assertEquals(
          200,
          owner
              .post(
                  "/api/v1/session",
                  new JsonObject().put("email", OWNER).put("password", Conferences.PASSWORD))
              .statusCode());
      assertEquals(List.of("everyone stage"), seen(server, owner, event), "after a restart");
      command(server, owner, event, new JsonObject().put("type", "duplicateActivity"));
      assertEquals(List.of("everyone stage", "stage stage"), seen(server, owner, event));
      command(server, owner, event, new JsonObject().put("type", "resetActivity"));
      assertEquals(List.of("stage stage", "stage stage"), seen(server, owner, event));
    }
  }
}
