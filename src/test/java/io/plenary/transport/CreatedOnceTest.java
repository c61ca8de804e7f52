package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever heard no answer says it again, and there is still one poll. */
class CreatedOnceTest {
  private static JsonObject answer(
      TestServer server, Browser owner, String event, JsonObject command) {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
      talk.hear("organiserSnapshot");
      talk.say(command.put("ref", 3));
      return talk.hear(
          m -> Integer.valueOf(3).equals(m.getInteger("ref")), "an answer to " + command);
    }
  }

  private static JsonArray runOrder(TestServer server, Browser owner, String event) {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
      return talk.hear("organiserSnapshot").getJsonArray("runOrder");
    }
  }

  @Test
  void onAnotherConnectionToo(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "Hall");
      String room = Conferences.rooms(owner, event).getJsonObject(0).getString("id");
      String first = runOrder(server, owner, event).getJsonObject(0).getString("id");
      JsonArray options =
          JsonArray.of(new JsonObject().put("text", "Yes"), new JsonObject().put("text", "No"));
      JsonObject create =
          new JsonObject()
              .put("type", "createActivity")
              .put("kind", "poll")
              .put("room", room)
              .putNull("after")
              .put("id", "drawnbyapage0001")
              .put(
                  "draft",
                  new JsonObject()
                      .put("question", "Again?")
                      .put("options", options)
                      .put("maxChoices", 1)
                      .putNull("abstain")
                      .put("results", "stage"));
      JsonObject copy =
          new JsonObject()
              .put("type", "duplicateActivity")
              .put("activity", first)
              .put("id", "drawnbyapage0002");
      for (JsonObject command : new JsonObject[] {create, create, copy, copy}) {
        JsonObject done = answer(server, owner, event, command.copy());
        assertEquals(command.getString("id"), done.getString("id"), done.encode());
      }
      assertEquals(3, runOrder(server, owner, event).size());
      create.getJsonObject("draft").put("question", "Something else?");
      assertEquals("conflict", answer(server, owner, event, create).getString("code"));
      assertEquals(
          "invalidField",
          answer(server, owner, event, create.put("id", "short")).getString("code"));
    }
  }
}
