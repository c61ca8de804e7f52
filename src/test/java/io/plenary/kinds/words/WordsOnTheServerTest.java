package io.plenary.kinds.words;

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

/** A word cloud from its draft to the file that outlives it, over the wire and in the store. */
class WordsOnTheServerTest {
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

  private static JsonObject draft(boolean approveFirst) {
    return new JsonObject()
        .put("question", "One word for today?")
        .put("entries", 3)
        .put("length", 25)
        .put("approveFirst", approveFirst)
        .put("languages", JsonArray.of("cy"))
        .put("abstain", "I pass")
        .put("results", "everyone");
  }

  /** An event that was imported with a word cloud in it. */
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
                    .put("smallGroup", false))
            .put(
                "rooms",
                JsonArray.of(
                    new JsonObject()
                        .put("name", "Hall")
                        .put("activities", JsonArray.of(draft(true).put("kind", "words")))
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

  private JsonObject cloud() {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null)) {
      return talk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
    }
  }

  private JsonObject command(String type) {
    JsonObject now = cloud();
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

  private JsonObject vote(Talk phone, long seq, String... entries) {
    JsonObject now = cloud();
    phone.say(
        new JsonObject()
            .put("type", "castVote")
            .put("ref", seq)
            .put("activity", now.getString("id"))
            .put("round", now.getLong("round"))
            .put("vote", "a-vote-of-a-cloud-" + open.indexOf(phone) + "-" + seq)
            .put("seq", seq)
            .put("answer", new JsonArray(List.of(entries)))
            .put("abstain", entries.length == 0)
            .put("heldMs", 0));
    return phone.hear(m -> Long.valueOf(seq).equals(m.getLong("ref")), "an answer");
  }

  private void counted(Talk phone, long seq, String... entries) {
    JsonObject counted = vote(phone, seq, entries);
    assertEquals("voteCounted", counted.getString("type"), counted.encode());
    assertNotNull(counted.getString("receipt"));
  }

  /** What moderators see in a list, as "answer count". */
  private List<String> listed(String list) {
    return items(list).stream()
        .map(i -> i.getString("answer") + " " + i.getInteger("count"))
        .toList();
  }

  private List<JsonObject> items(String list) {
    JsonObject asked =
        new JsonObject()
            .put("type", "getAnswers")
            .put("activity", cloud().getString("id"))
            .put("list", list);
    return answer(asked).getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  private JsonObject decide(JsonObject... decisions) {
    JsonObject now = cloud();
    return answer(
        new JsonObject()
            .put("type", "moderateAnswers")
            .put("activity", now.getString("id"))
            .put("round", now.getLong("round"))
            .put("answers", new JsonArray(List.of(decisions))));
  }

  private static JsonObject decision(String answer, long rev, String standing) {
    return new JsonObject().put("answer", answer).put("rev", rev).put("standing", standing);
  }

  private void done(JsonObject answer) {
    assertEquals("done", answer.getString("type"), answer.encode());
  }

  /** Waits until a screen is told of these terms. */
  private void told(Talk screen, String terms) {
    screen.hear(
        m ->
            m.getString("type").equals("tally")
                && terms.equals(said(m.getJsonObject("tally").getJsonObject("result"))),
        "the terms " + terms);
  }

  private static String said(JsonObject result) {
    if (result == null) return "nothing";
    return result.getJsonArray("terms").stream()
        .map(JsonObject.class::cast)
        .map(t -> t.getString("text") + " " + t.getInteger("count"))
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private JsonObject results() {
    return new JsonObject(owner.get(EVENTS + event + "/results.json").body())
        .getJsonArray("results")
        .getJsonObject(0);
  }

  @Test
  void nothingOfFourPeopleIsTold() {
    run(command("editActivity").put("kind", "words").put("draft", draft(false)));
    run(command("openActivity"));
    for (int i = 0; i < 4; i++) counted(phone(), 1, "alone" + i, "Proud");
    assertEquals(List.of(), listed("shown"));
    JsonObject join = decision("alone1", 0, "shown").put("into", "proud");
    assertEquals("error", decide(join).getString("type"), "nobody can probe what is not shown");
    assertEquals(0, cloud().getJsonObject("tally").getInteger("voted"));
    counted(phone(), 1, "proud");
    told(stage, "Proud 5, alone0 1, alone1 1, alone2 1, alone3 1");
    assertEquals(5, listed("shown").size());
  }

  @Test
  void fromItsDraftToTheFileThatOutlivesIt() {
    JsonObject imported = cloud();
    assertEquals("words", imported.getString("kind"));
    assertEquals(true, imported.getBoolean("approveFirst"));
    assertEquals("draft", imported.getString("state"));
    run(command("editActivity").put("kind", "words").put("draft", draft(false)));
    run(command("openActivity"));

    List<Talk> people = new ArrayList<>();
    for (int i = 0; i < 6; i++) people.add(phone());
    Talk first = people.get(0);
    assertRefused("Write at most 3 entries.", vote(first, 1, "a", "b", "c", "d"));
    assertRefused("An entry has 1 to 3 words.", vote(first, 2, "one two three four"));
    assertRefused(
        "Write letters or numbers: an entry cannot be punctuation alone.", vote(first, 3, "?!"));
    counted(first, 4, "a first mind");
    counted(first, 5, "Merch", "Pay gap");
    counted(people.get(1), 1, "ferch", "gender pay gap", "pay-gap");
    counted(people.get(2), 1, "wanker", "merch");
    counted(people.get(3), 1, "<b>=1+1</b>", "merch");
    counted(people.get(4), 1, "gender pay gap");
    counted(people.get(5), 1);
    // Six answers, and nobody of the five of the first step is told of alone.
    run(command("lockActivity"));
    Await.until(() -> results().getBoolean("complete"));
    told(stage, "merch 4, gender pay gap 2, Pay gap 2, <b>=1+1</b> 1");
    assertEquals(List.of("wanker 1"), listed("waiting"));

    done(decide(decision("genderpaygap", 0, "shown").put("into", "paygap")));
    told(stage, "merch 4, gender pay gap 3, <b>=1+1</b> 1");
    JsonObject other = decide(decision("genderpaygap", 0, "shown"));
    assertEquals("conflict", other.getString("code"), other.encode());
    done(
        decide(
            decision("wanker", 0, "hidden"),
            decision("paygap", 0, "shown").put("called", "Cyflog")));
    told(people.get(3), "merch 4, Cyflog 3, <b>=1+1</b> 1");
    assertEquals(List.of("wanker 1"), listed("hidden"));
    assertEquals(List.of("genderpaygap 0"), listed("joined"));
    done(decide(decision("genderpaygap", 1, "shown")));
    told(stage, "merch 4, gender pay gap 2, Cyflog 2, <b>=1+1</b> 1");
    done(decide(decision("genderpaygap", 2, "shown").put("into", "paygap")));
    told(stage, "merch 4, Cyflog 3, <b>=1+1</b> 1");

    run(command("finaliseActivity"));
    Await.until(() -> results().getValue("receipts") != null);
    JsonObject file = results();
    assertEquals(6, file.getJsonArray("receipts").size());
    assertEquals(6, file.getJsonArray("ballots").size());
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("merch", 1)), file.encode());
    assertTrue(file.getJsonObject("recount").getBoolean("agrees"));
    for (String name : List.of("results.json", "export.json")) {
      String exported = owner.get(EVENTS + event + "/" + name).body();
      FileCheck check =
          FileCheck.of(exported.getBytes(StandardCharsets.UTF_8), AllKinds.REGISTRY.files());
      assertTrue(check.genuine(), check::toString);
      assertFalse(exported.contains("wanker"), name);
    }
    assertEquals(200, owner.get(EVENTS + event + "/results.xlsx").statusCode());
    assertFalse(owner.get(EVENTS + event + "/results.csv").body().contains("wanker"));
    Await.until(() -> cloud().getBoolean("anonymised")); // screens hear of it a moment later
    done(decide(decision("wanker", 1, "shown")));
    Await.until(() -> results().encode().contains("wanker"));
    assertTrue(results().getJsonObject("recount").getBoolean("agrees"));
    assertFalse(vote(first, 6, "a").getString("type").equals("voteCounted"), "it is over");
  }

  private static void assertRefused(String said, JsonObject answer) {
    assertEquals("voteRefused", answer.getString("type"), answer.encode());
    assertEquals("badAnswer", answer.getString("code"));
    assertEquals(said, answer.getString("message"));
  }
}
