package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of an event, as everybody at it hears of it. */
class EventEndTest {
  private static TestServer server;
  private static Browser owner;
  private long refs = 100;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data, "--grace=0s");
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private JsonObject ask(Talk talk, JsonObject message) {
    long ref = ++refs;
    talk.say(message.put("ref", ref));
    return talk.hear(m -> Long.valueOf(ref).equals(m.getLong("ref")), "an answer to " + message);
  }

  private void done(Talk talk, JsonObject message) {
    JsonObject answer = ask(talk, message);
    assertEquals("done", answer.getString("type"), message + " -> " + answer);
  }

  private static JsonObject of(String type) {
    return new JsonObject().put("type", type);
  }

  private JsonObject snapshot(Floor floor) {
    try (Talk fresh =
        Talk.open(server.base(), owner.cookie()).hello("organiser", floor.event, null, null)) {
      return fresh.hear("organiserSnapshot");
    }
  }

  private JsonObject life(Floor floor, String type) {
    return of(type).put("rev", snapshot(floor).getJsonObject("event").getLong("rev"));
  }

  private static JsonObject poll(JsonObject snapshot) {
    return snapshot.getJsonArray("runOrder").getJsonObject(0);
  }

  private JsonObject vote(JsonObject poll, String id, int seq) {
    return of("castVote")
        .put("activity", poll.getString("id"))
        .put("round", poll.getLong("round"))
        .put("vote", "vote-of-a-phone-" + id)
        .put("seq", seq)
        .put("heldMs", 0)
        .put(
            "answer",
            new JsonArray().add(poll.getJsonArray("options").getJsonObject(0).getString("id")))
        .put("abstain", false);
  }

  /** Opens the poll, and gives it as it stands then. */
  private JsonObject opened(Floor floor, String results) {
    JsonObject poll = poll(snapshot(floor));
    done(
        floor.organiser,
        of("openActivity").put("activity", poll.getString("id")).put("rev", poll.getLong("rev")));
    poll = poll(snapshot(floor));
    done(
        floor.organiser,
        of("showResults")
            .put("activity", poll.getString("id"))
            .put("rev", poll.getLong("rev"))
            .put("results", results));
    return poll(snapshot(floor));
  }

  @Test
  @DisplayName(
      "E11: one command ends the event for all: nobody can vote or ask, and everybody is told")
  void ends() {
    try (Floor floor = new Floor(server, owner, new JsonObject());
        Talk stage = floor.stage();
        Talk phone = floor.phone()) {
      JsonObject poll = opened(floor, "everyone");
      assertEquals("voteCounted", ask(phone, vote(poll, "a1", 1)).getString("type"));
      done(floor.organiser, life(floor, "endEvent"));

      JsonObject told = phone.hear(m -> m.containsKey("over"), "that it is over");
      assertEquals(new JsonObject().put("by", "end").put("results", 0), told.getJsonObject("over"));
      JsonObject shown = stage.hear(m -> m.containsKey("ended"), "goodbye on stage");
      assertEquals(true, shown.getBoolean("ended"));
      assertEquals("join", shown.getString("view"));
      JsonObject desk = snapshot(floor);
      assertEquals("ended", desk.getJsonObject("event").getString("phase"));
      assertEquals("locked", poll(desk).getString("state"));

      JsonObject late = ask(phone, vote(poll, "a2", 2));
      assertEquals("voteRefused", late.getString("type"), late.toString());
      assertEquals("tooLate", late.getString("code"));
      JsonObject unasked = ask(phone, floor.question(floor.phoneId(), "And the library?", null));
      assertEquals("questionRefused", unasked.getString("type"), unasked.toString());
      assertEquals("notAsking", unasked.getString("code"));

      JsonObject again =
          ask(
              floor.organiser,
              of("openActivity")
                  .put("activity", poll.getString("id"))
                  .put("rev", poll(desk).getLong("rev")));
      assertEquals("wrongState", again.getString("code"), again.toString());
      assertTrue(again.getString("message").contains("Reopen the event first"), again.toString());

      try (Talk newcomer = floor.phone()) {
        // A snapshot comes before what floor.phone() waits for.
        assertTrue(
            newcomer.all("attendeeSnapshot").get(0).containsKey("over"), "new joiners read it");
      }
    }
  }

  @Test
  @DisplayName("E11: reopened, the poll is open again, its votes stand, and the phone can vote")
  void reopens() {
    try (Floor floor = new Floor(server, owner, new JsonObject());
        Talk phone = floor.phone()) {
      JsonObject poll = opened(floor, "everyone");
      ask(phone, vote(poll, "b1", 1));
      done(floor.organiser, life(floor, "endEvent"));
      done(floor.organiser, life(floor, "reopenEvent"));
      JsonObject desk = snapshot(floor);
      assertNull(desk.getJsonObject("event").getString("phase"));
      assertEquals("open", poll(desk).getString("state"));
      assertEquals("open", Beside.questions(desk).getString("state"));
      assertEquals("voteCounted", ask(phone, vote(poll(desk), "b2", 2)).getString("type"));
      assertEquals(1, poll(snapshot(floor)).getJsonObject("tally").getInteger("answers"));
    }
  }

  @Test
  @DisplayName("C9: when all is finalised, phones read what everybody was to see, and nothing else")
  void results() {
    for (String results : new String[] {"everyone", "stage", "hidden"}) {
      try (Floor floor = new Floor(server, owner, new JsonObject());
          Talk phone = floor.phone()) {
        JsonObject poll = opened(floor, results);
        ask(phone, vote(poll, "c1", 1));
        done(floor.organiser, life(floor, "endEvent"));
        done(phone, of("getResults"));
        assertEquals(
            new JsonArray(),
            phone.hear("publicResults").getJsonArray("activities"),
            "nothing is final yet");
        done(floor.organiser, life(floor, "finaliseEvent"));
        JsonObject desk =
            floor.organiser.hear(
                m ->
                    m.getString("type").equals("organiserSnapshot")
                        && Boolean.TRUE.equals(poll(m).getBoolean("anonymised")),
                "that it is anonymous");
        assertEquals("finalised", desk.getJsonObject("event").getString("phase"));
        assertEquals("final", Beside.questions(snapshot(floor)).getString("state"));
        int read = results.equals("everyone") ? 1 : 0;
        phone.hear(
            m ->
                m.containsKey("over")
                    && m.getJsonObject("over").getInteger("results") == read
                    && Beside.questions(m).getString("state").equals("final"),
            "how many can be read");
        JsonArray activities = published(phone, read);
        if (read == 0) {
          assertFalse(phone.all("publicResults").toString().contains("Ready in Hall"));
          continue;
        }
        JsonObject shown = activities.getJsonObject(0);
        assertEquals("final", shown.getString("state"));
        assertEquals(1, shown.getJsonObject("tally").getInteger("voted"));
        JsonObject no = ask(floor.organiser, life(floor, "reopenEvent"));
        assertEquals("wrongState", no.getString("code"), no.toString());
      }
    }
  }

  @Test
  @DisplayName("C9: what is finalised while the event goes on is read once it is over, not before")
  void nothingIsReadBeforeItIsOver() {
    try (Floor floor = new Floor(server, owner, new JsonObject());
        Talk phone = floor.phone()) {
      JsonObject poll = opened(floor, "everyone");
      ask(phone, vote(poll, "f1", 1));
      done(
          floor.organiser,
          of("finaliseActivity")
              .put("activity", poll.getString("id"))
              .put("rev", poll(snapshot(floor)).getLong("rev")));
      floor.organiser.hear(
          m ->
              m.getString("type").equals("organiserSnapshot")
                  && Boolean.TRUE.equals(poll(m).getBoolean("anonymised")),
          "that it is anonymous");
      done(phone, of("getResults"));
      assertEquals(new JsonArray(), phone.hear("publicResults").getJsonArray("activities"));
      done(floor.organiser, life(floor, "endEvent"));
      phone.hear(
          m -> m.containsKey("over") && m.getJsonObject("over").getInteger("results") == 1,
          "that it is over");
      published(phone, 1);
    }
  }

  @Test
  @DisplayName("E11: in an event of several rooms each stage shows what is open again")
  void reopensSeveralRooms() {
    String event = Conferences.of(owner, "Hall", "Annexe", "Library");
    JsonArray links = Conferences.rooms(owner, event);
    for (int i = 0; i < 2; i++) {
      String room = links.getJsonObject(i).getString("id");
      try (Talk desk = desk(event, room)) {
        JsonObject poll = poll(desk.hear("organiserSnapshot"));
        done(
            desk,
            of("openActivity")
                .put("activity", poll.getString("id"))
                .put("rev", poll.getLong("rev")));
      }
    }
    String hall = links.getJsonObject(0).getString("id");
    for (String life : new String[] {"endEvent", "reopenEvent"}) {
      try (Talk desk = desk(event, hall)) {
        long rev = desk.hear("organiserSnapshot").getJsonObject("event").getLong("rev");
        done(desk, of(life).put("rev", rev));
      }
    }
    for (int i = 0; i < 2; i++) {
      try (Talk stage =
          Talk.link(server.base(), URI.create(links.getJsonObject(i).getString("stage")))) {
        JsonObject shown = stage.hear("stageSnapshot");
        assertEquals("activity", shown.getString("view"));
        assertEquals("open", shown.getJsonObject("activity").getString("state"));
      }
    }
  }

  private Talk desk(String event, String room) {
    return Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null);
  }

  /** What was read a second ago may be sent again: asked until it is as many as wanted. */
  private JsonArray published(Talk phone, int wanted) {
    JsonArray[] last = {new JsonArray()};
    io.plenary.Waiting.until(
        () -> "published: " + last[0],
        () -> {
          done(phone, of("getResults"));
          last[0] = phone.hear("publicResults").getJsonArray("activities");
          return last[0].size() == wanted;
        });
    return last[0];
  }

  @Test
  @DisplayName(
      "C9: an event whose last day is past says so to who joins, and what is open still works")
  void dates() {
    try (Floor floor = new Floor(server, owner, new JsonObject())) {
      JsonObject event = snapshot(floor).getJsonObject("event");
      String before = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
      done(
          floor.organiser,
          of("editEvent")
              .put("rev", event.getLong("rev"))
              .put(
                  "details",
                  new JsonObject()
                      .put("name", event.getString("name"))
                      .put("startsOn", before)
                      .put("endsOn", before)
                      .put("timeZone", "Europe/London")
                      .put("frameOrigins", new JsonArray())
                      .put("smallGroup", true)));
      try (Talk phone = floor.phone();
          Talk stage = floor.stage()) {
        JsonObject over = phone.all("attendeeSnapshot").get(0).getJsonObject("over");
        assertEquals(new JsonObject().put("by", "dates").put("results", 0), over);
        assertFalse(stage.hear("stageSnapshot").containsKey("ended"), "the stage follows its desk");
        JsonObject poll = opened(floor, "everyone");
        assertEquals("voteCounted", ask(phone, vote(poll, "d1", 1)).getString("type"));
      }
    }
  }
}
