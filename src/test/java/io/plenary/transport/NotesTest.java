package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes of an activity, on the wire: who reads them, who never does, and where they go along. */
class NotesTest {
  private static final String WORDS = "Thank Amara.\nThen ask who is new. Zanzibar.";
  private static final String TELLING = "Zanzibar";

  @Test
  void whoRunsTheRoomReadsThemAndNobodyElseIsEverSentThem(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "One");
      JsonObject links = Conferences.rooms(owner, event).getJsonObject(0);
      Browser moderator = staff(server, owner, event, "moderator");
      Browser presenter = staff(server, owner, event, "presenter");
      try (Talk boss =
              Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null);
          Talk reads =
              Talk.open(server.base(), moderator.cookie()).hello("organiser", event, null, null);
          Talk runs =
              Talk.open(server.base(), presenter.cookie()).hello("organiser", event, null, null);
          Talk remote = Talk.link(server.base(), URI.create(links.getString("remote")));
          Talk stage = Talk.link(server.base(), URI.create(links.getString("stage")))) {
        JsonObject first = boss.hear("organiserSnapshot");
        String poll = first.getJsonArray("runOrder").getJsonObject(0).getString("id");
        String code = first.getJsonObject("event").getString("code");
        try (Talk phone = Talk.attendee(server.base(), new Browser(server.base()).join(code))) {
          for (Talk talk : new Talk[] {reads, stage, phone}) talk.hear("welcome");
          boss.say(command("noteActivity", 1, poll).put("notes", WORDS));
          assertEquals(1L, boss.hear("done").getLong("ref"));
          for (Talk talk : new Talk[] {boss, runs, remote}) {
            talk.say(command("getNotes", 2, poll));
            assertEquals(WORDS, talk.hear("notes").getString("notes"));
          }
          for (Talk talk : new Talk[] {reads, stage, phone}) {
            talk.say(command("getNotes", 2, poll));
            assertEquals("notAllowed", talk.hear("error").getString("code"));
          }
          boss.say(command("openActivity", 3, poll).put("rev", 2));
          assertEquals(3L, boss.hear("done").getLong("ref"));
          for (Talk talk : new Talk[] {reads, stage, phone}) {
            talk.hear(m -> m.encode().contains("\"state\":\"open\""), "the open poll");
          }
          for (Talk talk : new Talk[] {reads, stage, phone}) {
            assertFalse(talk.everything().contains(TELLING), talk.everything());
          }
        }
        String copy = owner.post("/api/v1/events/" + event + "/duplicate", new JsonObject()).body();
        String file = owner.get("/api/v1/events/" + event + "/export.json").body();
        assertTrue(file.contains(TELLING), file);
        assertFalse(
            owner.get("/api/v1/events/" + event + "/results.json").body().contains(TELLING));
        assertFalse(owner.get("/api/v1/events/" + event + "/results.csv").body().contains(TELLING));
        String imported = owner.post("/api/v1/events/import", new JsonObject(file)).body();
        for (String made : new String[] {copy, imported}) {
          String id = new JsonObject(made).getString("id");
          assertTrue(
              owner.get("/api/v1/events/" + id + "/export.json").body().contains(TELLING), made);
        }
      }
    }
  }

  private static JsonObject command(String type, long ref, String activity) {
    return new JsonObject().put("type", type).put("ref", ref).put("activity", activity);
  }

  private static Browser staff(TestServer server, Browser owner, String event, String role) {
    return Conferences.accept(
        new Browser(server.base()),
        Conferences.invite(owner, event, role),
        role + "@plenary.example");
  }
}
