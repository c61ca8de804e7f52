package io.plenary.transport;

import static io.plenary.transport.Floor.first;
import static io.plenary.transport.Floor.size;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people, moderators and screens are told while questions are asked, upvoted, moderated and
 * answered.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsTest {
  private TestServer server;
  private Browser browser;

  @BeforeAll
  void open(@TempDir Path data) {
    server = TestServer.start(data);
    browser =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
  }

  @AfterAll
  void close() {
    server.close();
  }

  private static JsonObject own(Talk phone, String state) {
    return phone.hear(
        m ->
            m.getString("type").equals("ownQuestions")
                && m.getJsonArray("items").stream()
                    .anyMatch(i -> ((JsonObject) i).getString("state").equals(state)),
        "an own question that is " + state);
  }

  @Test
  void aQuestionIsAskedOnceReadPublishedUpvotedAndAnswered() {
    try (Floor floor = new Floor(server, browser, new JsonObject());
        Talk asker = floor.phone();
        Talk other = floor.phone();
        Talk stage = floor.stage();
        Talk remote = floor.remote()) {
      floor.command(
          remote,
          new JsonObject()
              .put("type", "setStage")
              .put("room", floor.room)
              .put("view", "activity")
              .put("activity", floor.qa));
      JsonObject empty = floor.head(other, "popular");
      assertEquals(new JsonArray(), empty.getJsonArray("items"));
      JsonObject queue = floor.ask(floor.organiser, floor.message("watchQueue").put("on", true));
      assertEquals(0, queue.getJsonObject("counts").getInteger("waiting"));

      JsonObject question =
          floor.question("the-same-question-1", "  What about\npart-time  leaders? ", null);
      JsonObject asked = floor.ask(asker, question);
      assertEquals("waiting", asked.getString("state"));
      JsonObject again = floor.ask(asker, question.put("ref", 99_999));
      assertEquals(asked.put("ref", 99_999), again);
      JsonObject own = own(asker, "waiting");
      assertEquals(1, own.getJsonArray("items").size());
      assertEquals("What about part-time leaders?", first(own).getString("text"));
      assertEquals("the-same-question-1", first(own).getString("question"));
      assertEquals(9, own.getInteger("left"));
      JsonObject waiting = floor.organiser.hear("queueMoved");
      assertEquals(queue.getString("feed"), waiting.getString("feed"));
      assertEquals(queue.getLong("frame") + 1, waiting.getLong("frame"));
      assertEquals(1, waiting.getJsonObject("counts").getInteger("waiting"));

      assertFalse(floor.found("part-time").containsKey("by"), "nobody but its asker acted on it");
      JsonObject item = floor.approved(floor.found("part-time"));
      assertEquals(1, item.getInteger("n"));
      assertEquals("Organiser", item.getString("by"), "the name of the account");
      own(asker, "published");
      JsonObject put = other.hear("questionsMoved");
      assertEquals(empty.getString("feed"), put.getString("feed"));
      assertEquals(empty.getLong("frame") + 1, put.getLong("frame"));
      assertEquals(
          "What about part-time leaders?",
          put.getJsonArray("put").getJsonObject(0).getString("text"));
      assertNull(
          put.getJsonArray("put").getJsonObject(0).getString("id"), "people know it by number");

      assertEquals("upvoteCounted", floor.upvote(other, 1, 5, true).getString("type"));
      assertEquals(JsonArray.of(1, 1), other.hear("questionsMoved").getJsonArray("up"));
      assertEquals(
          "upvoteCounted", floor.upvote(other, 1, 5, true).getString("type"), "again is the same");
      JsonObject old = floor.upvote(other, 1, 3, false);
      assertEquals("superseded", old.getString("code"));
      assertEquals(new JsonObject().put("seq", 5).put("on", true), old.getJsonObject("counted"));
      floor.head(other, "recent", ups(1));

      floor.command(remote, floor.message("highlightQuestion").put("n", 1).putNull("live"));
      JsonObject live =
          other.hear(
              m ->
                  m.getString("type").equals("attendeeSnapshot")
                      && Beside.questions(m).getJsonObject("live") != null,
              "live");
      assertEquals(1, Beside.questions(live).getJsonObject("live").getInteger("n"));
      stage.hear(
          m ->
              m.getString("type").equals("stageSnapshot")
                  && m.getJsonObject("activity") != null
                  && m.getJsonObject("activity").getJsonObject("live") != null,
          "live on stage");
      own(asker, "live");
      assertEquals("upvoteCounted", floor.upvote(asker, 1, 1, true).getString("type"));
      for (Talk screen : new Talk[] {other, remote, floor.organiser}) {
        screen.hear(
            m ->
                m.getString("type").equals("questionTotals")
                    && new JsonObject().put("n", 1).put("up", 2).equals(m.getJsonObject("live")),
            "upvotes of the live question");
      }
      floor.command(remote, floor.message("answeredQuestion").put("n", 1));
      own(asker, "answered");
      assertEquals("remote", floor.found("part-time").getString("by"));
      assertEquals(
          "notUpvotable", floor.upvote(other, 1, 6, false).getString("code"), "upvotes freeze");
      JsonObject totals =
          other.hear(
              m ->
                  m.getString("type").equals("questionTotals")
                      && m.getJsonObject("totals").getInteger("answered") == 1,
              "totals");
      assertFalse(totals.containsKey("counts"), "of states people are told nothing");
    }
  }

  @Test
  void mergedQuestionsAreOneAndEachPersonCountsOnce() {
    try (Floor floor = new Floor(server, browser, new JsonObject());
        Talk asker = floor.phone();
        Talk both = floor.phone();
        Talk one = floor.phone()) {
      JsonObject a = floor.approved(floor.asked(asker, "What is next for alpha"));
      floor.approved(floor.asked(asker, "And next for beta"));
      floor.upvote(both, 1, 1, true);
      floor.upvote(both, 2, 2, true);
      floor.upvote(one, 2, 1, true);
      JsonObject b = floor.found("beta");
      floor.command(
          floor.organiser,
          floor
              .message("mergeQuestion")
              .put("id", b.getString("id"))
              .put("rev", b.getLong("rev"))
              .put("into", a.getString("id")));
      JsonObject own = own(asker, "merged");
      JsonObject merged = own.getJsonArray("items").getJsonObject(1);
      assertEquals(
          new JsonObject().put("n", 1).put("text", "What is next for alpha"),
          merged.getJsonObject("into"));
      JsonObject head = floor.head(one, "popular", size(1));
      assertEquals(2, first(head).getInteger("up"));
      assertEquals(JsonArray.of(2), first(head).getJsonArray("also"));
      assertEquals("upvoteCounted", floor.upvote(both, 1, 3, false).getString("type"));
      floor.head(one, "popular", ups(1)); // taken back from all of the group
      b = floor.found("beta");
      floor.command(
          floor.organiser,
          floor
              .message("unmergeQuestion")
              .put("id", b.getString("id"))
              .put("rev", b.getLong("rev")));
      JsonArray apart = floor.head(one, "popular", size(2)).getJsonArray("items");
      assertEquals(
          JsonArray.of(2, 1),
          JsonArray.of(
              apart.getJsonObject(0).getInteger("n"), apart.getJsonObject(0).getInteger("up")));
      assertEquals(0, apart.getJsonObject(1).getInteger("up"));
    }
  }

  private static Predicate<JsonObject> ups(int up) {
    return head -> first(head).getInteger("up") == up;
  }

  @Test
  void aModeratorSaysWhyAndUndoesNobodyElsesAct() {
    try (Floor floor = new Floor(server, browser, new JsonObject().put("openCounts", true));
        Talk asker = floor.phone()) {
      JsonObject item = floor.asked(asker, "Is it true what they say");
      JsonObject decline =
          new JsonObject()
              .put("kind", "decline")
              .put("reason", "namesSomebody")
              .put("note", "Ask it without the name.");
      assertEquals(1, floor.moderate(item, decline).getJsonArray("done").size());
      JsonObject own = first(own(asker, "declined"));
      assertEquals("namesSomebody", own.getString("reason"));
      assertEquals("Ask it without the name.", own.getString("note"));
      assertEquals(1, floor.moderate(item, decline).getJsonArray("done").size(), "is so already");
      JsonObject late = floor.moderate(item, new JsonObject().put("kind", "approve"));
      assertEquals(
          "conflict",
          late.getJsonArray("conflicts").getJsonObject(0).getString("code"),
          "decided on what is no longer so");
      JsonObject open =
          asker.hear(
              m ->
                  m.getString("type").equals("questionTotals")
                      && m.getJsonObject("open") != null
                      && m.getJsonObject("open")
                              .getJsonObject("declined")
                              .getInteger("namesSomebody")
                          == 1,
              "open counts");
      assertEquals(1, open.getJsonObject("open").getInteger("received"));
    }
  }

  @Test
  void whatIsNotTakenIsRefusedForGoodWithWordsThatSayWhy() {
    try (Floor floor =
            new Floor(
                server,
                browser,
                new JsonObject()
                    .put("names", "anonymous")
                    .put("maxLength", 50)
                    .put("perPerson", 1));
        Talk phone = floor.phone()) {
      assertEquals(
          "nameNotAllowed",
          floor.ask(phone, floor.question(floor.phoneId(), "Why", "Me")).getString("code"));
      assertEquals(
          "badQuestion",
          floor
              .ask(phone, floor.question(floor.phoneId(), "e".repeat(51), null))
              .getString("code"));
      assertEquals(
          "badQuestion",
          floor
              .ask(phone, floor.question(floor.phoneId(), "\u200b \u202e", null))
              .getString("code"));
      assertEquals(
          "questionsReset",
          floor
              .ask(phone, floor.question(floor.phoneId(), "Why", null).put("round", 2))
              .getString("code"));
      assertEquals(
          "unknownActivity",
          floor
              .ask(phone, floor.question(floor.phoneId(), "Why", null).put("activity", "nothing"))
              .getString("code"));
      assertEquals("unknownQuestion", floor.upvote(phone, 7, 1, true).getString("code"));
      String id = floor.phoneId();
      assertEquals(
          "questionAsked", floor.ask(phone, floor.question(id, "Why", null)).getString("type"));
      assertEquals(
          "questionLimit",
          floor.ask(phone, floor.question(floor.phoneId(), "And why", null)).getString("code"));
      assertEquals(
          "unknownQuestion",
          floor
              .ask(phone, floor.message("withdrawQuestion").put("question", floor.phoneId()))
              .getString("code"));
      floor.command(phone, floor.message("withdrawQuestion").put("question", id));
      floor.command(phone, floor.message("withdrawQuestion").put("question", id));
      assertEquals(
          "questionAsked",
          floor.ask(phone, floor.question(floor.phoneId(), "And why", null)).getString("type"),
          "the withdrawn one does not count");
      floor.command(
          floor.organiser,
          floor
              .message("setAsking")
              .put("rev", floor.rev)
              .put("asking", false)
              .put("check", "before"));
      assertEquals(
          "notAsking",
          floor.ask(phone, floor.question(floor.phoneId(), "Too late", null)).getString("code"));
      assertEquals(
          "questionAsked",
          floor.ask(phone, floor.question(id, "Why", null)).getString("type"),
          "stored before asking ended");
    }
  }
}
