package io.plenary.toy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.ToyServer;
import io.plenary.export.FileCheck;
import io.plenary.kinds.AllKinds;
import io.plenary.redis.Await;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is promised of a ballot holds on a running server for a kind of which it knows nothing but
 * an entry in its registry, beside a choice: over the wire, in the store, in files.
 */
class PebblesOnTheServerTest {
  private static final String EVENTS = "/api/v1/events/";
  private final List<Talk> talks = new ArrayList<>();
  private TestServer server;
  private Browser owner;
  private Talk desk;
  private String event;
  private String room;
  private int refs;

  @Test
  void aKindOfAnEntryIsAskedAnsweredCountedAndTakenHome(@TempDir Path data) {
    try (TestServer started = TestServer.start(data, ToyServer.KINDS, "--grace=0s")) {
      server = started;
      create();
      String pebbles = askedAndOpened();
      List<Talk> people = Stream.generate(this::phone).limit(6).toList();
      answered(pebbles, people);
      assertEquals("poll", activity(0).getString("kind"));
      locked(pebbles, people);
      takenHome();
    } finally {
      talks.forEach(Talk::close);
    }
  }

  /** A server that is given other kinds has other drafts. */
  @Test
  void whoeverHasNotTheEntryDoesNotKnowTheKind(@TempDir Path data) {
    try (TestServer started = TestServer.start(data)) {
      server = started;
      create();
      JsonObject refused = asked(draft("How heavy?"));
      assertEquals("error", refused.getString("type"), refused.encode());
      assertEquals("invalidField", refused.getString("code"), refused.encode());
      assertTrue(refused.getString("message").contains("kind"), refused.encode());
    } finally {
      talks.forEach(Talk::close);
    }
  }

