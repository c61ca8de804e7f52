package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.TestServer;
import io.plenary.redis.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of how many a poll was: the same number on every screen and in every file. */
class BaseOfAPollTest {
  private static TestServer server;
  private static Browser owner;
  private final List<Talk> open = new ArrayList<>();
  private String event;
  private JsonObject hall;
  private Talk desk;
  private Talk stage;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data);
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
    event = Conferences.of(owner, "Hall");
    hall = Conferences.rooms(owner, event).getJsonObject(0);
    desk =
        kept(
            Talk.open(server.base(), owner.cookie())
                .hello("organiser", event, hall.getString("id"), null));
    desk.hear("organiserSnapshot");
    stage = kept(Talk.link(server.base(), URI.create(hall.getString("stage"))));
  }

  @AfterEach
  void leave() {
    open.forEach(Talk::close);
  }

  private Talk kept(Talk talk) {
    open.add(talk);
    return talk;
  }

  private static JsonObject snapshot(String event, String room) {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null)) {
      return talk.hear("organiserSnapshot");
    }
  }

  private JsonObject poll() {
    return snapshot(event, hall.getString("id")).getJsonArray("runOrder").getJsonObject(0);
  }

  private String code(String room) {
    return snapshot(event, room).getJsonObject("join").getString("code");
  }

  private Talk phone(String code) {
    JsonObject joined = new Browser(server.base()).join(code);
    Talk phone =
        kept(
            Talk.open(server.base(), null)
                .hello(
                    "attendee",
                    event,
                    joined.getJsonObject("room").getString("id"),
                    joined.getString("token")));
    phone.hear("attendeeSnapshot");
    return phone;
  }

  private void run(JsonObject command) {
    desk.say(command.put("ref", 7));
    JsonObject answer =
        desk.hear(m -> Integer.valueOf(7).equals(m.getInteger("ref")), "an answer to " + command);
    assertEquals("done", answer.getString("type"), answer.encode());
  }

  private void command(String type) {
    JsonObject poll = poll();
    run(
        new JsonObject()
            .put("type", type)
            .put("activity", poll.getString("id"))
            .put("rev", poll.getLong("rev")));
  }

  private void vote(Talk phone) {
    JsonObject poll = poll();
    JsonArray choice = JsonArray.of(poll.getJsonArray("options").getJsonObject(0).getString("id"));
    phone
        .say(
            new JsonObject()
                .put("type", "castVote")
                .put("ref", 1)
                .put("activity", poll.getString("id"))
                .put("round", poll.getLong("round"))
                .put("vote", "a-vote-of-this-test-" + open.size())
                .put("seq", 1)
                .put("answer", choice)
                .put("abstain", false)
                .put("heldMs", 0))
        .hear("voteCounted");
  }

  /** Waits until the desk is told this number, and answers that tally. */
  private static JsonObject tells(Talk talk, int connected, int answers) {
    return talk.hear(
        m -> {
          JsonObject tally = m.getJsonObject("tally");
          JsonArray order = m.getJsonArray("runOrder");
          if (order != null) tally = order.getJsonObject(0).getJsonObject("tally");
          if (m.getValue("activity") instanceof JsonObject activity) {
            tally = activity.getJsonObject("tally");
          }
          return tally != null
              && tally.getInteger("connected") == connected
              && tally.getInteger("answers") == answers;
        },
        connected + " connected, " + answers + " answers");
  }

  private JsonObject results() {
    return new JsonObject(owner.get("/api/v1/events/" + event + "/results.json").body())
        .getJsonArray("results")
        .getJsonObject(0);
  }

  @Test
  @DisplayName("R1 who joins after the lock is not in the base, on no screen and in no file")
  void r1_whoComesAfterTheLockDoesNotCount() {
    String code = code(hall.getString("id"));
    List<Talk> first = new ArrayList<>();
    for (int i = 0; i < 4; i++) first.add(phone(code));
    command("openActivity");
    tells(desk, 4, 0);
    tells(stage, 4, 0);
    Talk meanwhile = phone(code);
    tells(desk, 5, 0);
    meanwhile.close();
    vote(first.get(0));
    vote(first.get(1));
    tells(desk, 5, 2);
    command("lockActivity");
    for (int i = 0; i < 6; i++) phone(code);
    JsonObject presence =
        desk.hear(
            m ->
                m.getJsonObject("presence") != null
                    && m.getJsonObject("presence").getInteger("joined") == 11,
            "all have joined");
    assertEquals(10, presence.getJsonObject("presence").getInteger("here"));
    JsonObject tally = poll().getJsonObject("tally");
    assertEquals(
        List.of(5, 2), List.of(tally.getInteger("connected"), tally.getInteger("answers")));
    JsonObject json = results();
    assertEquals(
        List.of(5, 2, 0, 3),
        List.of(
            json.getInteger("connected"),
            json.getInteger("voted"),
            json.getInteger("notShown"),
            json.getInteger("notVoted")));
    String csv = owner.get("/api/v1/events/" + event + "/results.csv").body();
    assertEquals(
        "base,connected,voted,abstained,not_shown,not_voted,rejected",
        csv.lines().findFirst().orElseThrow().replaceAll(".*percent,", ""));
    assertEquals(
        "2,5,2,0,0,3,0",
        csv.lines().skip(1).findFirst().orElseThrow().replaceAll(".*,(([^,]*,){6}[^,]*)$", "$1"));
    command("openActivity");
    tells(desk, 11, 2); // reopened: all openings together
    command("resetActivity");
    command("openActivity");
    tells(desk, 10, 0); // those who are here now
  }

  @Test
  @DisplayName("R4 who only posted to join has not joined")
  void r4_joinedIsWhoSaidHello() {
    String code = code(hall.getString("id"));
    Browser browser = new Browser(server.base());
    JsonObject last = null;
    for (int i = 0; i < 100; i++) last = browser.join(code);
    command("openActivity");
    Talk one = kept(Talk.attendee(server.base(), last));
    Talk again = kept(Talk.attendee(server.base(), last));
    one.hear("attendeeSnapshot");
    again.hear("attendeeSnapshot");
    phone(code);
    tells(desk, 2, 0);
    assertEquals(2, results().getInteger("notVoted"));
    JsonObject two = new JsonObject().put("joined", 2).put("here", 2);
    Await.until(
        () ->
            desk.all("presence").stream()
                .anyMatch(
                    m ->
                        two.equals(
                            m.getJsonObject("presence")))); // before or after the poll's numbers
    assertEquals(2, listed());
  }

  private int listed() {
    return new JsonObject(owner.get("/api/v1/events").body())
        .getJsonArray("events").stream()
            .map(JsonObject.class::cast)
            .filter(e -> event.equals(e.getString("id")))
            .findFirst()
            .orElseThrow()
            .getInteger("joined");
  }

  @Test
  @DisplayName("R8 a room keeps its own people when another is deleted and a third is added")
  void r8_aRoomsPeopleAreItsOwn() {
    run(new JsonObject().put("type", "createRoom").put("name", "Annexe"));
    String annexe = Conferences.rooms(owner, event).getJsonObject(1).getString("id");
    String hallCode = code(hall.getString("id"));
    String annexeCode = code(annexe);
    for (int i = 0; i < 3; i++) phone(hallCode);
    List<Talk> others = new ArrayList<>();
    for (int i = 0; i < 7; i++) others.add(phone(annexeCode));
    desk.hear(
        m -> new JsonObject().put("joined", 3).put("here", 3).equals(m.getJsonObject("presence")),
        "three in the hall");
    long rev = snapshot(event, annexe).getJsonObject("room").getLong("rev");
    run(new JsonObject().put("type", "deleteRoom").put("room", annexe).put("rev", rev));
    others.forEach(other -> assertEquals(4011, other.closedWith()));
    run(new JsonObject().put("type", "createRoom").put("name", "Library"));
    command("openActivity");
    tells(desk, 3, 0);
    assertEquals(
        new JsonObject().put("joined", 3).put("here", 3),
        snapshot(event, hall.getString("id")).getJsonObject("presence"));
    assertEquals(3, results().getInteger("connected"));
    assertEquals(10, listed());
  }
}
