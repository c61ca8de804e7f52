package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.TestServer;
import io.plenary.protocol.Golden;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to one event is worth nothing at another. */
class OtherEventsTest {
  private static final String EMAIL = "organiser@plenary.example";
  private static final String SHARED = "x4c9k2m7p1q8r5t3w6z0";
  private static final String PASSWORD = "a long enough passphrase 7";

  @Test
  void nothingOfOneEventWorksInAnother(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser organiser = new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
      JsonObject mine = new Browser(server.base()).join(server.code());
      String here = mine.getJsonObject("event").getString("id");
      String other =
          new JsonObject(
                  organiser.post("/api/v1/events/" + here + "/duplicate", new JsonObject()).body())
              .getString("id");
      JsonObject links = new JsonObject(organiser.get("/api/v1/events/" + other + "/links").body());
      String room = links.getJsonArray("rooms").getJsonObject(0).getString("id");

      try (Talk talk =
          Talk.open(server.base(), null).hello("attendee", other, null, mine.getString("token"))) {
        assertEquals(4003, talk.closedWith(), "a token of another event");
      }
      for (String kind : new String[] {"stage", "remote"}) {
        try (Talk talk =
            Talk.open(server.base(), null)
                .hello(kind, other, room, server.link(kind).getFragment())) {
          assertEquals(4003, talk.closedWith(), "a link of another event");
        }
        String crossed = server.link(kind.equals("stage") ? "remote" : "stage").getFragment();
        try (Talk talk =
            Talk.open(server.base(), null)
                .hello(kind, here, server.link(kind).getPath().split("/")[3], crossed)) {
          assertEquals(4003, talk.closedWith(), "a link of another kind");
        }
      }
      try (Talk owner =
              Talk.open(server.base(), organiser.cookie()).hello("organiser", other, null, null);
          Talk phone = Talk.attendee(server.base(), mine);
          Talk remote = Talk.link(server.base(), server.link("remote"))) {
        JsonObject poll = owner.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
        owner
            .say(
                new JsonObject()
                    .put("type", "openActivity")
                    .put("ref", 1)
                    .put("activity", poll.getString("id"))
                    .put("rev", poll.getInteger("rev")))
            .hear("done");
        JsonObject refused = phone.say(vote(poll)).hear("voteRefused");
        assertEquals("unknownActivity", refused.getString("code"));
        remote.hear("organiserSnapshot");
        assertEquals(
            "unknownActivity",
            remote
                .say(
                    new JsonObject()
                        .put("type", "lockActivity")
                        .put("ref", 2)
                        .put("activity", poll.getString("id"))
                        .put("rev", poll.getInteger("rev") + 1))
                .hear("error")
                .getString("code"));
      }
    }
  }

  /**
   * Clients choose ids, and every phone sees those of its room: an organiser may take the one of a
   * poll that stands in another event.
   */
  @Test
  @DisplayName("O16 two events that hold polls of the same id never show each other's numbers")
  void o16_pollsOfTheSameIdInTwoEventsAreTwo(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser organiser = new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
      String[] events = {Conferences.of(organiser, "Hall A"), Conferences.of(organiser, "Hall B")};
      try (Talk mine = desk(server, organiser, events[0]);
          Talk theirs = desk(server, organiser, events[1])) {
        JsonObject a = opened(mine);
        JsonObject b = opened(theirs);
        try (Talk stageA = stage(server, organiser, events[0]);
            Talk stageB = stage(server, organiser, events[1])) {
          for (int n = 1; n <= 3; n++) vote(server, b, n);
          voted(stageB, 3);
          voted(theirs, 3);
          try (Talk late = desk(server, organiser, events[0])) {
            JsonObject tally =
                late.hear("organiserSnapshot")
                    .getJsonArray("runOrder")
                    .getJsonObject(0)
                    .getJsonObject("tally");
            assertEquals(0, tally.getInteger("answers"), "nobody voted here: " + tally);
          }
          vote(server, a, 1);
          for (Talk here : new Talk[] {stageA, mine}) {
            assertEquals(1, firstVoted(here), "the first number that moves is the own one");
          }
          vote(server, a, 2);
          voted(stageA, 2);
          try (Talk stage = stage(server, organiser, events[1])) {
            assertEquals(
                3,
                stage
                    .hear("stageSnapshot")
                    .getJsonObject("activity")
                    .getJsonObject("tally")
                    .getInteger("answers"));
          }
        }
      }
    }
  }

  private static Talk desk(TestServer server, Browser organiser, String event) {
    return Talk.open(server.base(), organiser.cookie()).hello("organiser", event, null, null);
  }

  private static Talk stage(TestServer server, Browser organiser, String event) {
    return Talk.link(
        server.base(),
        URI.create(Conferences.rooms(organiser, event).getJsonObject(0).getString("stage")));
  }

  /** Join code of the room, once a poll of the id that the other event has, too, is open in it. */
  private static JsonObject opened(Talk desk) {
    JsonObject event = desk.hear("organiserSnapshot");
    JsonArray options =
        new JsonArray()
            .add(new JsonObject().put("id", "yes").put("text", "Yes"))
            .add(new JsonObject().put("id", "no").put("text", "No"));
    desk.say(
        new JsonObject()
            .put("type", "createActivity")
            .put("kind", "poll")
            .put("ref", 1)
            .put("room", event.getJsonObject("room").getString("id"))
            .putNull("after")
            .put("id", SHARED)
            .put(
                "draft",
                new JsonObject()
                    .put("question", "Ready?")
                    .put("options", options)
                    .put("maxChoices", 1)
                    .putNull("abstain")
                    .put("results", "everyone")));
    desk.hear("done");
    desk.say(
            new JsonObject()
                .put("type", "openActivity")
                .put("ref", 2)
                .put("activity", SHARED)
                .put("rev", 1))
        .hear("done");
    return event.getJsonObject("join");
  }

  private static void vote(TestServer server, JsonObject join, int nth) {
    try (Talk phone =
        Talk.attendee(server.base(), new Browser(server.base()).join(join.getString("code")))) {
      JsonObject poll = phone.hear("attendeeSnapshot").getJsonObject("activity");
      phone.say(vote(poll).put("vote", "vote-number-0000" + nth)).hear("voteCounted");
    }
  }

  private static void voted(Talk talk, int wanted) {
    talk.hear(
        m ->
            "tally".equals(m.getString("type"))
                && m.getJsonObject("tally").getInteger("answers") == wanted,
        wanted + " votes");
  }

  private static int firstVoted(Talk talk) {
    return talk.hear(
            m ->
                "tally".equals(m.getString("type"))
                    && m.getJsonObject("tally").getInteger("answers") > 0,
            "a vote")
        .getJsonObject("tally")
        .getInteger("answers");
  }

  private static JsonObject vote(JsonObject poll) {
    return new JsonObject(Golden.files("client").get("castVote-single.json").toString())
        .put("activity", poll.getString("id"))
        .put(
            "answer",
            new JsonArray().add(poll.getJsonArray("options").getJsonObject(0).getString("id")));
  }
}
