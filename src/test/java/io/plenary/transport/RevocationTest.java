package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing out ends what was opened while signed in. */
class RevocationTest {
  private static final String EMAIL = "organiser@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";

  private static Talk organiser(TestServer server, Browser browser) {
    String event =
        new JsonObject(browser.get("/api/v1/events").body())
            .getJsonArray("events")
            .getJsonObject(0)
            .getString("id");
    Talk talk = Talk.open(server.base(), browser.cookie()).hello("organiser", event, null, null);
    talk.hear("organiserSnapshot");
    return talk;
  }

  private static Browser signedIn(TestServer server) {
    Browser browser = new Browser(server.base());
    assertEquals(
        200,
        browser
            .post("/api/v1/session", new JsonObject().put("email", EMAIL).put("password", PASSWORD))
            .statusCode());
    return browser;
  }

  @Test
  void signingOutClosesTheConnectionsOfThatSession(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser first = new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
      Browser second = signedIn(server);
      Browser third = signedIn(server);
      try (Talk one = organiser(server, first);
          Talk again = organiser(server, first);
          Talk other = organiser(server, second);
          Talk last = organiser(server, third);
          Talk stage = Talk.link(server.base(), server.link("stage"))) {
        stage.hear("stageSnapshot");
        String stolen = first.cookie();
        assertEquals(204, first.delete("/api/v1/session").statusCode());
        assertEquals(4005, one.closedWith());
        assertEquals(4005, again.closedWith());
        assertTrue(other.isOpen() && last.isOpen());
        try (Talk late = Talk.open(server.base(), stolen).hello("organiser", "any", null, null)) {
          assertTrue(late.closedWith() == 4005 || late.closedWith() == 4006);
        }

        assertEquals(204, second.delete("/api/v1/sessions").statusCode());
        assertEquals(4005, other.closedWith());
        assertEquals(4005, last.closedWith());
        assertEquals(401, third.get("/api/v1/events").statusCode());
        assertEquals(401, new Browser(server.base()).delete("/api/v1/sessions").statusCode());
        assertEquals(
            "pong",
            stage.say(new JsonObject().put("type", "ping")).hear("pong").getString("type"),
            "the stage has a link of its own");
      }
    }
  }
}
