package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who were taken off an event and try to stay. */
class HostileStaffTest {
  @Test
  void whoIsTakenOffCannotGoOnByNotClosingTheConnection(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      try (Floor floor = new Floor(server, owner, new JsonObject())) {
        Browser person =
            Conferences.accept(
                new Browser(server.base()),
                Conferences.invite(owner, floor.event, "moderator"),
                "p@plenary.example");
        try (RawSocket socket =
            new RawSocket(
                server.base(), "Cookie: " + person.cookie(), "Origin: " + server.base())) {
          socket.text(
              new JsonObject()
                  .put("type", "hello")
                  .put("protocol", 1)
                  .put("role", "organiser")
                  .put("event", floor.event)
                  .encode());
          String account =
              new JsonObject(owner.get("/api/v1/events/" + floor.event + "/staff").body())
                  .getJsonArray("people")
                  .getJsonObject(1)
                  .getString("account");
          assertEquals(
              204,
              owner.delete("/api/v1/events/" + floor.event + "/staff/" + account).statusCode());
          assertEquals(4010, socket.closedWith());
          socket.text(
              floor
                  .message("setAsking")
                  .put("rev", floor.rev)
                  .put("asking", false)
                  .put("check", "after")
                  .encode());
          TestRedis.pause(300);
          try (Talk fresh =
              Talk.open(server.base(), owner.cookie())
                  .hello("organiser", floor.event, null, null)) {
            assertEquals(
                floor.rev, Beside.questions(fresh.hear("organiserSnapshot")).getLong("rev"));
          }
        }
      }
    }
  }

  @Test
  void whoIsTakenOffCannotComeBackByAnInvitationOfTheirOwn(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "One");
      Browser person =
          Conferences.accept(
              new Browser(server.base()),
              Conferences.invite(owner, event, "organiser"),
              "p@plenary.example");
      String kept = Conferences.invite(person, event, "organiser");
      String owners = Conferences.invite(owner, event, "moderator");
      String account =
          new JsonObject(owner.get("/api/v1/events/" + event + "/staff").body())
              .getJsonArray("people")
              .getJsonObject(1)
              .getString("account");
      assertEquals(204, owner.delete("/api/v1/events/" + event + "/staff/" + account).statusCode());
      assertEquals(
          403,
          person
              .post("/api/v1/invitations/accept", new JsonObject().put("invitation", kept))
              .statusCode());
      assertEquals(
          200,
          person
              .post("/api/v1/invitations/look", new JsonObject().put("invitation", owners))
              .statusCode());
    }
  }
}
