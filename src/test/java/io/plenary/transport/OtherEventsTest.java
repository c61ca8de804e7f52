package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.TestServer;
import io.plenary.protocol.Golden;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to one event is worth nothing at another. */
class OtherEventsTest {
  private static final String EMAIL = "organiser@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";

  @Test
  void nothingOfOneEventWorksInAnother(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser organiser = new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
      JsonObject mine = new Browser(server.base()).join(server.code());
      String here = mine.getJsonObject("event").getString("id");
      String other = new JsonObject(organiser.post("/api/v1/events/" + here + "/duplicate", new JsonObject()).body()).getString("id");
      JsonObject links = new JsonObject(organiser.get("/api/v1/events/" + other + "/links").body());
      String room = links.getJsonArray("rooms").getJsonObject(0).getString("id");

      try (Talk talk = Talk.open(server.base(), null).hello("attendee", other, null, mine.getString("token"))) {
        assertEquals(4003, talk.closedWith(), "a token of another event");
      }
      for (String kind : new String[] {"stage", "remote"}) {
        try (Talk talk = Talk.open(server.base(), null).hello(kind, other, room, server.link(kind).getFragment())) {
          assertEquals(4003, talk.closedWith(), "a link of another event");
        }
        String crossed = server.link(kind.equals("stage") ? "remote" : "stage").getFragment();
        try (Talk talk = Talk.open(server.base(), null).hello(kind, here, server.link(kind).getPath().split("/")[3], crossed)) {
          assertEquals(4003, talk.closedWith(), "a link of another kind");
        }
      }
      try (Talk owner = Talk.open(server.base(), organiser.cookie()).hello("organiser", other, null, null);
          Talk phone = Talk.attendee(server.base(), mine); Talk remote = Talk.link(server.base(), server.link("remote"))) {
        JsonObject poll = owner.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
        owner.say(new JsonObject().put("type", "openPoll").put("ref", 1).put("poll", poll.getString("id")).put("rev", poll.getInteger("rev")))
            .hear("done");
        JsonObject refused = phone.say(vote(poll)).hear("voteRefused");
        assertEquals("unknownPoll", refused.getString("code"));
        remote.hear("organiserSnapshot");
        assertEquals("unknownPoll", remote.say(new JsonObject().put("type", "lockPoll").put("ref", 2).put("poll", poll.getString("id"))
            .put("rev", poll.getInteger("rev") + 1)).hear("error").getString("code"));
      }
    }
  }

  private static JsonObject vote(JsonObject poll) {
    return new JsonObject(Golden.files("client").get("castVote-single.json").toString()).put("poll", poll.getString("id"))
        .put("choice", new JsonArray().add(poll.getJsonArray("options").getJsonObject(0).getString("id")));
  }
}
