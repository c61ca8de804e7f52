package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.Beside;
import io.plenary.TestServer;
import io.plenary.identity.Action;
import io.plenary.identity.RolesTable;
import io.plenary.protocol.Golden;
import io.plenary.words.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every line of roles.md, tried over the wire by every role, in a room that is given and in one
 * that is not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {
  /**
   * The method and what follows the event's id; of the last two organisers, the one that may, does
   * them last.
   */
  private static final Map<Action, List<String>> ROUTES =
      Map.of(
          Action.MANAGE_STAFF,
              List.of(
                  "GET /staff",
                  "POST /staff/nobody",
                  "DELETE /staff/nobody",
                  "POST /invitations",
                  "DELETE /invitations/none"),
          Action.READ_LINKS, List.of("GET /links"),
          Action.MANAGE_LINKS, List.of("POST /rooms/none/links/stage"),
          Action.EXPORT_EVENT,
              List.of(
                  "GET /export.json",
                  "GET /results.csv",
                  "GET /results.json",
                  "GET /activities/none/results.csv",
                  "HEAD /results.csv",
                  "GET /results.xlsx",
                  "GET /report",
                  "GET /questions.csv",
                  "GET /questions.json?public",
                  "GET /rooms/none/questions.csv?public"),
          Action.SHARE_REPORT,
              List.of("GET /report/link", "POST /report/link", "DELETE /report/link"),
          Action.DUPLICATE_EVENT, List.of("POST /duplicate"),
          Action.ARCHIVE_EVENT, List.of("POST /archive"),
          Action.DELETE_EVENT, List.of("DELETE "));

  private static final RolesTable TABLE = RolesTable.read();

  /** New connections after so many messages: one may not send more than a hundred at once. */
  private static final int FRESH = 10;

  private final Map<Role, Browser> browsers = new EnumMap<>(Role.class);
  private final Map<Role, Talk> talks = new EnumMap<>(Role.class);
  private final Map<Role, JsonObject> welcomes = new EnumMap<>(Role.class);
  private TestServer server;
  private Browser owner;
  private String event;
  private JsonObject links;
  private JsonObject given;
  private JsonObject other;

  @BeforeAll
  void people(@TempDir Path data) {
    server = TestServer.start(data);
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
    event = Conferences.of(owner, "One", "Two");
    JsonArray rooms = Conferences.rooms(owner, event);
    links = rooms.getJsonObject(0);
    given = room(links);
    other = room(rooms.getJsonObject(1));
    for (Role role : Role.staff()) {
      String[] only = role == Role.ORGANISER ? new String[0] : new String[] {given.getString("id")};
      browsers.put(
          role,
          Conferences.accept(
              new Browser(server.base()),
              Conferences.invite(owner, event, role.wire(), only),
              role.wire() + "@plenary.example"));
    }
    browsers.put(Role.ATTENDEE, new Browser(server.base()));
    for (Role role : Role.values()) connect(role);
  }

  private void connect(Role role) {
    Talk talk =
        switch (role) {
          case REMOTE, STAGE -> Talk.link(server.base(), URI.create(links.getString(role.wire())));
          case ATTENDEE ->
              Talk.attendee(
                  server.base(), new Browser(server.base()).join(given.getString("code")));
          default ->
              Talk.open(server.base(), browsers.get(role).cookie())
                  .hello("organiser", event, null, null);
        };
    Talk before = talks.put(role, talk);
    if (before != null) before.close();
    welcomes.put(role, talk.hear("welcome"));
  }

  @AfterAll
  void end() {
    talks.values().forEach(Talk::close);
    server.close();
  }

  /** Id of a room, of its poll with its first option, and the event's code. */
  private JsonObject room(JsonObject link) {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie())
            .hello("organiser", event, link.getString("id"), null)) {
      JsonObject snapshot = talk.hear("organiserSnapshot");
      JsonObject poll = snapshot.getJsonArray("runOrder").getJsonObject(0);
      return new JsonObject()
          .put("id", link.getString("id"))
          .put("poll", poll.getString("id"))
          .put("code", snapshot.getJsonObject("event").getString("code"))
          .put("option", poll.getJsonArray("options").getJsonObject(0).getString("id"));
    }
  }

  @Test
  void welcomeSaysWhatOneMay() {
    for (Role role : Role.values()) {
      JsonObject welcome = welcomes.get(role);
      assertEquals(role.wire(), welcome.getString("role"));
      List<String> may =
          Arrays.stream(Action.values()).filter(a -> TABLE.may(role, a)).map(Action::wire).toList();
      assertEquals(
          Role.staff().contains(role) ? new JsonArray(may) : null, welcome.getJsonArray("may"));
      boolean some = role == Role.MODERATOR || role == Role.PRESENTER;
      assertEquals(
          some ? JsonArray.of(given.getString("id")) : null, welcome.getJsonArray("rooms"));
    }
    for (Role role : new Role[] {Role.MODERATOR, Role.PRESENTER}) {
      try (Talk talk =
          Talk.open(server.base(), browsers.get(role).cookie())
              .hello("organiser", event, other.getString("id"), null)) {
        assertEquals(4010, talk.closedWith(), "a room that is not given");
      }
    }
  }

  @Test
  void everyMessageIsRefusedOrNotAsTheTableSays() {
    int refused =
        everyMessage(
            () -> {
              for (Role role : Role.values()) connect(role);
              return talks.entrySet().stream()
                  .map(e -> new Speaker(e.getKey(), e.getValue()))
                  .toList();
            });
    assertTrue(refused > 100, "refused: " + refused);
  }

  /** Who owns the server may not vote or ask either. */
  @Test
  void theOwnerIsRefusedExactlyWhatAnOrganiserIs() {
    List<Talk> opened = new ArrayList<>();
    int refused =
        everyMessage(
            () -> {
              Talk talk = Talk.open(server.base(), owner.cookie());
              talk.hello("organiser", event, null, null);
              opened.add(talk);
              JsonObject welcome = talk.hear("welcome");
              for (String key : List.of("role", "may", "rooms")) {
                assertEquals(welcomes.get(Role.ORGANISER).getValue(key), welcome.getValue(key));
              }
              return List.of(new Speaker(Role.ORGANISER, talk));
            });
    opened.forEach(Talk::close);
    assertTrue(refused >= 10, "two rooms, five messages of participants: " + refused);
  }

  private record Speaker(Role role, Talk talk) {}

  /**
   * Said by each of them in both rooms, and refused or not as the table says; how often it was.
   *
   * @param fresh opens new connections
   */
  private int everyMessage(Supplier<List<Speaker>> fresh) {
    Set<Action> tried = EnumSet.noneOf(Action.class);
    List<Speaker> speakers = List.of();
    int refused = 0;
    for (JsonNode golden : Golden.files("client").values()) {
      Action action = GoldenMessages.action(golden.get("type").asText());
      if (action == null) continue;
      if (tried.size() % FRESH == 0) speakers = fresh.get();
      tried.add(action);
      for (Speaker speaker : speakers) {
        Role role = speaker.role;
        for (JsonObject room : List.of(given, other)) {
          boolean may =
              TABLE.may(role, action)
                  && (room == given || role == Role.ORGANISER || role == Role.ATTENDEE);
          JsonObject message = GoldenMessages.aimed(golden, room);
          JsonObject answer = GoldenMessages.answer(speaker.talk, message);
          assertEquals(
              !may,
              "notAllowed".equals(answer.getString("code")),
              role + " " + action + (room == given ? " here: " : " there: ") + answer);
          if (!may) refused++;
        }
      }
    }
    Set<Action> left = EnumSet.complementOf(EnumSet.copyOf(tried));
    left.removeAll(ROUTES.keySet());
    assertEquals(
        Set.of(), left, "every message has a golden file, and every golden message was tried");
    return refused;
  }

  /** Commands for all kinds give nobody more of what stands beside the run order. */
  @Test
  void questionsAreOpenedByNoCommandForAllKinds() {
    for (Role role : Role.values()) {
      JsonObject questions = questions();
      for (String type :
          List.of(
              "openActivity",
              "lockActivity",
              "showResults",
              "moveActivity",
              "duplicateActivity",
              "editActivity",
              "deleteActivity")) {
        JsonObject message = new JsonObject(Golden.files("client").get(type + ".json").toString());
        message.put("activity", questions.getString("id"));
        if (message.containsKey("rev")) message.put("rev", questions.getLong("rev"));
        if (message.containsKey("after")) message.putNull("after");
        JsonObject answer = GoldenMessages.answer(talks.get(role), message);
        String refused =
            !TABLE.may(role, GoldenMessages.action(type))
                ? "notAllowed"
                : type.equals("editActivity") ? "badDraft" : "wrongState";
        assertEquals(refused, answer.getString("code"), role + " " + type + ": " + answer);
      }
      assertEquals(questions, questions());
    }
  }

  private JsonObject questions() {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie())
            .hello("organiser", event, given.getString("id"), null)) {
      return Beside.questions(talk.hear("organiserSnapshot"));
    }
  }

  @Test
  void everyRouteIsRefusedOrNotAsTheTableSays() {
    ROUTES.forEach(
        (action, routes) -> {
          if (action == Action.DELETE_EVENT) return;
          for (String route : routes) {
            browsers.forEach((role, browser) -> routed(action, route, role, browser, event));
          }
        });
    String copy =
        Conferences.made(
                browsers
                    .get(Role.ORGANISER)
                    .post("/api/v1/events/" + event + "/duplicate", new JsonObject()))
            .getString("id");
    assertEquals(
        404,
        status(browsers.get(Role.MODERATOR), "DELETE ", copy),
        "who is none of its people sees no such event");
    assertEquals(403, status(browsers.get(Role.MODERATOR), "DELETE ", event));
    assertEquals(403, status(browsers.get(Role.PRESENTER), "DELETE ", event));
    assertEquals(401, status(browsers.get(Role.ATTENDEE), "DELETE ", event));
    assertEquals(204, status(browsers.get(Role.ORGANISER), "DELETE ", copy), "its own copy");
    assertEquals(
        403,
        status(browsers.get(Role.ORGANISER), "GET /nowhere", event),
        "what stands in no table is nobody's");
  }

  @Test
  void presentersReadTheLinksOfTheirRoomsOnly() {
    for (Role role : List.of(Role.PRESENTER, Role.ORGANISER)) {
      JsonObject read =
          new JsonObject(browsers.get(role).get("/api/v1/events/" + event + "/links").body());
      assertEquals(
          role == Role.PRESENTER ? JsonArray.of(links) : Conferences.rooms(owner, event),
          read.getJsonArray("rooms"));
    }
    String remote =
        new JsonObject(
                browsers.get(Role.PRESENTER).get("/api/v1/events/" + event + "/links").body())
            .getJsonArray("rooms")
            .getJsonObject(0)
            .getString("remote");
    try (Talk talk = Talk.link(server.base(), URI.create(remote))) {
      assertEquals("remote", talk.hear("welcome").getString("role"));
    }
  }

  private void routed(Action action, String route, Role role, Browser browser, String at) {
    int status = status(browser, route, at);
    int refusal = role == Role.ATTENDEE ? 401 : 403;
    assertEquals(!TABLE.may(role, action), status == refusal, role + " " + route + ": " + status);
  }

  private static int status(Browser browser, String route, String event) {
    String[] parts = route.split(" ", 2);
    String path = "/api/v1/events/" + event + parts[1];
    return switch (parts[0]) {
      case "GET" -> browser.get(path).statusCode();
      case "DELETE" -> browser.delete(path).statusCode();
      case "HEAD" ->
          browser
              .send(
                  browser
                      .request(path)
                      .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()))
              .statusCode();
      default -> browser.post(path, new JsonObject()).statusCode();
    };
  }
}
