package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.TestServer;
import io.plenary.identity.Action;
import io.plenary.kinds.AllKinds;
import io.plenary.protocol.Golden;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every message by those who stand in no column of roles.md: who said no hello, and the organiser
 * of another event. Which there are says the codec, which reads no other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryMessageTest {
  /** What needs no right: it says who one is, that one is there, or where one stands oneself. */
  private static final Set<String> OPEN = Set.of("hello", "ping");

  private TestServer server;
  private Browser owner;
  private Browser stranger;
  private String event;
  private String elsewhere;
  private JsonObject seen;

  @BeforeAll
  void people(@TempDir Path data) {
    server = TestServer.start(data);
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
    event = Conferences.of(owner, "One");
    elsewhere = Conferences.of(owner, "Elsewhere");
    stranger =
        Conferences.accept(
            new Browser(server.base()),
            Conferences.invite(owner, elsewhere, "organiser"),
            "organiser@plenary.example");
    seen = snapshot();
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
      talk.hear("welcome");
      talk.say(
          new JsonObject()
              .put("type", "noteActivity")
              .put("ref", 1)
              .put("activity", seen.getJsonArray("runOrder").getJsonObject(0).getString("id"))
              .put("notes", "for those who run it"));
      assertNull(talk.answer(1).getString("code"));
    }
    seen = snapshot();
  }

  @AfterAll
  void end() {
    server.close();
  }

  private JsonObject snapshot() {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
      JsonObject snapshot = talk.hear("organiserSnapshot");
      return new JsonObject()
          .put("room", snapshot.getJsonObject("room"))
          .put("event", snapshot.getJsonObject("event"))
          .put("runOrder", snapshot.getJsonArray("runOrder"))
          .put("alwaysOn", snapshot.getJsonArray("alwaysOn"));
    }
  }

  /** Each of them needs a right under its own name, but for those of which it is said above. */
  @Test
  void everyMessageNeedsARightAndHasAnExample() {
    Set<String> rights =
        Arrays.stream(Action.values()).map(Action::wire).collect(Collectors.toSet());
    Set<String> examples =
        Golden.files("client").values().stream()
            .map(message -> message.get("type").asText())
            .collect(Collectors.toSet());
    Set<String> types = new TreeSet<>();
    AllKinds.REGISTRY.codec().clientTypes().forEach(type -> types.add(type.type()));
    assertEquals(new TreeSet<>(examples), types);
    types.removeAll(rights);
    assertEquals(new TreeSet<>(OPEN), types);
  }

  @Test
  void nothingIsDoneForWhoSaidNoHello() {
    for (JsonNode golden : Golden.files("client").values()) {
      if (golden.get("type").asText().equals("hello")) continue;
      try (Talk talk = Talk.open(server.base(), stranger.cookie())) {
        JsonObject answer = talk.say(aimed(golden)).hear(message -> true, "any answer");
        assertEquals("helloFirst", answer.getString("code"), golden + ": " + answer);
      }
    }
  }

  @Test
  void theOrganiserOfAnotherEventReachesNothingHere() {
    int refused = 0;
    for (JsonNode golden : Golden.files("client").values()) {
      JsonObject message = aimed(golden);
      boolean here = message.getValue("activity") != null || message.getValue("room") != null;
      if (!here || message.getString("type").equals("hello")) continue;
      try (Talk talk = Talk.open(server.base(), stranger.cookie())) {
        talk.hello("organiser", elsewhere, null, null).hear("welcome");
        talk.say(message);
        if (message.containsKey("ref")) {
          JsonObject answer = talk.answer(message.getLong("ref"));
          // There are no notes with what their event does not have.
          boolean none =
              "".equals(answer.getString("notes"))
                  || JsonArray.of().equals(answer.getJsonArray("done"))
                  || Boolean.FALSE.equals(message.getValue("on")); // to watch no longer
          assertTrue(none || answer.getString("code") != null, message + ": " + answer);
          refused++;
        } else {
          talk.say(new JsonObject().put("type", "ping")).hear("pong");
        }
      }
    }
    assertTrue(refused > 20, "refused: " + refused);
    assertEquals(seen, snapshot(), "as before");
  }

  /** At what there is in the event, on the revision that it has. */
  private JsonObject aimed(JsonNode golden) {
    JsonObject message = new JsonObject(golden.toString());
    JsonArray order = seen.getJsonArray("runOrder");
    JsonObject poll = order.getJsonObject(0);
    if (message.getValue("activity") != null) message.put("activity", poll.getString("id"));
    if (message.containsKey("room")) {
      message.put("room", seen.getJsonObject("room").getString("id"));
    }
    if (message.containsKey("rev")) message.put("rev", poll.getLong("rev"));
    return message;
  }
}
