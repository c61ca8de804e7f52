package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People who want more than their share of a Q&A, and what is left of what was merged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileQuestionsTest {
  private TestServer server;
  private Browser browser;
  private Path data;

  @BeforeAll
  void open(@TempDir Path data) {
    this.data = data;
    server = TestServer.start(data);
    browser =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
  }

  @AfterAll
  void close() {
    server.close();
  }

  private static String code(JsonObject answer) {
    return answer.getString("code", answer.getString("type"));
  }

  @Test
  void signedAndAnonymousQuestionsOfOnePersonCountTogether() {
    try (Floor floor = new Floor(server, browser, new JsonObject().put("perPerson", 2));
        Talk phone = floor.phone()) {
      JsonObject first = floor.question(floor.phoneId(), "What of one", null);
      assertEquals("questionAsked", code(floor.ask(phone, first)));
      JsonObject own =
          phone.hear(
              m ->
                  m.getString("type").equals("ownQuestions") && m.getJsonArray("items").size() == 1,
              "the first");
      assertEquals(1, own.getInteger("left"));
      assertEquals(
          "questionAsked",
          code(floor.ask(phone, floor.question(floor.phoneId(), "What of two", "A person"))));
      own =
          phone.hear(
              m ->
                  m.getString("type").equals("ownQuestions") && m.getJsonArray("items").size() == 2,
              "both");
      assertEquals(0, own.getInteger("left"));
      assertEquals(
          "questionLimit",
          code(floor.ask(phone, floor.question(floor.phoneId(), "What of three", "A person"))));
      assertEquals(
          "questionLimit",
          code(floor.ask(phone, floor.question(floor.phoneId(), "What of three", null))));
      assertEquals(
          "questionAsked", code(floor.ask(phone, first.put("ref", 77_777))), "stored before");
      floor.command(
          phone, floor.message("withdrawQuestion").put("question", first.getString("question")));
      assertEquals(
          "questionAsked",
          code(floor.ask(phone, first.put("ref", 77_778))),
          "stored before, and withdrawn");
      assertEquals(
          "questionAsked",
          code(floor.ask(phone, floor.question(floor.phoneId(), "What of three", "A person"))));
    }
  }

  private static boolean filesHold(Path folder, String words) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words)) {
          return true;
        }
      }
      return false;
    } catch (NoSuchFileException | UncheckedIOException e) {
      return true; // it is being written anew
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatAnOrganiserErasesIsSoonInNoFile() {
    String words = "the canary sings tonight";
    try (Floor floor = new Floor(server, browser, new JsonObject());
        Talk phone = floor.phone()) {
      JsonObject item = floor.asked(phone, words);
      floor.approved(floor.asked(phone, "What stays"));
      assertTrue(filesHold(data, words));
      floor.command(
          floor.organiser,
          floor
              .message("eraseQuestion")
              .put("id", item.getString("id"))
              .put("rev", item.getLong("rev")));
      Waiting.until(() -> !filesHold(data, words));
      assertTrue(filesHold(data, "What stays"), "the look can see");
    }
  }

  @Test
  void ofAMergedQuestionTheQueueSaysTheSameToWhoWatchesAndWhoComesLater(@TempDir Path data) {
    JsonObject merged;
    String event;
    String qa;
    String cookie;
    try (TestServer first = TestServer.start(data)) {
      Browser owner =
          new Browser(first.base())
              .setUp(first.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
      cookie = owner.cookie();
      try (Floor floor = new Floor(first, owner, new JsonObject());
          Talk phone = floor.phone()) {
        event = floor.event;
        qa = floor.qa;
        JsonObject a = floor.approved(floor.asked(phone, "What is alpha"));
        floor.approved(floor.asked(phone, "And also beta"));
        floor.upvote(phone, 2, 1, true);
        floor.head(
            phone,
            "popular",
            head -> head.getJsonArray("items").getJsonObject(0).getInteger("up") == 1);
        JsonObject b = floor.found("beta");
        floor.command(
            floor.organiser,
            floor
                .message("mergeQuestion")
                .put("id", b.getString("id"))
                .put("rev", b.getLong("rev"))
                .put("into", a.getString("id")));
        merged = floor.found("beta");
        assertEquals(1, floor.found("alpha").getInteger("up"));
      }
    }
    try (TestServer second = TestServer.start(data);
        Talk later = Talk.open(second.base(), cookie).hello("organiser", event, null, null)) {
      JsonObject get =
          new JsonObject()
              .put("type", "getQueue")
              .put("ref", 5)
              .put("activity", qa)
              .put("state", "merged")
              .putNull("label")
              .putNull("search")
              .putNull("after");
      later.hear("organiserSnapshot");
      JsonArray items = later.say(get).hear("queuePage").getJsonArray("items");
      assertEquals(merged, items.getJsonObject(0));
    }
  }
}
