package io.plenary.kinds.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.export.FileCheck;
import io.plenary.kinds.AllKinds;
import io.plenary.redis.Await;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number poll from its draft to the file that outlives it, over the wire and in the store. */
class NumberOnTheServerTest {
  private static final String EVENTS = "/api/v1/events/";
  private static TestServer server;
  private static Browser owner;
  private final List<Talk> open = new ArrayList<>();
  private String event;
  private String room;
  private String code;
  private Talk desk;
  private Talk stage;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data, "--grace=0s");
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", "seven quiet bridges at dusk");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject draft(String right) {
    return new JsonObject()
        .put("question", "In how many years?")
        .put("min", "0")
        .put("max", "100")
        .put("step", "0.50")
        .put("unit", "years")
        .put("right", right)
        .put("abstain", "I have no view")
        .put("results", "everyone");
  }

  /** An event that was imported with a number poll in it. */
  @BeforeEach
  void event() {
    JsonObject file =
        new JsonObject()
            .put("format", "plenary-event")
            .put("version", 2)
            .put(
                "event",
                new JsonObject()
                    .put("name", "Spring conference")
                    .put("startsOn", "2027-03-08")
                    .put("endsOn", "2027-03-09")
                    .put("timeZone", "Europe/London")
                    .put("frameOrigins", new JsonArray())
                    .put("smallGroup", true))
            .put(
                "rooms",
                JsonArray.of(
                    new JsonObject()
                        .put("name", "Hall")
                        .put("activities", JsonArray.of(draft("42.00").put("kind", "number")))
                        .put("alwaysOn", new JsonArray())))
            .put("results", new JsonArray());
    HttpResponse<String> made = owner.post(EVENTS + "import", file);
    assertEquals(201, made.statusCode(), made.body());
    event = new JsonObject(made.body()).getString("id");
    JsonObject links = new JsonObject(owner.get(EVENTS + event + "/links").body());
    JsonObject hall = links.getJsonArray("rooms").getJsonObject(0);
    room = hall.getString("id");
    code = links.getString("join").replaceAll(".*/", "");
    desk = kept(Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null));
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

  private JsonObject poll() {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null)) {
      return talk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
    }
  }

  private JsonObject command(String type) {
    JsonObject now = poll();
    return new JsonObject()
        .put("type", type)
        .put("ref", 7)
        .put("activity", now.getString("id"))
        .put("rev", now.getLong("rev"));
  }

  private void run(JsonObject command) {
    JsonObject answer = answer(command);
    assertEquals("done", answer.getString("type"), answer.encode());
  }

  private JsonObject answer(JsonObject command) {
    long ref = open.size() * 1_000L + command.encode().hashCode() % 1_000;
    desk.say(command.put("ref", Math.abs(ref) + 1));
    return desk.hear(
        m -> command.getLong("ref").equals(m.getLong("ref")), "an answer to " + command);
  }

  private Talk phone() {
    return kept(Talk.attendee(server.base(), new Browser(server.base()).join(code)));
  }

  private JsonObject vote(Talk phone, long seq, String entries) {
    JsonObject now = poll();
    boolean abstain = entries.isEmpty();
    phone.say(
        new JsonObject()
            .put("type", "castVote")
            .put("ref", seq)
            .put("activity", now.getString("id"))
            .put("round", now.getLong("round"))
            .put("vote", "a-vote-of-a-number-" + open.indexOf(phone) + "-" + seq)
            .put("seq", seq)
            .put("answer", abstain ? new JsonArray() : new JsonArray(List.of(entries.split(" "))))
            .put("abstain", abstain)
            .put("heldMs", 0));
    return phone.hear(m -> Long.valueOf(seq).equals(m.getLong("ref")), "an answer to " + entries);
  }

  private JsonObject results() {
    return new JsonObject(owner.get(EVENTS + event + "/results.json").body())
        .getJsonArray("results")
        .getJsonObject(0);
  }

  @Test
  void fromItsDraftToTheFileThatOutlivesIt() {
    JsonObject imported = poll();
    assertEquals("number", imported.getString("kind"));
    assertEquals("0.5", imported.getString("step"), "in its shortest form");
    JsonObject unsound =
        answer(command("editActivity").put("kind", "number").put("draft", draft("42.3")));
    assertEquals(
        "The right value must be one that people can answer. Change it or the numbers.",
        unsound.getString("message"));
    run(command("editActivity").put("kind", "number").put("draft", draft("33.5")));
    assertEquals("33.5", poll().getString("right"));
    run(command("openActivity"));

    List<Talk> people = new ArrayList<>();
    for (int i = 0; i < 6; i++) people.add(phone());
    JsonObject seen =
        people.get(0).hear(m -> m.getValue("activity") instanceof JsonObject, "the poll");
    assertEquals("years", seen.getJsonObject("activity").getString("unit"));
    assertFalse(seen.getJsonObject("activity").containsKey("right"), seen::encode);
    assertRefused("Give one number.", vote(people.get(0), 1, "1 2"));
    assertRefused("Give a number from 0 to 100, in plain digits.", vote(people.get(0), 2, "1,5"));
    assertRefused(
        "Give a number in steps of 0.5, such as 1 or 1.5.", vote(people.get(0), 3, "1.25"));
    assertEquals("voteCounted", vote(people.get(0), 4, "99").getString("type"));
    List<String> answers = List.of("10", "12", "12.0", "64.5", "0", "");
    for (int i = 0; i < 6; i++) {
      JsonObject counted = vote(people.get(i), 5, answers.get(i));
      assertEquals("voteCounted", counted.getString("type"), counted.encode());
      assertNotNull(counted.getString("receipt"));
    }
    JsonObject expected =
        new JsonObject()
            .put("width", 1)
            .put("bins", JsonArray.of(0, 20, 24, 129))
            .put("counts", JsonArray.of(1, 1, 2, 1))
            .putNull("right");
    for (Talk screen : List.of(stage, people.get(3))) {
      assertEquals(
          expected, told(screen, false), "nothing of a changed vote, nor of the right value");
    }
    assertTrue(poll().getBoolean("hasVotes"));
    JsonObject refused =
        answer(command("editActivity").put("kind", "number").put("draft", draft("1")));
    assertEquals("hasVotes", refused.getString("code"), refused.encode());

    run(command("lockActivity"));
    for (Talk screen : List.of(stage, people.get(3))) {
      assertEquals("33.5", told(screen, true).getString("right"), "with the complete result");
    }
    Await.until(() -> results().getBoolean("complete"));
    run(command("finaliseActivity"));
    Await.until(() -> results().getValue("receipts") != null);
    JsonObject file = results();
    assertEquals(6, file.getJsonArray("receipts").size());
    assertEquals(6, file.getJsonArray("ballots").size());
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("64.5")));
    assertEquals("12", file.getString("median"));
    assertTrue(file.getJsonObject("recount").getBoolean("agrees"));
    for (String name : List.of("results.json", "export.json")) {
      String exported = owner.get(EVENTS + event + "/" + name).body();
      FileCheck check =
          FileCheck.of(exported.getBytes(StandardCharsets.UTF_8), AllKinds.REGISTRY.files());
      assertTrue(check.genuine(), check::toString);
    }
    assertEquals(200, owner.get(EVENTS + event + "/results.xlsx").statusCode());
    Await.until(() -> poll().getBoolean("anonymised")); // screens hear of it a moment later
    assertFalse(vote(people.get(0), 6, "1").getString("type").equals("voteCounted"), "it is over");
  }

  /** The result of a tally of six answers. */
  private static JsonObject told(Talk screen, boolean complete) {
    return screen
        .hear(
            m ->
                m.getString("type").equals("tally")
                    && m.getJsonObject("tally").getInteger("answers") == 6
                    && m.getJsonObject("tally").getBoolean("complete", false) == complete,
            "six answers")
        .getJsonObject("tally")
        .getJsonObject("result");
  }

  private static void assertRefused(String said, JsonObject answer) {
    assertEquals("voteRefused", answer.getString("type"), answer.encode());
    assertEquals("badAnswer", answer.getString("code"));
    assertEquals(said, answer.getString("message"));
  }
}
