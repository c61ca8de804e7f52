package io.plenary.kinds.rating;

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

/** A rating from its draft to the file that outlives it, over the wire and in the store. */
class RatingOnTheServerTest {
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

  private static JsonObject draft(String type) {
    JsonArray statements = new JsonArray();
    for (String id : List.of("a", "b")) {
      statements.add(new JsonObject().put("text", "Statement " + id).put("id", id));
    }
    boolean points = type.equals("points");
    return new JsonObject()
        .put("question", "How far do you agree?")
        .put("statements", statements)
        .put(
            "scale",
            new JsonObject()
                .put("type", type)
                .put("points", points ? 7 : 5)
                .put("low", points ? "Poor" : null)
                .put("high", points ? "Good" : null))
        .put("noOpinion", "No opinion")
        .put("abstain", "I have no view")
        .put("results", "everyone");
  }

  /** An event that was imported with a rating in it. */
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
                        .put("activities", JsonArray.of(draft("points").put("kind", "rating")))
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

  private JsonObject rating() {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null)) {
      return talk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
    }
  }

  private JsonObject command(String type) {
    JsonObject now = rating();
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
    JsonObject now = rating();
    boolean abstain = entries.isEmpty();
    phone.say(
        new JsonObject()
            .put("type", "castVote")
            .put("ref", seq)
            .put("activity", now.getString("id"))
            .put("round", now.getLong("round"))
            .put("vote", "a-vote-of-a-rating-" + open.indexOf(phone) + "-" + seq)
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
    JsonObject imported = rating();
    assertEquals("rating", imported.getString("kind"));
    assertEquals(7, imported.getJsonObject("scale").getInteger("points"));
    assertEquals("draft", imported.getString("state"));
    JsonObject wrong = draft("points");
    wrong.getJsonObject("scale").putNull("low");
    JsonObject unsound = answer(command("editActivity").put("kind", "rating").put("draft", wrong));
    assertEquals("Write what both ends of the scale mean.", unsound.getString("message"));
    run(command("editActivity").put("kind", "rating").put("draft", draft("agreement")));
    assertEquals("agreement", rating().getJsonObject("scale").getString("type"));
    run(command("openActivity"));

    List<Talk> people = new ArrayList<>();
    for (int i = 0; i < 6; i++) people.add(phone());
    JsonObject seen =
        people.get(0).hear(m -> m.getValue("activity") instanceof JsonObject, "the rating");
    assertEquals("No opinion", seen.getJsonObject("activity").getString("noOpinion"));
    assertRefused("Rate each statement once.", vote(people.get(0), 1, "a:1 a:2"));
    assertRefused("This point is not on the scale.", vote(people.get(0), 2, "a:6 b:1"));
    assertRefused(
        "Rate every statement, or say that you have no opinion.", vote(people.get(0), 3, "a:1"));
    assertEquals("voteCounted", vote(people.get(0), 4, "a:1 b:1").getString("type"));
    List<String> answers = List.of("b:none a:4", "a:4 b:2", "a:5 b:none", "a:3 b:1", "a:1 b:5", "");
    for (int i = 0; i < 6; i++) {
      JsonObject counted = vote(people.get(i), 5, answers.get(i));
      assertEquals("voteCounted", counted.getString("type"), counted.encode());
      assertNotNull(counted.getString("receipt"));
    }

    for (Talk screen : List.of(stage, people.get(3))) {
      JsonObject result =
          screen
              .hear(
                  m ->
                      m.getString("type").equals("tally")
                          && m.getJsonObject("tally").getInteger("answers") == 6,
                  "six answers")
              .getJsonObject("tally")
              .getJsonObject("result");
      assertEquals(
          new JsonObject()
              .put("counts", JsonArray.of(JsonArray.of(1, 0, 1, 2, 1), JsonArray.of(1, 1, 0, 0, 1)))
              .put("noOpinion", JsonArray.of(0, 2)),
          result,
          "nothing of the vote that was changed is left");
    }
    assertTrue(rating().getBoolean("hasVotes"));
    JsonObject refused =
        answer(command("editActivity").put("kind", "rating").put("draft", draft("points")));
    assertEquals("hasVotes", refused.getString("code"), refused.encode());

    run(command("lockActivity"));
    Await.until(() -> results().getBoolean("complete"));
    run(command("finaliseActivity"));
    Await.until(() -> results().getValue("receipts") != null);
    JsonObject file = results();
    assertEquals(6, file.getJsonArray("receipts").size());
    assertEquals(6, file.getJsonArray("ballots").size());
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("a:4", "b:none")));
    assertEquals(4.0, file.getJsonArray("statements").getJsonObject(0).getDouble("median"));
    assertTrue(file.getJsonObject("recount").getBoolean("agrees"));
    for (String name : List.of("results.json", "export.json")) {
      String exported = owner.get(EVENTS + event + "/" + name).body();
      FileCheck check =
          FileCheck.of(exported.getBytes(StandardCharsets.UTF_8), AllKinds.REGISTRY.files());
      assertTrue(check.genuine(), check::toString);
    }
    assertEquals(200, owner.get(EVENTS + event + "/results.xlsx").statusCode());
    Await.until(() -> rating().getBoolean("anonymised")); // screens hear of it a moment later
    assertFalse(
        vote(people.get(0), 6, "a:1 b:1").getString("type").equals("voteCounted"), "it is over");
  }

  private static void assertRefused(String said, JsonObject answer) {
    assertEquals("voteRefused", answer.getString("type"), answer.encode());
    assertEquals("badAnswer", answer.getString("code"));
    assertEquals(said, answer.getString("message"));
  }
}
