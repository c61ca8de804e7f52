package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several organisers do in the same moment. */
class ManyAtOnceTest {
  private static final String LIMIT = "limitReached";
  private static final String TAKEN = "badDraft";

  /** What each of some desks was told that made a room at once, sorted: a type, or a code. */
  private static List<String> makeAtOnce(List<Talk> desks, int ref, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      desks
          .get(i)
          .say(
              new JsonObject().put("type", "createRoom").put("ref", ref).put("name", names.get(i)));
    }
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      JsonObject answer = desks.get(i).answer(ref);
      answers.add(answer.getString("code", answer.getString("type")));
    }
    Collections.sort(answers);
    return answers;
  }

  private static JsonObject poll(String room, int ref) {
    JsonArray options =
        JsonArray.of(new JsonObject().put("text", "Yes"), new JsonObject().put("text", "No"));
    return new JsonObject()
        .put("type", "createActivity")
        .put("ref", ref)
        .put("kind", "poll")
        .put("room", room)
        .putNull("after")
        .put(
            "draft",
            new JsonObject()
                .put("question", "Ready?")
                .put("options", options)
                .put("maxChoices", 1)
                .putNull("abstain")
                .put("results", "stage"));
  }

  @Test
  @DisplayName("O21 ninety-nine polls in a room and four more at once are a hundred")
  void activities(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String event = Conferences.of(owner, "Hall");
      List<Talk> desks = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        desks.add(Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null));
        desks.get(i).hear("organiserSnapshot");
      }
      String room =
          desks.get(0).all("organiserSnapshot").get(0).getJsonObject("room").getString("id");
      for (int i = 0; i < 98; i++) {
        desks.get(0).say(poll(room, 100 + i));
        assertEquals("done", desks.get(0).answer(100 + i).getString("type"));
      }
      desks.forEach(desk -> desk.say(poll(room, 1)));
      List<String> answers = new ArrayList<>();
      for (Talk desk : desks) {
        JsonObject answer = desk.answer(1);
        answers.add(answer.getString("code", answer.getString("type")));
      }
      Collections.sort(answers);
      assertEquals(List.of("done", LIMIT, LIMIT, LIMIT), answers);
      desks.forEach(Talk::close);
    }
  }

  @Test
  @DisplayName(
      "O21 nineteen rooms and four adds at once are twenty; the same name four times at once is one"
          + " room; the event is duplicated after")
  void rooms(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      Browser owner =
          new Browser(server.base())
              .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      String[] names = IntStream.range(0, 18).mapToObj(i -> "Hall " + i).toArray(String[]::new);
      String event = Conferences.of(owner, names);
      List<Talk> desks = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        desks.add(Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null));
        desks.get(i).hear("organiserSnapshot");
      }
      assertEquals(
          List.of(TAKEN, TAKEN, TAKEN, "done"),
          makeAtOnce(desks, 1, List.of("Annexe", "annexe", "ANNEXE", "Annexe")));
      assertEquals(
          List.of("done", LIMIT, LIMIT, LIMIT),
          makeAtOnce(desks, 2, List.of("East", "North", "South", "West")));
      desks.forEach(Talk::close);
      assertEquals(20, Conferences.rooms(owner, event).size());
      Conferences.made(owner.post("/api/v1/events/" + event + "/duplicate", new JsonObject()));
    }
  }
}
