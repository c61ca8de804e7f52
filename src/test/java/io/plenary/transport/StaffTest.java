package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the invitation to the day somebody is taken off. */
class StaffTest {
  private static Browser owner(TestServer server) {
    return new Browser(server.base())
        .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
  }

  private static JsonObject json(HttpResponse<String> response) {
    assertTrue(response.statusCode() < 300, response.statusCode() + " " + response.body());
    return new JsonObject(response.body());
  }

  private static JsonObject body(String invitation) {
    return new JsonObject().put("invitation", invitation);
  }

  private static JsonArray events(Browser browser) {
    return new JsonObject(browser.get("/api/v1/events").body()).getJsonArray("events");
  }

  private static JsonArray people(Browser organiser, String event) {
    return json(organiser.get("/api/v1/events/" + event + "/staff")).getJsonArray("people");
  }

  @Test
  void anInvitationMakesOnePersonPartOfOneEvent(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner = owner(server);
      String event = Conferences.of(owner, "One", "Two");
      String room = Conferences.rooms(owner, event).getJsonObject(1).getString("id");
      String link = Conferences.invite(owner, event, "presenter", room);
      JsonObject offer =
          json(new Browser(server.base()).post("/api/v1/invitations/look", body(link)));
      assertEquals("Conference", offer.getJsonObject("event").getString("name"));
      assertEquals(JsonArray.of("Two"), offer.getJsonArray("roomNames"));

      Browser person = new Browser(server.base());
      assertEquals(
          401,
          person.post("/api/v1/invitations/accept", body(link)).statusCode(),
          "an account is needed");
      JsonObject short_ =
          body(link).put("name", "P").put("email", "p@plenary.example").put("password", "short");
      assertEquals(
          "password",
          new JsonObject(person.post("/api/v1/invitations/accept", short_).body())
              .getString("field"));
      JsonObject taken =
          body(link)
              .put("name", "P")
              .put("email", "owner@plenary.example")
              .put("password", Conferences.PASSWORD);
      assertEquals(
          "email",
          new JsonObject(person.post("/api/v1/invitations/accept", taken).body())
              .getString("field"));
      Conferences.accept(person, link, "p@plenary.example");
      assertEquals(
          403,
          new Browser(server.base()).post("/api/v1/invitations/look", body(link)).statusCode(),
          "it works once");

      assertEquals(1, events(person).size());
      assertEquals("presenter", events(person).getJsonObject(0).getString("role"));
      assertTrue(events(owner).size() > 1);
      assertFalse(json(person.get("/api/v1/session")).getBoolean("mayCreate"));
      assertEquals(403, person.post("/api/v1/events", new JsonObject()).statusCode());
      assertEquals(403, person.post("/api/v1/events/import", new JsonObject()).statusCode());
      JsonArray people = people(owner, event);
      assertEquals(2, people.size());
      assertTrue(
          people.getJsonObject(0).getBoolean("owner") && people.getJsonObject(0).getBoolean("you"));
      assertEquals(JsonArray.of(room), people.getJsonObject(1).getJsonArray("rooms"));
    }
  }

  @Test
  void whoIsTooLateWithAnInvitationHasNoAccountAndIsFreeToUseAnother(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner = owner(server);
      String event = Conferences.of(owner, "One");
      String link = Conferences.invite(owner, event, "moderator");
      Map<String, CompletableFuture<Integer>> race = new TreeMap<>();
      for (String email : List.of("a@plenary.example", "b@plenary.example")) {
        JsonObject fresh =
            body(link).put("name", "P").put("email", email).put("password", Conferences.PASSWORD);
        race.put(
            email,
            CompletableFuture.supplyAsync(
                () ->
                    new Browser(server.base())
                        .post("/api/v1/invitations/accept", fresh)
                        .statusCode()));
      }
      assertEquals(
          List.of(201, 403), race.values().stream().map(CompletableFuture::join).sorted().toList());
      assertEquals(2, people(owner, event).size());
      race.forEach(
          (email, status) -> {
            JsonObject signIn =
                new JsonObject().put("email", email).put("password", Conferences.PASSWORD);
            assertEquals(
                status.join() == 201 ? 200 : 401,
                new Browser(server.base()).post("/api/v1/session", signIn).statusCode());
            if (status.join() == 403) {
              Conferences.accept(
                  new Browser(server.base()), Conferences.invite(owner, event, "presenter"), email);
            }
          });
      assertEquals(3, people(owner, event).size());
    }
  }

  @Test
  void whoHasAnAccountAcceptsWithItAndMakesEventsOnceOrganiser(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner = owner(server);
      String first = Conferences.of(owner, "One");
      String second = Conferences.of(owner, "One");
      Browser person =
          Conferences.accept(
              new Browser(server.base()),
              Conferences.invite(owner, first, "moderator"),
              "p@plenary.example");
      assertEquals(404, person.get("/api/v1/events/" + second + "/links").statusCode());
      String link = Conferences.invite(owner, second, "organiser");
      assertFalse(
          json(person.post("/api/v1/invitations/accept", body(link))).getBoolean("already"));
      assertEquals(200, person.get("/api/v1/events/" + second + "/links").statusCode());
      assertEquals(403, person.get("/api/v1/events/" + first + "/links").statusCode());

      String unused = Conferences.invite(owner, first, "organiser");
      assertTrue(
          json(person.post("/api/v1/invitations/accept", body(unused))).getBoolean("already"));
      assertTrue(
          json(owner.post("/api/v1/invitations/accept", body(unused))).getBoolean("already"));
      assertEquals(
          200,
          new Browser(server.base()).post("/api/v1/invitations/look", body(unused)).statusCode(),
          "still there for somebody else");

      String own = Conferences.of(person, "Mine");
      assertEquals(
          "organiser",
          events(person).stream()
              .map(JsonObject.class::cast)
              .filter(e -> own.equals(e.getString("id")))
              .findFirst()
              .orElseThrow()
              .getString("role"));
      assertEquals(
          200,
          owner.get("/api/v1/events/" + own + "/links").statusCode(),
          "the owner is at home everywhere");
      assertEquals(204, owner.delete("/api/v1/events/" + own).statusCode());
      assertEquals(2, events(person).size());
    }
  }

  @Test
  void takingSomebodyOffClosesTheirConnectionsAtOnce(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner = owner(server);
      String event = Conferences.of(owner, "One", "Two");
      String room = Conferences.rooms(owner, event).getJsonObject(0).getString("id");
      Browser person =
          Conferences.accept(
              new Browser(server.base()),
              Conferences.invite(owner, event, "presenter"),
              "p@plenary.example");
      String account = people(owner, event).getJsonObject(1).getString("account");
      String path = "/api/v1/events/" + event + "/staff/" + account;
      try (Talk theirs =
              Talk.open(server.base(), person.cookie()).hello("organiser", event, null, null);
          Talk mine =
              Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
        theirs.hear("organiserSnapshot");
        mine.hear("organiserSnapshot");
        assertEquals(
            204,
            owner
                .post(
                    path,
                    new JsonObject().put("role", "moderator").put("rooms", JsonArray.of(room)))
                .statusCode());
        assertEquals(4009, theirs.closedWith());
        try (Talk again =
            Talk.open(server.base(), person.cookie()).hello("organiser", event, null, null)) {
          assertEquals("moderator", again.hear("welcome").getString("role"));
          again.hear("organiserSnapshot");
          assertEquals(204, owner.delete(path).statusCode());
          assertEquals(4010, again.closedWith());
        }
        try (Talk late =
            Talk.open(server.base(), person.cookie()).hello("organiser", event, null, null)) {
          assertEquals(4010, late.closedWith());
        }
        assertEquals(0, events(person).size());
        assertEquals(404, owner.delete(path).statusCode());
        assertEquals(
            "pong", mine.say(new JsonObject().put("type", "ping")).hear("pong").getString("type"));
        String self = people(owner, event).getJsonObject(0).getString("account");
        assertEquals(
            404,
            owner.delete("/api/v1/events/" + event + "/staff/" + self).statusCode(),
            "the owner stays");
      }
    }
  }

  @Test
  void invitationsAreListedWithdrawnAndNotGuessed(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner = owner(server);
      String event = Conferences.of(owner, "One");
      String staff = "/api/v1/events/" + event + "/staff";
      String link = Conferences.invite(owner, event, "moderator");
      JsonObject listed = json(owner.get(staff)).getJsonArray("invitations").getJsonObject(0);
      assertEquals("moderator", listed.getString("role"));
      assertFalse(
          owner.get(staff).body().contains(link.substring(link.indexOf('.') + 1)),
          "the link is told once");
      assertEquals(
          204,
          owner
              .delete("/api/v1/events/" + event + "/invitations/" + listed.getString("id"))
              .statusCode());
      assertEquals(0, json(owner.get(staff)).getJsonArray("invitations").size());
      Browser guesser = new Browser(server.base());
      int status = guesser.post("/api/v1/invitations/look", body(link)).statusCode();
      assertEquals(403, status);
      for (int i = 0; i < 60 && status == 403; i++) {
        status = guesser.post("/api/v1/invitations/look", body(event + ".guess" + i)).statusCode();
      }
      assertEquals(429, status);
      String good = Conferences.invite(owner, event, "moderator");
      assertEquals(
          200,
          guesser.post("/api/v1/invitations/look", body(good)).statusCode(),
          "a link that works gets through");
      assertEquals(
          400,
          owner
              .post(
                  "/api/v1/events/" + event + "/invitations", new JsonObject().put("role", "king"))
              .statusCode());
      assertEquals(
          400,
          owner
              .post(
                  "/api/v1/events/" + event + "/invitations",
                  new JsonObject().put("role", "moderator").put("rooms", JsonArray.of("nowhere")))
              .statusCode());
    }
  }
}
