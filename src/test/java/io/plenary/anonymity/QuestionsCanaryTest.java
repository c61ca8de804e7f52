package io.plenary.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Beside;
import io.plenary.Folders;
import io.plenary.TestServer;
import io.plenary.Waiting;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Canaries ask, upvote, take back and react at a whole server, in the Q&As of two events, and one
 * is finalised. Before it, somebody who holds every file finds whose question and upvote is whose;
 * after it, nobody does, while the same look still finds those of the other Q&A.
 */
class QuestionsCanaryTest {
  private static final Set<String> TIES =
      Set.of("answer key", "asker", "asker with a name", "phone's id", "upvoter");
  private static final List<String> FILES =
      List.of(
          "export.json",
          "results.json",
          "results.csv",
          "questions.json",
          "questions.csv",
          "questions.json?public",
          "questions.csv?public");

  /** Minute, who, act, question, from, to, reason. */
  private static final String AUDIT_LINE = "\\d{8} (\\S+) [A-Z_]+ (\\S+) [A-Z]+ [A-Z]+ ([A-Z_]+|-)";

  @TempDir private Path folder;

  private Browser organiser;
  private Scan people;
  private Scan ended;
  private Scan other;
  private Scan words;

  @Test
  void nobodyFindsOutWhoAskedOrUpvotedOnceTheQuestionsAreFinalised() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream terminal = System.out;
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (TestServer server = TestServer.start(data, "--grace=0s", "--trust-proxy");
        EmbeddedStore store = new EmbeddedStore(data)) {
      organiser =
          new Browser(server.base())
              .setUp(
                  server.setupToken(), "organiser@plenary.example", "a long enough passphrase 7");
      try (QaCanaries one = new QaCanaries(server, organiser);
          QaCanaries two = new QaCanaries(server, organiser)) {
        CompletableFuture<Void> aside = CompletableFuture.runAsync(two::act);
        one.act();
        aside.join();
        people = two.who(one.who(new Scan()));
        ended = one.ties(store.pollKey(one.floor.event, one.floor.qa));
        other = two.ties(store.pollKey(two.floor.event, two.floor.qa));
        words = one.words("words taken back", 3);
        Scan erased = one.words("words erased", 4);

        assertEquals(Map.of(), people.folder(data), "who is who is in no file at any time");
        assertEquals(TIES, ended.folder(data).keySet(), "the look can see what was appended");
        assertEquals(
            Set.of("words taken back"), words.folder(data).keySet(), "of what was taken back, too");
        store.rewriteHistory();
        assertEquals(TIES, ended.folder(data).keySet(), "and what was rewritten");
        assertEquals(Set.of("words erased"), erased.folder(data).keySet());
        nothingIn(files(one) + files(two));
        List<String> audit = store.audit(one.floor.event, one.floor.qa);
        anonymous(audit, one);

        one.erase();
        finalise(one);
        gone(ended, data);
        gone(erased, data);
        for (JsonObject answer : one.sayAgain()) {
          assertEquals(
              "finalised", answer.getString("code"), "nothing of a person is written any more");
        }
        assertEquals(Map.of(), ended.folder(data));
        assertEquals(Map.of(), words.folder(data));
        assertEquals(Map.of(), people.folder(data));
        assertEquals(TIES, other.folder(data).keySet(), "the look can still see");
        assertNull(store.pollKey(one.floor.event, one.floor.qa));
        List<String> after = store.audit(one.floor.event, one.floor.qa);
        assertEquals(audit, after.subList(0, audit.size()), "the audit trail stays");
        anonymous(after, one);

        String written = log.toString(StandardCharsets.UTF_8) + server.console();
        assertTrue(
            written.contains("The Q&A " + one.floor.qa + " is finalised"), "the log is looked at");
        nothingIn(written);
        nothingIn(new Browser(server.management()).get("/metrics").body());
        nothingIn(files(one) + files(two));
        assertEquals(Map.of(), erased.in(files(one)));
        counted(one);
      }
    } finally {
      System.setOut(terminal);
    }
    Path backup = folder.resolve("backup");
    Folders.copy(data, backup); // as the README says: of a server that was stopped
    assertEquals(Map.of(), people.folder(backup));
    assertEquals(Map.of(), ended.folder(backup));
    assertEquals(Map.of(), words.folder(backup));
    assertEquals(
        TIES,
        other.folder(backup).keySet(),
        "the Q&A that is not final is in the back-up as it was");
  }

  /** Redis deletes its old files a moment after it has written new ones. */
  private static void gone(Scan scan, Path data) {
    Waiting.until(() -> scan.folder(data).toString(), () -> scan.folder(data).isEmpty());
  }

  private void nothingIn(String text) {
    assertFalse(text.isEmpty());
    for (Scan scan : List.of(people, ended, other, words)) assertEquals(Map.of(), scan.in(text));
  }

  /** Everything an organiser can take home. */
  private String files(QaCanaries of) throws IOException {
    StringBuilder all = new StringBuilder();
    String path = "/api/v1/events/" + of.floor.event + "/";
    for (String file : FILES) {
      var response = organiser.get(path + file);
      assertEquals(200, response.statusCode(), file);
      all.append(response.body());
    }
    byte[] workbook =
        organiser
            .send(organiser.request(path + "results.xlsx").GET(), BodyHandlers.ofByteArray())
            .body();
    Path file = Files.write(folder.resolve("results.xlsx"), workbook);
    int entries = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        entries++;
      }
    }
    assertTrue(entries > 5, "a workbook");
    return all.toString();
  }

  /** Nothing but what was done with which question, and which of the people who run it did that. */
  private void anonymous(List<String> audit, QaCanaries of) {
    String account =
        new JsonObject(organiser.get("/api/v1/events/" + of.floor.event + "/staff").body())
            .getJsonArray("people")
            .getJsonObject(0)
            .getString("account");
    Set<String> who = new TreeSet<>();
    for (String line : audit) {
      assertTrue(line.matches(AUDIT_LINE), line);
      who.add(line.split(" ")[1]);
    }
    assertEquals(new TreeSet<>(Set.of(account, "asker")), who);
    nothingIn(String.join("\n", audit));
  }

  private void finalise(QaCanaries of) {
    try (Talk desk =
        Talk.open(of.floor.server.base(), organiser.cookie())
            .hello("organiser", of.floor.event, null, null)) {
      long rev = Beside.questions(desk.hear("organiserSnapshot")).getLong("rev");
      of.floor.command(desk, of.floor.message("finaliseActivity").put("rev", rev));
      JsonObject anonymised =
          desk.hear(
              m ->
                  m.getString("type").equals("organiserSnapshot")
                      && Beside.questions(m).getBoolean("anonymised"),
              "anonymised");
      assertEquals("final", Beside.questions(anonymised).getString("state"));
    }
  }

  /**
   * What is no secret stays: questions, names that were given, how many upvoted, how many reacted.
   */
  private void counted(QaCanaries of) {
    String path = "/api/v1/events/" + of.floor.event + "/";
    JsonArray items =
        new JsonObject(organiser.get(path + "questions.json").body())
            .getJsonArray("results")
            .getJsonObject(0)
            .getJsonArray("items");
    assertEquals(9, items.size());
    JsonObject first = items.getJsonObject(0);
    assertEquals(
        List.of(QaCanaries.PEOPLE, QaCanaries.PEOPLE),
        List.of(first.getInteger("upvotes"), first.getInteger("raw")));
    JsonObject signed = items.getJsonObject(2);
    assertEquals("Canary who signs " + of.floor.qa, signed.getString("name"));
    assertEquals(QaCanaries.PEOPLE / 2, signed.getInteger("upvotes"));
    JsonObject results = new JsonObject(organiser.get(path + "results.json").body());
    assertEquals(
        QaCanaries.PEOPLE,
        results.getJsonArray("results").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.containsKey("taps"))
            .findFirst()
            .orElseThrow()
            .getJsonObject("taps")
            .getInteger("heart"));
  }
}
