package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.plenary.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of an event, and the link to what its organisers made public of it. */
class ReportTest {
  private static TestServer server;
  private static Browser owner;
  private final List<Talk> open = new ArrayList<>();

  /** Id of each room's poll and room, by the room's name. */
  private final Map<String, JsonObject> rooms = new HashMap<>();

  private String event;

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

  @BeforeEach
  void event() {
    event = Conferences.of(owner, "Hall", "Annexe");
    for (Object link : Conferences.rooms(owner, event)) look((JsonObject) link);
  }

  private void look(JsonObject link) {
    try (Talk talk = desk(link.getString("id"))) {
      JsonObject snapshot = talk.hear("organiserSnapshot");
      rooms.put(
          link.getString("name"),
          new JsonObject()
              .put("id", link.getString("id"))
              .put("code", snapshot.getJsonObject("join").getString("code"))
              .put("qa", Beside.questions(snapshot).getString("id"))
              .put("poll", snapshot.getJsonArray("runOrder").getJsonObject(0).getString("id")));
    }
  }

  private Talk desk(String room) {
    return Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null);
  }

  @AfterEach
  void leave() {
    open.forEach(Talk::close);
  }

  private String poll(String room) {
    return rooms.get(room).getString("poll");
  }

  private Talk phone(String room) {
    Talk phone =
        Talk.attendee(
            server.base(), new Browser(server.base()).join(rooms.get(room).getString("code")));
    open.add(phone);
    phone.hear("attendeeSnapshot");
    return phone;
  }

  private JsonObject stored(String room) {
    try (Talk talk = desk(rooms.get(room).getString("id"))) {
      return talk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
    }
  }

  private void command(String room, String type) {
    JsonObject poll = stored(room);
    try (Talk talk = desk(rooms.get(room).getString("id"))) {
      talk.hear("organiserSnapshot");
      talk.say(
          new JsonObject()
              .put("type", type)
              .put("ref", 7)
              .put("activity", poll.getString("id"))
              .put("rev", poll.getLong("rev")));
      JsonObject answer = talk.hear(m -> Integer.valueOf(7).equals(m.getInteger("ref")), type);
      assertEquals("done", answer.getString("type"), answer.encode());
    }
  }

  /** Turns them on; gives their id. */
  private String reactions(String room) {
    String id = rooms.get(room).getString("id");
    JsonObject on = new JsonObject().put("type", "editReactions").put("ref", 8).put("room", id);
    try (Talk talk = desk(id)) {
      talk.hear("organiserSnapshot");
      talk.say(on.put("rev", 0).put("on", true));
      talk.hear(m -> Integer.valueOf(8).equals(m.getInteger("ref")), "reactions are on");
    }
    try (Talk talk = desk(id)) {
      return Beside.reactions(talk.hear("organiserSnapshot")).getString("id");
    }
  }

  /** The first of the options, so many times; one more phone is there and does not vote. */
  private void vote(String room, int times) {
    List<Talk> phones = new ArrayList<>();
    for (int i = 0; i <= times; i++) phones.add(phone(room));
    command(room, "openActivity");
    JsonObject poll = stored(room);
    for (int i = 0; i < times; i++) {
      phones
          .get(i)
          .say(
              new JsonObject()
                  .put("type", "castVote")
                  .put("ref", 1)
                  .put("activity", poll.getString("id"))
                  .put("round", poll.getLong("round"))
                  .put("vote", "a-vote-of-this-test-" + i)
                  .put("seq", 1)
                  .put(
                      "answer",
                      JsonArray.of(poll.getJsonArray("options").getJsonObject(0).getString("id")))
                  .put("abstain", false)
                  .put("heldMs", 0))
          .hear("voteCounted");
    }
  }

  private JsonObject report() {
    HttpResponse<String> answer = owner.get("/api/v1/events/" + event + "/report");
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private String link() {
    return "/api/v1/events/" + event + "/report/link";
  }

  private static JsonObject chosen(boolean names, String... activities) {
    return new JsonObject()
        .put("activities", JsonArray.of((Object[]) activities))
        .put("names", names)
        .put("finalOnly", false);
  }

  /** The path of the page, {@code /r/…}. */
  private String share(JsonObject chosen) {
    HttpResponse<String> made = owner.post(link(), chosen);
    assertEquals(200, made.statusCode(), made.body());
    String url = new JsonObject(made.body()).getString("url");
    assertTrue(url.startsWith(server.base() + "/r/"), url);
    return url.substring(server.base().toString().length());
  }

  private static HttpResponse<String> read(String page) {
    return new Browser(server.base()).get(page.replace("/r/", "/api/v1/reports/"));
  }

  private static JsonObject shared(String page) {
    HttpResponse<String> answer = read(page);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("no-store", answer.headers().firstValue("cache-control").orElseThrow());
    unlisted(answer);
    return new JsonObject(answer.body());
  }

  private static void unlisted(HttpResponse<String> answer) {
    assertEquals(
        "noindex, nofollow", answer.headers().firstValue("x-robots-tag").orElse("may be listed"));
  }

  /** Nothing is there: said, or not even said to who has often tried. */
  private static void gone(String page) {
    HttpResponse<String> answer = read(page);
    assertTrue(Set.of(404, 429).contains(answer.statusCode()), answer.body());
    unlisted(answer);
    assertEquals(Set.of("code", "message"), new JsonObject(answer.body()).fieldNames());
  }

  /** The page itself; 503 where the server was built without pages. */
  private static HttpResponse<String> page(int status, String path) {
    HttpResponse<String> answer = new Browser(server.base()).get(path);
    boolean built = ReportTest.class.getResource("/web/report.html") != null;
    assertEquals(built ? status : 503, answer.statusCode());
    unlisted(answer);
    return answer;
  }

  private static List<String> questions(JsonObject report) {
    return report.getJsonArray("activities").stream()
        .map(a -> ((JsonObject) a).getString("question"))
        .toList();
  }

  @Test
  void theReportHasTheNumbersOfTheFilesAndNoBallot() {
    vote("Hall", 3);
    Waiting.until(
        () -> "who is there is noted",
        () -> report().getJsonObject("numbers").getInteger("possible") == 4);
    JsonObject now = report();
    JsonObject hall = now.getJsonArray("activities").getJsonObject(0);
    assertEquals("open", hall.getString("state"));
    assertEquals(
        new JsonObject()
            .put("joined", 4)
            .put("asked", 1)
            .put("finalised", 0)
            .put("votes", 3)
            .put("possible", 4),
        now.getJsonObject("numbers"));
    command("Hall", "lockActivity");
    command("Hall", "finaliseActivity");
    Waiting.until(
        () -> "it is anonymised",
        () -> report().getJsonArray("activities").getJsonObject(0).getValue("receipts") != null);
    JsonObject report = report();
    JsonObject result =
        new JsonObject(owner.get("/api/v1/events/" + event + "/results.json").body())
            .getJsonArray("results")
            .getJsonObject(0);
    JsonObject entry = report.getJsonArray("activities").getJsonObject(0);
    assertEquals(result.getJsonArray("options"), entry.getJsonArray("options"));
    for (String same :
        List.of("id", "room", "question", "state", "base", "connected", "voted", "notVoted")) {
      assertEquals(result.getValue(same), entry.getValue(same), same);
    }
    assertEquals(3, entry.getInteger("receipts"));
    assertFalse(entry.containsKey("ballots"));
    assertEquals(1, entry.getJsonObject("terms").getInteger("maxChoices"));
    assertEquals(
        List.of("Hall", "Annexe"),
        report.getJsonArray("rooms").stream()
            .map(r -> ((JsonObject) r).getString("name"))
            .toList());
    assertEquals(0, report.getJsonArray("rooms").getJsonObject(1).getInteger("votes"));
  }

  @Test
  void nothingIsThereBeforeTheLinkIsMadeNorAfterItIsRevoked() {
    vote("Hall", 3);
    command("Hall", "lockActivity");
    assertNull(new JsonObject(owner.get(link()).body()).getString("url"));
    String guess = "/r/" + event + "a".repeat(25);
    gone(guess);
    gone("/r/" + event);
    page(404, guess);
    String page = share(chosen(false, poll("Hall")));
    assertTrue(page.length() - "/r/".length() - event.length() >= 25, page); // 129 bits
    Waiting.until(() -> "counted to the end", () -> questions(shared(page)).size() == 1);
    HttpResponse<String> shown = page(200, page);
    assertEquals("no-store", shown.headers().firstValue("cache-control").orElseThrow());
    assertEquals(page, share(chosen(true, poll("Hall"))), "changing what it shows keeps the link");
    assertEquals(204, owner.delete(link()).statusCode());
    gone(page);
    page(404, page);
    assertNull(new JsonObject(owner.get(link()).body()).getString("url"));
    String next = share(chosen(false, poll("Hall")));
    assertNotEquals(page, next);
    gone(page);
    assertEquals(200, read(next).statusCode());
    String file = owner.get("/api/v1/events/" + event + "/export.json").body();
    assertFalse(file.contains(next.substring(3 + event.length())), "a file holds the link");
    String copy =
        Conferences.made(owner.post("/api/v1/events/" + event + "/duplicate", new JsonObject()))
            .getString("id");
    assertNull(
        new JsonObject(owner.get("/api/v1/events/" + copy + "/report/link").body())
            .getString("url"));
    assertEquals(204, owner.delete("/api/v1/events/" + event).statusCode());
    gone(next);
  }

  @Test
  void theLinkShowsWhatWasChosenOnceItMovesNoMore() {
    vote("Hall", 3);
    vote("Annexe", 3);
    JsonObject both = chosen(false, poll("Hall"), poll("Annexe"));
    String page = share(both);
    assertEquals(List.of(), questions(shared(page)), "both are open");
    command("Hall", "lockActivity");
    Waiting.until(
        () -> "the hall is counted to the end",
        () -> questions(shared(page)).equals(List.of("Ready in Hall")));
    JsonObject report = shared(page);
    assertNull(report.getJsonObject("numbers").getValue("joined"), "there is another room");
    assertEquals(1, report.getJsonArray("rooms").size());
    assertEquals(3, report.getJsonObject("numbers").getInteger("votes"));
    share(both.copy().put("finalOnly", true));
    assertEquals(List.of(), questions(shared(page)));
    share(chosen(false, poll("Annexe")));
    command("Annexe", "lockActivity");
    Waiting.until(
        () -> "the annexe is counted to the end",
        () -> questions(shared(page)).equals(List.of("Ready in Annexe")));
    command("Annexe", "openActivity");
    Waiting.until(() -> "it is open again", () -> questions(shared(page)).isEmpty());
    command("Annexe", "resetActivity");
    assertEquals(List.of(), questions(shared(page)), "a draft");
    assertEquals(
        400, owner.post(link(), chosen(false, "nosuchthing")).statusCode(), "not of this event");
    assertEquals(400, owner.post(link(), chosen(false, reactions("Hall"))).statusCode(), "no part");
    assertEquals(400, owner.post(link(), new JsonObject()).statusCode());
  }

  @Test
  void whoTriesManyLinksHasToWaitAndWhoHasOneDoesNot() {
    String page = share(chosen(false));
    int slowed = 0;
    for (int i = 0; i < 60; i++) {
      HttpResponse<String> wrong = read("/r/" + event + "b".repeat(23) + (10 + i));
      if (wrong.statusCode() == 429) {
        assertTrue(wrong.headers().firstValue("retry-after").isPresent());
        slowed++;
      } else {
        assertEquals(404, wrong.statusCode());
      }
    }
    assertTrue(slowed > 10, "slowed down: " + slowed);
    assertEquals(200, read(page).statusCode());
  }
}
