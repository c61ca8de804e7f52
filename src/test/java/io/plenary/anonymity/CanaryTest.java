package io.plenary.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Folders;
import io.plenary.TestServer;
import io.plenary.export.FileCheck;
import io.plenary.identity.Hmac;
import io.plenary.identity.MacKey;
import io.plenary.identity.Receipts;
import io.plenary.identity.VoterKeys;
import io.plenary.kinds.AllKinds;
import io.plenary.redis.Await;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Canaries vote in two polls, or are only there, and one is finalised. Before it, somebody who
 * holds every file finds whose ballot is whose; after it, nobody does, while the same look still
 * finds the other poll's ballots.
 */
class CanaryTest {
  private static final int CANARIES = 12;

  /** The last of them only look on. */
  private static final int VOTERS = 10;

  private static final String ADDRESS = "203.0.113.77";
  private static final String AGENT = "canary-agent-5f0c9a";
  private static final Set<String> LINKS =
      Set.of("voter key", "key of who was there", "vote id", "poll key");

  private record Canary(String token, String participant, Talk talk, List<String> receipts) {}

  private final List<Canary> canaries = new ArrayList<>();
  private String event;

  @Test
  void nobodyFindsOutWhoVotedWhatOnceThePollIsFinalised(@TempDir Path folder) throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Scan[] scans = new Scan[3];
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream terminal = System.out;
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (TestServer server = TestServer.start(data, "--grace=0s", "--trust-proxy");
        EmbeddedStore store = new EmbeddedStore(data)) {
      URI base = server.base();
      join(base, server.code());
      Browser organiser =
          new Browser(base)
              .setUp(
                  server.setupToken(), "organiser@plenary.example", "a long enough passphrase 7");
      try (Talk desk = Talk.open(base, organiser.cookie()).hello("organiser", event, null, null)) {
        JsonArray order = desk.hear("organiserSnapshot").getJsonArray("runOrder");
        String ended = poll(desk, order.getJsonObject(0));
        String other = poll(desk, order.getJsonObject(1));

        Scan people = new Scan().text("address", ADDRESS).text("agent", AGENT);
        canaries.forEach(
            c ->
                people
                    .value("participant", c.participant)
                    .text("token", c.token)
                    .value("token", c.token.split("\\.")[2]));
        canaries
            .subList(0, VOTERS)
            .forEach(
                c -> people.text("receipt", c.receipts.get(0)).text("receipt", c.receipts.get(1)));
        Scan ballots = links(ended, 0, store.pollKey(event, ended));
        Scan others = links(other, 1, store.pollKey(event, other));
        scans = new Scan[] {people, ballots, others};

        assertEquals(Map.of(), people.folder(data), "who is who is in no file at any time");
        assertEquals(LINKS, ballots.folder(data).keySet(), "the look can see what was appended");
        store.rewriteHistory();
        assertEquals(LINKS, ballots.folder(data).keySet(), "and what was rewritten");

        finalise(base, organiser.cookie(), ended);
        Await.until(
            () -> ballots.folder(data).isEmpty()); // Redis deletes its old files a moment later
        assertNull(store.pollKey(event, ended));
        assertEquals(Map.of(), people.folder(data));
        assertEquals(LINKS, others.folder(data).keySet(), "the look can still see");

        String written = log.toString(StandardCharsets.UTF_8) + server.console();
        assertTrue(written.contains("The poll " + ended + " is finalised"), "the log is looked at");
        String exports =
            organiser.get("/api/v1/events/" + event + "/export.json").body()
                + organiser.get("/api/v1/events/" + event + "/results.csv").body();
        for (String text : List.of(written, exports)) {
          assertEquals(Map.of(), people.in(text));
          assertEquals(Map.of(), ballots.in(text));
          assertEquals(Map.of(), others.in(text));
        }
        exported(organiser.get("/api/v1/events/" + event + "/results.json").body(), ended);
        tellsTheVoterTheTruth(order.getJsonObject(0));
      }
    } finally {
      System.setOut(terminal);
      canaries.forEach(c -> c.talk.close());
    }
    Path backup = folder.resolve("backup");
    Folders.copy(data, backup); // as the README says: of a server that was stopped
    assertEquals(Map.of(), scans[0].folder(backup));
    assertEquals(Map.of(), scans[1].folder(backup));
    assertEquals(
        LINKS,
        scans[2].folder(backup).keySet(),
        "the poll that is not final is in the back-up as it was");
  }

  private void join(URI base, String code) {
    for (int i = 0; i < CANARIES; i++) {
      Browser phone = new Browser(base);
      JsonObject joined =
          new JsonObject(
              phone
                  .send(
                      phone
                          .post(
                              "/api/v1/join",
                              "application/json",
                              new JsonObject().put("code", code).encode())
                          .header("x-forwarded-for", ADDRESS)
                          .header("user-agent", AGENT))
                  .body());
      String token = joined.getString("token");
      event = joined.getJsonObject("event").getString("id");
      canaries.add(
          new Canary(token, token.split("\\.")[1], Talk.attendee(base, joined), new ArrayList<>()));
    }
  }

  /** Everybody votes; every third changes their mind. Answers the poll's id. */
  private String poll(Talk desk, JsonObject poll) {
    String id = poll.getString("id");
    desk.say(
            new JsonObject()
                .put("type", "openActivity")
                .put("ref", 1)
                .put("activity", id)
                .put("rev", poll.getInteger("rev")))
        .hear("done");
    for (int i = 0; i < VOTERS; i++) {
      Canary canary = canaries.get(i);
      for (int seq = 1; seq <= (i % 3 == 0 ? 2 : 1); seq++) {
        JsonObject counted = canary.talk.say(vote(poll, i, seq)).hear("voteCounted");
        if (seq == 1) canary.receipts.add(counted.getString("receipt"));
        assertEquals(
            canary.receipts.get(canary.receipts.size() - 1),
            counted.getString("receipt"),
            "one person, one receipt");
      }
    }
    desk.hear(
        m ->
            m.getString("type").equals("tally")
                && m.getString("activity").equals(id)
                && m.getJsonObject("tally").getInteger("connected") == CANARIES,
        "all were noted");
    return id;
  }

  private static JsonObject vote(JsonObject poll, int canary, int seq) {
    JsonArray options = poll.getJsonArray("options");
    String choice = options.getJsonObject((canary + seq) % options.size()).getString("id");
    return new JsonObject()
        .put("type", "castVote")
        .put("ref", seq)
        .put("activity", poll.getString("id"))
        .put("round", 1)
        .put("vote", voteId(poll.getString("id"), canary, seq))
        .put("seq", seq)
        .put("answer", new JsonArray().add(choice))
        .put("abstain", false)
        .put("heldMs", 0);
  }

  private static String voteId(String poll, int canary, int seq) {
    return "canary-" + poll + "-" + canary + "-" + seq;
  }

  /** What leads from a person to a ballot of this poll. */
  private Scan links(String poll, int nth, byte[] key) {
    Scan scan = new Scan().bytes("poll key", key);
    VoterKeys keys = new VoterKeys(new Hmac());
    for (int i = 0; i < CANARIES; i++) {
      String voter = keys.voter(MacKey.of(key), canaries.get(i).participant);
      if (i >= VOTERS) {
        scan.value("key of who was there", voter);
        continue;
      }
      scan.value("voter key", voter).text("vote id", voteId(poll, i, i % 3 == 0 ? 2 : 1));
      assertEquals(
          canaries.get(i).receipts.get(nth),
          new Receipts(new Hmac()).receipt(MacKey.of(key), 1, voter));
    }
    return scan;
  }

  private void finalise(URI base, String cookie, String id) {
    try (Talk desk = Talk.open(base, cookie).hello("organiser", event, null, null)) {
      int rev = find(desk.hear("organiserSnapshot").getJsonArray("runOrder"), id).getInteger("rev");
      desk.say(
          new JsonObject()
              .put("type", "finaliseActivity")
              .put("ref", 9)
              .put("activity", id)
              .put("rev", rev));
      JsonObject anonymised =
          desk.hear(
              m ->
                  m.getString("type").equals("organiserSnapshot")
                      && find(m.getJsonArray("runOrder"), id).getBoolean("anonymised"),
              "anonymised");
      assertEquals("final", find(anonymised.getJsonArray("runOrder"), id).getString("state"));
    }
  }

  private static JsonObject find(JsonArray polls, String id) {
    return polls.stream()
        .map(JsonObject.class::cast)
        .filter(p -> p.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void exported(String file, String id) {
    FileCheck check =
        FileCheck.of(file.getBytes(StandardCharsets.UTF_8), AllKinds.REGISTRY.files());
    assertTrue(check.genuine(), check.toString());
    JsonObject poll = find(new JsonObject(file).getJsonArray("results"), id);
    assertEquals(VOTERS, poll.getInteger("voted"));
    assertEquals(CANARIES, poll.getInteger("connected"), "R1 the number stays");
    assertEquals(
        canaries.subList(0, VOTERS).stream()
            .map(c -> Receipts.hash(id, 1, c.receipts.get(0)))
            .sorted()
            .toList(),
        poll.getJsonArray("receipts").getList());
  }

  /**
   * Whose answer was lost, and who comes back long after it, is told neither "counted" nor "not
   * counted": nobody knows any more.
   */
  private void tellsTheVoterTheTruth(JsonObject poll) {
    Canary canary = canaries.get(1);
    JsonObject refused = canary.talk.say(vote(poll, 1, 1)).hear("voteRefused");
    assertEquals("finalised", refused.getString("code"));
  }
}
