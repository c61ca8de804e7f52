package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is no organiser any more steers nothing with the links they have read. */
class TakenOffTest {
  private static final int REFUSED = 4003;

  private static Talk link(TestServer server, JsonObject room, String kind) {
    return Talk.link(server.base(), URI.create(room.getString(kind)));
  }

  private static String account(Browser owner, String event, String email) {
    return new JsonObject(owner.get("/api/v1/events/" + event + "/staff").body())
        .getJsonArray("people").stream()
            .map(JsonObject.class::cast)
            .filter(p -> email.equals(p.getString("email")))
            .findFirst()
            .orElseThrow()
            .getString("account");
  }

  @Test
  void theirLinksEndWithThem(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "One", "Two");
      Browser second =
          Conferences.accept(
              new Browser(server.base()),
              Conferences.invite(owner, event, "organiser"),
              "second@plenary.example");
      String path =
          "/api/v1/events/" + event + "/staff/" + account(owner, event, "second@plenary.example");
      JsonArray read = Conferences.rooms(second, event);
      try (Talk mine =
              Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null);
          Talk remote = link(server, read.getJsonObject(0), "remote");
          Talk stage = link(server, read.getJsonObject(1), "stage")) {
        long version = mine.hear("organiserSnapshot").getLong("version");
        remote.hear("organiserSnapshot");
        stage.hear("stageSnapshot");
        assertEquals(204, owner.delete(path).statusCode());
        assertEquals(REFUSED, remote.closedWith());
        assertEquals(REFUSED, stage.closedWith());
        mine.hear(
            m -> "organiserSnapshot".equals(m.getString("type")) && m.getLong("version") > version,
            "that something moved");
      }
      JsonArray now = Conferences.rooms(owner, event);
      for (int i = 0; i < 2; i++) {
        for (String kind : new String[] {"remote", "stage"}) {
          assertNotEquals(
              read.getJsonObject(i).getString(kind), now.getJsonObject(i).getString(kind));
          try (Talk old = link(server, read.getJsonObject(i), kind);
              Talk fresh = link(server, now.getJsonObject(i), kind)) {
            assertEquals(REFUSED, old.closedWith());
            fresh.hear("welcome");
          }
        }
      }
    }
  }

  @Test
  void demotedIsAsGoodAsTakenOffAndLinksCanBeKept(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "One");
      JsonObject presenter = new JsonObject().put("role", "presenter").putNull("rooms");
      JsonObject organiser = new JsonObject().put("role", "organiser").putNull("rooms");
      Conferences.accept(
          new Browser(server.base()),
          Conferences.invite(owner, event, "organiser"),
          "second@plenary.example");
      String path =
          "/api/v1/events/" + event + "/staff/" + account(owner, event, "second@plenary.example");
      JsonArray first = Conferences.rooms(owner, event);
      assertEquals(204, owner.post(path + "?links=keep", presenter).statusCode());
      assertEquals(first, Conferences.rooms(owner, event));
      assertEquals(204, owner.post(path, organiser).statusCode());
      assertEquals(first, Conferences.rooms(owner, event));
      assertEquals(204, owner.post(path, presenter).statusCode());
      JsonArray second = Conferences.rooms(owner, event);
      assertNotEquals(first, second);
      assertEquals(204, owner.delete(path).statusCode());
      assertEquals(second, Conferences.rooms(owner, event), "a presenter could not read them");
    }
  }
}