  /** An event of a small group with a choice in its run order. */
  private void create() {
    owner =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", "seven quiet bridges at dusk");
    JsonObject details =
        new JsonObject()
            .put("name", "Pebbles")
            .put("startsOn", "2027-03-08")
            .put("endsOn", "2027-03-09")
            .put("timeZone", "Europe/London")
            .put("frameOrigins", new JsonArray())
            .put("smallGroup", true);
    HttpResponse<String> made = owner.post("/api/v1/events", details);
    assertEquals(201, made.statusCode(), made.body());
    event = new JsonObject(made.body()).getString("id");
    room = links().getJsonArray("rooms").getJsonObject(0).getString("id");
    desk = kept(Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null));
    desk.hear("organiserSnapshot");
    JsonArray options = JsonArray.of(option("Yes"), option("No"));
    JsonObject poll =
        new JsonObject()
            .put("question", "Coffee?")
            .put("options", options)
            .put("maxChoices", 1)
            .put("abstain", null)
            .put("results", "hidden");
    assertEquals("done", asked("poll", poll).getString("type"));
  }

  private static JsonObject option(String text) {
    return new JsonObject().put("text", text);
  }

  private static JsonObject draft(String question) {
    return new JsonObject()
        .put("question", question)
        .put("abstain", "No view")
        .put("results", "everyone");
  }

  private JsonObject links() {
    return new JsonObject(owner.get(EVENTS + event + "/links").body());
  }

  private Talk kept(Talk talk) {
    talks.add(talk);
    return talk;
  }

  private Talk phone() {
    String code = links().getString("join").replaceAll(".*/", "");
    return kept(Talk.attendee(server.base(), new Browser(server.base()).join(code)));
  }

  private JsonObject asked(JsonObject draft) {
    return asked(Pebbles.KIND, draft);
  }

  private JsonObject asked(String kind, JsonObject draft) {
    return said(
        desk,
        new JsonObject()
            .put("type", "createActivity")
            .put("room", room)
            .put("after", null)
            .put("kind", kind)
            .put("draft", draft));
  }

  private JsonObject said(Talk talk, JsonObject message) {
    int ref = ++refs;
    talk.say(message.put("ref", ref));
    return talk.hear(m -> Integer.valueOf(ref).equals(m.getInteger("ref")), "an answer");
  }

  /** The run order as it is now. */
  private JsonObject activity(int index) {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null)) {
      return talk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(index);
    }
  }

  private JsonObject pebbles() {
    JsonObject first = activity(0);
    return first.getString("kind").equals(Pebbles.KIND) ? first : activity(1);
  }

  private JsonObject command(String type) {
    JsonObject now = pebbles();
    return new JsonObject()
        .put("type", type)
        .put("activity", now.getString("id"))
        .put("rev", now.getLong("rev"));
  }

  private void done(JsonObject command) {
    JsonObject answer = said(desk, command);
    assertEquals("done", answer.getString("type"), answer.encode());
  }

  private String askedAndOpened() {
    JsonObject refused = asked(draft("Where to?").put("options", new JsonArray()));
    assertEquals("invalidField", refused.getString("code"), refused.encode());
    JsonObject made = asked(draft("Where to?"));
    assertEquals("done", made.getString("type"), made.encode());
    JsonObject move = command("moveActivity");
    move.remove("rev");
    done(move.put("after", activity(1).getString("id")));
    assertEquals(Pebbles.KIND, activity(1).getString("kind"));
    JsonObject edit = command("editActivity").put("kind", Pebbles.KIND);
    done(edit.put("draft", draft("Where shall the money go?")));
    assertEquals("Where shall the money go?", pebbles().getString("question"));
    done(command("openActivity"));
    return made.getString("id");
  }

  private JsonObject vote(Talk phone, String id, long seq, String entries) {
    JsonArray answer = new JsonArray();
    if (!entries.equals("-")) entries.chars().forEach(c -> answer.add(Character.toString(c)));
    return said(
        phone,
        new JsonObject()
            .put("type", "castVote")
            .put("activity", id)
            .put("round", pebbles().getLong("round"))
            .put("vote", "a-ballot-of-pebbles-" + talks.indexOf(phone) + "-" + seq)
            .put("seq", seq)
            .put("answer", answer)
            .put("abstain", entries.equals("-"))
            .put("heldMs", 0));
  }

  private void answered(String id, List<Talk> people) {
    Talk first = people.get(0);
    JsonObject seen = first.hear(m -> m.getValue("activity") != null, "the pebbles");
    assertEquals(Pebbles.KIND, seen.getJsonObject("activity").getString("kind"));
    for (String bad : List.of("x", "aaaaa")) {
      JsonObject refused = vote(first, id, 1, bad);
      assertEquals("badAnswer", refused.getString("code"), refused.encode());
    }
    assertEquals("voteCounted", vote(first, id, 2, "cccc").getString("type"));
    List<String> spread = List.of("aab", "abbb", "", "cc", "a", "-");
    List<String> receipts = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      JsonObject counted = vote(people.get(i), id, 3, spread.get(i));
      assertEquals("voteCounted", counted.getString("type"), counted.encode());
      receipts.add(counted.getString("receipt"));
    }
    for (Talk screen : List.of(first, desk)) {
      JsonObject tally =
          screen
              .hear(m -> m.containsKey("tally") && answers(m) == people.size(), "the numbers")
              .getJsonObject("tally");
      assertEquals(JsonArray.of(4, 4, 2), tally.getJsonArray("result"), "nothing of cccc is left");
      assertEquals(
          List.of(5, 1), List.of(tally.getInteger("voted"), tally.getInteger("abstained")));
    }
    JsonObject again = vote(first, id, 3, "aab");
    assertEquals(receipts.get(0), again.getString("receipt"), "a repeated vote counts once");
    assertEquals("voteRefused", vote(first, id, 2, "cccc").getString("type"), "it is superseded");
    assertEquals(JsonArray.of(4, 4, 2), pebbles().getJsonObject("tally").getJsonArray("result"));
  }

  private static int answers(JsonObject message) {
    return message.getJsonObject("tally").getInteger("answers");
  }

  private void locked(String id, List<Talk> people) {
    JsonObject frozen = command("editActivity").put("kind", Pebbles.KIND);
    JsonObject refused = said(desk, frozen.put("draft", draft("Something else?")));
    assertEquals("hasVotes", refused.getString("code"), refused.encode());
    done(command("lockActivity"));
    Await.until(() -> results("results.json").getBoolean("complete"));
    assertEquals("voteRefused", vote(people.get(1), id, 4, "c").getString("type"));
    done(command("finaliseActivity"));
    Await.until(() -> results("results.json").getValue("receipts") != null);
    Await.until(() -> pebbles().getBoolean("anonymised"));
  }

  private JsonObject results(String file) {
    JsonArray all = new JsonObject(body(file)).getJsonArray("results");
    return all.stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("kind").equals(Pebbles.KIND))
        .findFirst()
        .orElseThrow();
  }

  private String body(String file) {
    HttpResponse<String> answer = owner.get(EVENTS + event + "/" + file);
    assertEquals(200, answer.statusCode(), file);
    return answer.body();
  }

  private void takenHome() {
    for (String name : List.of("results.json", "export.json")) {
      JsonObject file = results(name);
      assertEquals(4, file.getJsonObject("pebbles").getJsonObject("a").getInteger("sum"), name);
      byte[] bytes = body(name).getBytes(StandardCharsets.UTF_8);
      FileCheck check = FileCheck.of(bytes, ToyServer.KINDS.files());
      assertTrue(check.genuine(), check::toString);
      assertFalse(
          FileCheck.of(bytes, AllKinds.REGISTRY.files()).genuine(), "it is not known there");
    }
    JsonObject file = results("results.json");
    assertTrue(file.getJsonObject("recount").getBoolean("agrees"));
    assertEquals(6, file.getJsonArray("receipts").size());
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("a", "b", "b", "b")));
    assertTrue(body("results.csv").contains(",pebbles,final,a,pebbles,4,"), body("results.csv"));
    body("results.xlsx");
    HttpResponse<String> copy = owner.post(EVENTS + "import", new JsonObject(body("export.json")));
    assertEquals(201, copy.statusCode(), copy.body());
  }
}
