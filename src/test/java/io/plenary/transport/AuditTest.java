package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What staff did stands in the log, in ids and words of the program, for the owner alone. */
class AuditTest {
  private static final String PASSWORD = Conferences.PASSWORD;
  private static final String NAME = "A person";

  private static List<JsonObject> read(Browser owner) {
    JsonArray entries = new JsonObject(owner.get("/api/v1/audit").body()).getJsonArray("entries");
    return entries.stream().map(e -> (JsonObject) e).toList();
  }

  /** {@code act by account event detail}, names where there are some, the oldest first. */
  private static List<String> lines(Browser owner) {
    List<String> lines = new ArrayList<>();
    for (JsonObject e : read(owner)) {
      lines.add(
          0,
          String.join(
                  " ",
                  e.getString("act"),
                  name(e, "by"),
                  name(e, "account"),
                  name(e, "event"),
                  e.getString("detail"))
              .strip());
    }
    return lines;
  }

  private static String name(JsonObject entry, String what) {
    JsonObject named = entry.getJsonObject(what);
    if (named == null) return "-";
    return named.getString("name") == null ? "gone" : named.getString("name").replace(' ', '_');
  }

  @Test
  @DisplayName("O3 what staff did is in the audit log, once it was done, and only then")
  void o3_deeds(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base()).setUp(server.setupToken(), "owner@plenary.example", PASSWORD);
      String event = Conferences.of(owner, "One");
      Browser person =
          Conferences.accept(
              new Browser(server.base()),
              Conferences.invite(owner, event, "moderator"),
              "person@plenary.example");
      String at = "/api/v1/events/" + event;
      String account =
          new JsonObject(owner.get(at + "/staff").body())
              .getJsonArray("people")
              .getJsonObject(1)
              .getString("account");
      assertEquals(403, person.get(at + "/results.csv").statusCode(), "refused: not noted");
      assertEquals(200, owner.get(at + "/results.csv").statusCode());
      JsonObject role = new JsonObject().put("role", "presenter").putNull("rooms");
      assertEquals(204, owner.post(at + "/staff/" + account, role).statusCode());
      Conferences.made(
          owner.post("/api/v1/accounts/" + account + "/links/sign-in", new JsonObject()));
      try (Talk desk =
          Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
        long rev = desk.hear("organiserSnapshot").getJsonObject("event").getLong("rev");
        desk.say(new JsonObject().put("type", "endEvent").put("ref", 1).put("rev", rev));
        assertEquals("done", desk.answer(1).getString("type"));
        JsonObject ended =
            desk.hear(
                m ->
                    m.getString("type").equals("organiserSnapshot")
                        && m.getJsonObject("event").getLong("rev") > rev,
                "that it ended");
        desk.say(
            new JsonObject()
                .put("type", "finaliseEvent")
                .put("ref", 2)
                .put("rev", ended.getJsonObject("event").getLong("rev")));
        assertEquals("done", desk.answer(2).getString("type"));
      }
      assertEquals(
          204,
          person
              .post(
                  "/api/v1/account/password",
                  new JsonObject().put("present", PASSWORD).put("password", PASSWORD + " more"))
              .statusCode());
      assertEquals(204, owner.delete(at + "/staff/" + account).statusCode());
      assertEquals(204, owner.delete(at).statusCode());
      List<String> expected =
          List.of(
              "signedIn Organiser - - setup",
              "invited Organiser - gone",
              "signedIn A_person - - invitation",
              "invitationAccepted A_person - gone",
              "eventExported Organiser - gone results.csv",
              "roleChanged Organiser A_person gone",
              "linkMade Organiser A_person - sign-in",
              "eventFinalised Organiser - gone",
              "passwordSet A_person - - account",
              "roleTaken Organiser A_person gone",
              "eventDeleted Organiser - gone");
      Waiting.until(() -> lines(owner).toString(), () -> lines(owner).size() >= expected.size());
      assertEquals(expected, lines(owner));

      assertEquals(403, person.get("/api/v1/audit").statusCode());
      assertEquals(403, person.get("/api/v1/audit.csv").statusCode());
      assertEquals(401, new Browser(server.base()).get("/api/v1/audit").statusCode());
      assertEquals(400, owner.get("/api/v1/audit?before=x").statusCode());
      String csv = owner.get("/api/v1/audit.csv").body();
      assertTrue(csv.startsWith("\ufeffat_utc,act,by,by_id,"), csv);
      assertEquals(1 + read(owner).size(), csv.lines().count());
      assertFalse(csv.contains("@"), "no address");
    }
  }

  @Test
  @DisplayName("O2 an attack is in the audit log a few times, not fifty times a second")
  void o2_refusals(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base()).setUp(server.setupToken(), "owner@plenary.example", PASSWORD);
      JsonObject guess =
          new JsonObject().put("email", "owner@plenary.example").put("password", "wrong " + NAME);
      Browser stranger = new Browser(server.base());
      for (int i = 0; i < 40; i++) stranger.post("/api/v1/session", guess);
      Waiting.until(() -> lines(owner).contains("strangerRefused - - -"));
      long noted = lines(owner).stream().filter(l -> l.startsWith("strangerRefused")).count();
      assertTrue(noted <= 5 * 2, "noted: " + noted);
      assertNull(read(owner).get(0).getJsonObject("by"));
    }
  }
}
