package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of "Back up and restore" in README.md: stop, copy the folder; put the copy anywhere,
 * start.
 */
class RestoreTest {
  private static final String EMAIL = "organiser@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";

  @Test
  void aCopyOfTheFolderIsTheWholeServer(@TempDir Path folder) throws IOException {
    Path original = folder.resolve("data");
    Path backup = folder.resolve("backup");
    JsonObject person;
    String receipt;
    String code;
    try (TestServer server = TestServer.start(original)) {
      new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
      code = server.code();
      person = new Browser(server.base()).join(code);
      receipt = ExamplePoll.vote(server, person).getString("receipt");
    }
    Folders.copy(original, backup);
    TestRedis.deleteTree(original);

    Path elsewhere = folder.resolve("another").resolve("place");
    Files.createDirectories(elsewhere.getParent());
    Folders.copy(backup, elsewhere);
    try (TestServer server = TestServer.start(elsewhere, "--example=false")) {
      assertEquals(code, server.code(), "the event");
      Browser organiser = new Browser(server.base());
      assertEquals(
          200,
          organiser
              .post(
                  "/api/v1/session", new JsonObject().put("email", EMAIL).put("password", PASSWORD))
              .statusCode(),
          "the account");
      String event = person.getJsonObject("event").getString("id");
      JsonObject results =
          new JsonObject(organiser.get("/api/v1/events/" + event + "/results.json").body());
      JsonObject poll = results.getJsonArray("results").getJsonObject(0);
      assertEquals(1, poll.getInteger("voted"), "the vote");
      assertEquals(1, poll.getJsonArray("options").getJsonObject(0).getInteger("count"));
      assertTrue(poll.getJsonObject("recount").getBoolean("agrees"));
      try (Talk phone = Talk.attendee(server.base(), person)) {
        phone.hear("attendeeSnapshot");
        JsonObject again = phone.say(ExamplePoll.ballot(poll)).hear("voteCounted");
        assertEquals(
            receipt,
            again.getString("receipt"),
            "the phone is the same person, and its vote counts once");
      }
    }
  }
}
