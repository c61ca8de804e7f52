package io.plenary.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.export.FileCheck;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * An event with one activity of a kind on a running server: what its organiser, phones and stage
 * say and hear, and its files. A kind says what is asked, answered and told.
 */
public abstract class BallotOnServer {
  private static final String EVENTS = "/api/v1/events/";
  private static TestServer server;
  private static Browser owner;
  private final List<Talk> open = new ArrayList<>();
  private String event;
  private String room;
  private String code;
  private long refs;
  private Talk desk;
  protected Talk stage;

  /** The draft of the activity that the event is imported with. */
  protected abstract JsonObject imported();

  /** Whether every vote shows at once. */
  protected boolean smallGroup() {
    return true;
  }

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

  @BeforeEach
  void event() {
    JsonObject details =
        new JsonObject()
            .put("name", "Spring conference")
            .put("startsOn", "2027-03-08")
            .put("endsOn", "2027-03-09")
            .put("timeZone", "Europe/London")
            .put("frameOrigins", new JsonArray())
            .put("smallGroup", smallGroup());
    JsonObject hall =
        new JsonObject()
            .put("name", "Hall")
            .put("activities", JsonArray.of(imported()))
            .put("alwaysOn", new JsonArray());
    JsonObject file =
        new JsonObject()
            .put("format", "plenary-event")
            .put("version", 2)
            .put("event", details)
            .put("rooms", JsonArray.of(hall))
            .put("results", new JsonArray());
    HttpResponse<String> made = owner.post(EVENTS + "import", file);
    assertEquals(201, made.statusCode(), made.body());
    event = new JsonObject(made.body()).getString("id");
    JsonObject links = new JsonObject(download("links"));
    JsonObject doors = links.getJsonArray("rooms").getJsonObject(0);
    room = doors.getString("id");
    code = links.getString("join").replaceAll(".*/", "");
    desk = kept(Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null));
    desk.hear("organiserSnapshot");
    stage = kept(Talk.link(server.base(), URI.create(doors.getString("stage"))));
  }

  @AfterEach
  void leave() {
    open.forEach(Talk::close);
  }

  private Talk kept(Talk talk) {
    open.add(talk);
    return talk;
  }

  /** The activity as an organiser who just came sees it. */
  protected final JsonObject activity() {
    try (Talk talk =
        Talk.open(server.base(), owner.cookie()).hello("organiser", event, room, null)) {
      return talk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
    }
  }

  private JsonObject command(String type) {
    JsonObject now = activity();
    return new JsonObject()
        .put("type", type)
        .put("activity", now.getString("id"))
        .put("rev", now.getLong("rev"));
  }

  /** The organiser's command on the activity is done. */
  protected final void run(String type) {
    done(answer(command(type)));
  }

  /** The answer to the organiser's wish to have this asked instead. */
  protected final JsonObject edit(JsonObject draft) {
    JsonObject plain = draft.copy();
    String kind = (String) plain.remove("kind");
    return answer(command("editActivity").put("kind", kind).put("draft", plain));
  }

  /** The answer to what an organiser or moderator says. */
  protected final JsonObject answer(JsonObject said) {
    long ref = ++refs;
    desk.say(said.put("ref", ref));
    return desk.answer(ref);
  }

  protected static void done(JsonObject answer) {
    assertEquals("done", answer.getString("type"), answer.encode());
  }

  protected final List<Talk> phones(int count) {
    return Stream.generate(
            () -> kept(Talk.attendee(server.base(), new Browser(server.base()).join(code))))
        .limit(count)
        .toList();
  }

  /** The activity, open, as it is told to a phone. */
  protected static JsonObject shown(Talk phone) {
    return phone
        .hear(m -> m.getValue("activity") instanceof JsonObject, "the activity")
        .getJsonObject("activity");
  }

  /**
   * The answer to a phone's vote.
   *
   * @param entries none to abstain
   */
  protected final JsonObject vote(Talk phone, long seq, String... entries) {
    JsonObject now = activity();
    phone.say(
        new JsonObject()
            .put("type", "castVote")
            .put("ref", seq)
            .put("activity", now.getString("id"))
            .put("round", now.getLong("round"))
            .put("vote", "a-vote-that-is-cast-" + open.indexOf(phone) + "-" + seq)
            .put("seq", seq)
            .put("answer", new JsonArray(List.of(entries)))
            .put("abstain", entries.length == 0)
            .put("heldMs", 0));
    return phone.answer(seq);
  }

  protected final void counted(Talk phone, long seq, String... entries) {
    JsonObject counted = vote(phone, seq, entries);
    assertEquals("voteCounted", counted.getString("type"), counted.encode());
    assertNotNull(counted.getString("receipt"));
  }

  protected static void assertRefused(String said, JsonObject answer) {
    assertEquals("voteRefused", answer.getString("type"), answer.encode());
    assertEquals("badAnswer", answer.getString("code"));
    assertEquals(said, answer.getString("message"));
  }

  /** The result of a tally of so many answers, of which a screen is told. */
  protected static JsonObject result(Talk screen, int answers, boolean complete) {
    return screen
        .hear(
            m ->
                m.getString("type").equals("tally")
                    && m.getJsonObject("tally").getInteger("answers") == answers
                    && m.getJsonObject("tally").getBoolean("complete", false) == complete,
            answers + " answers")
        .getJsonObject("tally")
        .getJsonObject("result");
  }

  /** Nobody changes what is asked once somebody answered. */
  protected final void assertFrozen(JsonObject draft) {
    assertTrue(activity().getBoolean("hasVotes"));
    JsonObject refused = edit(draft);
    assertEquals("hasVotes", refused.getString("code"), refused.encode());
  }

  /** What the file of results says of the activity. */
  protected final JsonObject results() {
    return new JsonObject(download("results.json")).getJsonArray("results").getJsonObject(0);
  }

  /** A file of the event, as text. */
  protected final String download(String name) {
    HttpResponse<String> file = owner.get(EVENTS + event + "/" + name);
    assertEquals(200, file.statusCode(), name);
    return file.body();
  }

  /**
   * What the file of results says once the activity is locked, complete and finalised: with a
   * ballot and a receipt of each person, and genuine.
   */
  protected final JsonObject finalised(int people) {
    if (activity().getString("state").equals("open")) run("lockActivity");
    Await.until(() -> results().getBoolean("complete"));
    run("finaliseActivity");
    Await.until(() -> results().getValue("receipts") != null);
    JsonObject file = results();
    assertEquals(people, file.getJsonArray("receipts").size());
    assertEquals(people, file.getJsonArray("ballots").size());
    assertTrue(file.getJsonObject("recount").getBoolean("agrees"));
    for (String name : List.of("results.json", "export.json")) {
      byte[] exported = download(name).getBytes(StandardCharsets.UTF_8);
      FileCheck check = FileCheck.of(exported, AllKinds.REGISTRY.files());
      assertTrue(check.genuine(), check::toString);
    }
    download("results.csv");
    assertEquals(200, owner.get(EVENTS + event + "/results.xlsx").statusCode());
    Await.until(() -> activity().getBoolean("anonymised")); // screens hear of it a moment later
    return file;
  }

  /** No vote counts any more. */
  protected final void assertOver(Talk phone, String... entries) {
    assertNotEquals("voteCounted", vote(phone, 1_000, entries).getString("type"));
  }
}
