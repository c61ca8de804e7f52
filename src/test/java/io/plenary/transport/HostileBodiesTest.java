package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.logs.LogLines;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies as strangers and organisers send them to the whole server. */
class HostileBodiesTest {
  private static final String IMPORT = "/api/v1/events/import";

  @Test
  @DisplayName(
      "O17 an event file is refused before it is read unless its sender may make events; elsewhere"
          + " a body has 64 KiB at most")
  void limits(@TempDir Path data) {
    try (TestServer server = TestServer.start(data);
        LogLines log = new LogLines()) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "Hall");
      Browser moderator =
          Conferences.accept(
              new Browser(server.base()),
              Conferences.invite(owner, event, "moderator"),
              "moderator@plenary.example");
      try (RawRequest stranger = new RawRequest(server.base(), IMPORT, 2_000_000);
          RawRequest other =
              new RawRequest(server.base(), IMPORT, 2_000_000, "Cookie: " + moderator.cookie());
          RawRequest more =
              new RawRequest(
                  server.base(), IMPORT, 2L * 1024 * 1024 + 1, "Cookie: " + owner.cookie())) {
        assertTrue(stranger.answer().startsWith("http/1.1 401"));
        assertTrue(other.answer().startsWith("http/1.1 403"));
        String answer = more.answer();
        assertTrue(answer.startsWith("http/1.1 413") && answer.contains("2 MiB"), answer);
      }
      for (String path :
          List.of(
              "/api/v1/join", "/api/v1/session", "/api/v1/setup", "/api/v1/invitations/accept")) {
        try (RawRequest large = new RawRequest(server.base(), path, 64 * 1024 + 1)) {
          String answer = large.answer();
          assertTrue(
              answer.startsWith("http/1.1 413") && answer.contains("64 KiB"), path + " " + answer);
        }
      }
      assertEquals(
          201, owner.post(IMPORT, large()).statusCode(), "an organiser's file may be larger");
      try (RawRequest given = new RawRequest(server.base(), "/api/v1/join", 1_000)) {
        given.send("{\"code\":");
      }
      assertEquals(
          404,
          new Browser(server.base())
              .post("/api/v1/join", new JsonObject().put("code", "222 222"))
              .statusCode());
      assertEquals(
          List.of(), log.with("ERROR"), "what clients leave half done is no error of the server");
    }
  }

  @Test
  @DisplayName("O12 what clients break off, before, within or after a body, is no error in the log")
  void brokenOff(@TempDir Path data) {
    try (TestServer server = TestServer.start(data);
        LogLines log = new LogLines()) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = "/api/v1/events/" + Conferences.of(owner, "Hall");
      String cookie = "Cookie: " + owner.cookie();
      for (String path :
          List.of(
              "/api/v1/join",
              "/api/v1/session",
              "/api/v1/setup",
              "/api/v1/stream",
              "/api/v1/stream/message",
              "/api/v1/events",
              "/nowhere",
              IMPORT,
              event + "/invitations",
              event + "/duplicate")) {
        for (String sent : List.of("", "{\"code\":", "{\"token\":\"x\"}")) {
          for (boolean whole : List.of(true, false)) {
            RawRequest request =
                new RawRequest(server.base(), path, sent.length() + (whole ? 0 : 1_000), cookie);
            request.send(sent);
            request.abort();
          }
        }
      }
      // Whoever is served after all of them has been: the server has seen them end.
      assertEquals(200, owner.get("/api/v1/events").statusCode());
      assertEquals(List.of(), log.with("ERROR"));
      assertEquals(List.of(), log.with("WARN"));
    }
  }

  /** An event file of more than 64 KiB. */
  private static JsonObject large() {
    JsonArray polls = new JsonArray();
    for (int p = 0; p < 60; p++) {
      JsonArray options = new JsonArray();
      for (int o = 0; o < 20; o++) {
        options.add(
            new JsonObject()
                .put(
                    "text",
                    "Option "
                        + o
                        + " ".repeat(2)
                        + "of some length, so that the file grows ".repeat(2)));
      }
      polls.add(
          new JsonObject()
              .put("kind", "poll")
              .put("question", "Question " + p)
              .put("options", options)
              .put("maxChoices", 1)
              .putNull("abstain")
              .put("results", "stage"));
    }
    JsonObject details =
        new JsonObject()
            .put("name", "Conference")
            .put("startsOn", "2027-03-08")
            .put("endsOn", "2027-03-08")
            .put("timeZone", "Europe/London")
            .put("frameOrigins", new JsonArray());
    JsonObject file =
        new JsonObject()
            .put("format", "plenary-event")
            .put("version", 2)
            .put("event", details)
            .put(
                "rooms",
                new JsonArray().add(new JsonObject().put("name", "Hall").put("activities", polls)));
    assertTrue(file.encode().length() > 100_000);
    return file;
  }
}
