package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.TestServer;
import io.plenary.identity.Action;
import io.plenary.identity.Permissions;
import io.plenary.identity.Role;
import io.plenary.protocol.Golden;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every role tries every command over a real connection: what the table does not give it is refused, by name, and changes nothing. */
class RolesTest {
  private static final String EMAIL = "organiser@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";

  @Test
  void nobodyDoesMoreThanTheTableSays(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser organiser = new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
      JsonObject person = new Browser(server.base()).join(server.code());
      String event = person.getJsonObject("event").getString("id");
      Map<Role, Talk> talks = new EnumMap<>(Role.class);
      talks.put(Role.ATTENDEE, Talk.attendee(server.base(), person));
      talks.put(Role.STAGE, Talk.link(server.base(), server.link("stage")));
      talks.put(Role.REMOTE, Talk.link(server.base(), server.link("remote")));
      talks.put(Role.ORGANISER, Talk.open(server.base(), organiser.cookie()).hello("organiser", event, null, null));
      JsonObject before = talks.get(Role.ORGANISER).hear("organiserSnapshot");
      talks.forEach((role, talk) -> {
        if (role != Role.ORGANISER) talk.hear("welcome");
      });

      Set<Action> tried = EnumSet.noneOf(Action.class);
      int refused = 0;
      for (JsonNode golden : Golden.files("client").values()) {
        Action action = action(golden.get("type").asText());
        if (action == null) continue;
        tried.add(action);
        for (Map.Entry<Role, Talk> who : talks.entrySet()) {
          if (Permissions.may(who.getKey(), action)) continue;
          JsonObject answer = who.getValue().say(aimed(golden, before)).hear("error");
          assertEquals("notAllowed", answer.getString("code"), who.getKey() + " " + action);
          assertEquals(golden.get("ref").asInt(), answer.getInteger("ref"));
          refused++;
        }
      }
      assertEquals(EnumSet.allOf(Action.class), tried, "every command has a golden message");
      assertTrue(refused > 30, "refused: " + refused);
      try (Talk again = Talk.open(server.base(), organiser.cookie()).hello("organiser", event, null, null)) {
        assertEquals(before.getInteger("version"), again.hear("organiserSnapshot").getInteger("version"), "nothing changed");
      }
      talks.values().forEach(Talk::close);
    }
  }

  /** Null when the message is no command. */
  private static Action action(String type) {
    String name = type.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return Arrays.stream(Action.values()).filter(a -> a.name().equals(name)).findFirst().orElse(null);
  }

  /** At what there is in the event, so that only the role stands in the way. */
  private static JsonObject aimed(JsonNode golden, JsonObject snapshot) {
    JsonObject message = new JsonObject(golden.toString());
    JsonObject poll = snapshot.getJsonArray("runOrder").getJsonObject(0);
    if (message.containsKey("poll")) message.put("poll", poll.getString("id"));
    if (message.containsKey("room")) message.put("room", snapshot.getJsonObject("room").getString("id"));
    if (message.containsKey("rev")) message.put("rev", poll.getInteger("rev"));
    if (message.getString("type").equals("castVote")) {
      message.put("choice", new JsonArray().add(poll.getJsonArray("options").getJsonObject(0).getString("id"))).put("abstain", false);
    }
    return message;
  }

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
        JsonObject refused = phone.say(aimed(Golden.files("client").get("castVote-single.json"),
            new JsonObject().put("runOrder", new JsonArray().add(poll)))).hear("voteRefused");
        assertEquals("unknownPoll", refused.getString("code"));
        remote.hear("organiserSnapshot");
        assertEquals("unknownPoll", remote.say(new JsonObject().put("type", "lockPoll").put("ref", 2).put("poll", poll.getString("id"))
            .put("rev", poll.getInteger("rev") + 1)).hear("error").getString("code"));
      }
    }
  }
}
