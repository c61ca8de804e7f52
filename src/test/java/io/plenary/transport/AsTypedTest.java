package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, on every way in: texts are composed, and time zones are names. */
class AsTypedTest {
  private static final String COMPOSED = "Caf\u00e9";
  private static final String DECOMPOSED = "Cafe\u0301";
  private static TestServer server;
  private static Browser owner;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data);
    JsonObject account =
        new JsonObject()
            .put("token", server.setupToken())
            .put("name", DECOMPOSED)
            .put("email", "owner@plenary.example")
            .put("password", Conferences.PASSWORD);
    owner = new Browser(server.base());
    assertEquals(201, owner.post("/api/v1/setup", account).statusCode());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject details(String name, String zone) {
    return new JsonObject()
        .put("name", name)
        .put("startsOn", "2027-03-08")
        .put("endsOn", "2027-03-08")
        .put("timeZone", zone)
        .put("frameOrigins", new JsonArray());
  }

  private static JsonObject file(JsonObject details, String... rooms) {
    JsonArray list = new JsonArray();
    for (String room : rooms) {
      list.add(
          new JsonObject()
              .put("name", room)
              .put("activities", new JsonArray())
              .put("alwaysOn", new JsonArray()));
    }
    return new JsonObject()
        .put("format", "plenary-event")
        .put("version", 2)
        .put("event", details)
        .put("rooms", list);
  }

  private static JsonObject draft(String question, String... options) {
    JsonArray list = new JsonArray();
    for (String option : options) list.add(new JsonObject().put("text", option));
    return new JsonObject()
        .put("question", question)
        .put("options", list)
        .put("maxChoices", 1)
        .putNull("abstain")
        .put("results", "stage");
  }

  private static void refused(HttpResponse<String> answer, String said) {
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(said), answer.body());
  }

  private static JsonObject command(Talk desk, JsonObject message) {
    desk.say(message.put("ref", 9));
    return desk.hear(m -> Integer.valueOf(9).equals(m.getInteger("ref")), "the answer");
  }

  @Test
  @DisplayName("R5 names of accounts and events are composed")
  void r5_namesOfAccountsAndEvents() {
    assertEquals(COMPOSED, new JsonObject(owner.get("/api/v1/session").body()).getString("name"));
    String event =
        Conferences.made(owner.post("/api/v1/events", details(DECOMPOSED, "UTC"))).getString("id");
    assertTrue(
        new JsonObject(owner.get("/api/v1/events").body())
            .getJsonArray("events").stream()
                .map(JsonObject.class::cast)
                .anyMatch(
                    e -> e.getString("id").equals(event) && e.getString("name").equals(COMPOSED)));
  }

  @Test
  @DisplayName("R5 a file with rooms or options that read the same is refused")
  void r5_files() {
    refused(
        owner.post("/api/v1/events/import", file(details("x", "UTC"), COMPOSED, DECOMPOSED)),
        "Two rooms are called");
    JsonObject file = file(details("x", "UTC"), "Hall");
    file.getJsonArray("rooms")
        .getJsonObject(0)
        .getJsonArray("activities")
        .add(draft("Where?", COMPOSED, DECOMPOSED).put("kind", "poll"));
    refused(owner.post("/api/v1/events/import", file), "Two options have the same text");
  }

  @Test
  @DisplayName("R5 rooms, options, questions and labels on the wire are composed")
  void r5_messages() {
    try (Floor floor = new Floor(server, owner, new JsonObject().put("check", "after"));
        Talk desk =
            Talk.open(server.base(), owner.cookie()).hello("organiser", floor.event, null, null);
        Talk phone = floor.phone()) {
      JsonObject twins =
          new JsonObject()
              .put("type", "createActivity")
              .put("kind", "poll")
              .put("room", floor.room)
              .putNull("after");
      assertEquals(
          "badDraft",
          command(desk, twins.put("draft", draft("Where?", COMPOSED, DECOMPOSED)))
              .getString("code"));
      assertEquals(
          "done",
          command(desk, new JsonObject().put("type", "createRoom").put("name", DECOMPOSED))
              .getString("type"));
      assertEquals(
          "badDraft",
          command(desk, new JsonObject().put("type", "createRoom").put("name", COMPOSED))
              .getString("code"));
      floor.ask(phone, floor.question(floor.phoneId(), "Is the cafe\u0301 open?", DECOMPOSED));
      JsonObject item = floor.found("caf\u00e9");
      assertEquals(
          List.of("Is the caf\u00e9 open?", COMPOSED),
          List.of(item.getString("text"), item.getString("name")));
      floor.moderate(
          item,
          new JsonObject()
              .put("kind", "label")
              .put("add", JsonArray.of(COMPOSED, DECOMPOSED))
              .put("remove", new JsonArray()));
      assertEquals(JsonArray.of(COMPOSED), floor.found("cafe\u0301").getJsonArray("labels"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GMT+5", "Z", "+05:30", "UTC+3", "SystemV/EST5"})
  @DisplayName("R6 an offset is no time zone, whichever way it comes")
  void r6_offsetsAreRefused(String zone) {
    refused(owner.post("/api/v1/events", details("x", zone)), "like Europe/London");
    refused(
        owner.post("/api/v1/events/import", file(details("x", zone), "Hall")),
        "like Europe/London");
    String event = Conferences.of(owner, "Hall");
    try (Talk desk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, null, null)) {
      desk.hear("organiserSnapshot");
      JsonObject edit =
          new JsonObject()
              .put("type", "editEvent")
              .put("rev", 1)
              .put("details", details("x", zone));
      JsonObject answer = command(desk, edit);
      assertEquals("badDraft", answer.getString("code"), answer.encode());
      assertTrue(answer.getString("message").contains("like Europe/London"), answer.encode());
    }
  }

  @Test
  @DisplayName("R6 the server tells which zones it knows")
  void r6_namesAreTold() {
    JsonArray names = new JsonArray(owner.get("/api/v1/time-zones").body());
    assertTrue(names.contains("Europe/London") && names.contains("UTC"), names::encode);
    assertTrue(
        names.stream().noneMatch(name -> name.toString().startsWith("SystemV/")), names::encode);
    assertEquals(
        201,
        owner.post("/api/v1/events", details("x", names.getString(names.size() - 1))).statusCode());
  }
}
