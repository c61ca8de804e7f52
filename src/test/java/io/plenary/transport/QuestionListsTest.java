package io.plenary.transport;

import static io.plenary.transport.Floor.first;
import static io.plenary.transport.Floor.size;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lists of questions as people and moderators page through them, and what is left of them after
 * a reset and at the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionListsTest {
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

  @Test
  void aResetForgetsEverythingAndTheListStartsAnotherFeed() {
    try (Floor floor = new Floor(server, browser, new JsonObject().put("check", "after"));
        Talk phone = floor.phone()) {
      JsonObject before = floor.head(phone, "popular");
      assertEquals(
          "published",
          floor
              .ask(phone, floor.question(floor.phoneId(), "Seen at once", null))
              .getString("state"));
      phone.hear("questionsMoved");
      floor.command(floor.organiser, floor.message("resetActivity").put("rev", floor.rev));
      JsonObject off =
          phone.hear(
              m -> m.getString("type").equals("attendeeSnapshot") && Beside.questions(m) == null,
              "off");
      assertTrue(off.containsKey("presence"));
      assertEquals(
          "unknownActivity",
          floor
              .ask(phone, floor.message("watchQuestions").put("on", true).put("order", "popular"))
              .getString("code"));
      floor.rev++; // by the reset
      floor.edit(new JsonObject());
      assertEquals(
          2,
          Beside.questions(
                  phone.hear(
                      m ->
                          m.getString("type").equals("attendeeSnapshot")
                              && Beside.questions(m) != null,
                      "on"))
              .getInteger("round"));
      JsonObject after = floor.head(phone, "popular");
      assertEquals(new JsonArray(), after.getJsonArray("items"));
      assertNotEquals(before.getString("feed"), after.getString("feed"));
      assertEquals("questionsReset", floor.upvote(phone, 1, 9, true).getString("code"));
    }
  }

  @Test
  void whatIsFinalisedCanBeReadAndNobodyIsKnownAnyMore() {
    try (Floor floor = new Floor(server, browser, new JsonObject().put("check", "after"));
        Talk phone = floor.phone()) {
      String id = floor.phoneId();
      floor.ask(phone, floor.question(id, "The last one", null));
      floor.head(phone, "popular", size(1));
      floor.upvote(phone, 1, 1, true);
      floor.command(floor.organiser, floor.message("finaliseActivity").put("rev", floor.rev));
      JsonObject end =
          phone.hear(
              m ->
                  m.getString("type").equals("attendeeSnapshot")
                      && Beside.questions(m).getString("state").equals("final"),
              "the end");
      assertFalse(Beside.questions(end).getBoolean("asking"));
      assertEquals(
          "finalised",
          floor.ask(phone, floor.question(floor.phoneId(), "Too late", null)).getString("code"));
      assertEquals("finalised", floor.upvote(phone, 1, 2, false).getString("code"));
      assertEquals(
          "unknownQuestion",
          floor
              .ask(phone, floor.message("withdrawQuestion").put("question", id))
              .getString("code"));
      assertEquals(1, first(floor.head(phone, "popular")).getInteger("up"));
      JsonObject item = floor.found("The last one");
      floor.command(
          floor.organiser,
          floor
              .message("eraseQuestion")
              .put("id", item.getString("id"))
              .put("rev", item.getLong("rev")));
      floor.head(phone, "popular", size(0));
    }
  }

  @Test
  void pagesFollowTheHeadWithoutGapsOrRepetitions() {
    try (Floor floor =
            new Floor(
                server, browser, new JsonObject().put("check", "after").put("perPerson", 50));
        Talk phone = floor.phone()) {
      for (int i = 1; i <= 45; i++) {
        floor.ask(phone, floor.question(floor.phoneId(), "Question number " + i, null));
      }
      floor.first(
          phone,
          floor
              .message("getQuestions")
              .put("order", "recent")
              .put("after", new JsonObject().put("up", 0).put("n", 46)),
          page -> size(30).test(page) && first(page).getInteger("n") == 45);
      for (String order : new String[] {"recent", "popular"}) {
        JsonObject head = floor.head(phone, order, size(30));
        JsonArray all = head.getJsonArray("items").copy();
        assertTrue(head.getBoolean("more"));
        JsonObject last = all.getJsonObject(29);
        JsonObject page =
            floor.ask(
                phone,
                floor
                    .message("getQuestions")
                    .put("order", order)
                    .put(
                        "after",
                        new JsonObject()
                            .put("up", last.getInteger("up"))
                            .put("n", last.getInteger("n"))));
        assertFalse(page.getBoolean("more"));
        all.addAll(page.getJsonArray("items"));
        assertEquals(
            45, all.stream().map(i -> ((JsonObject) i).getInteger("n")).distinct().count());
        assertEquals(order.equals("recent") ? 45 : 1, all.getJsonObject(0).getInteger("n"));
      }
    }
  }

  @Test
  void moderatorsSeeEachOthersHands() {
    try (Floor floor = new Floor(server, browser, new JsonObject());
        Talk phone = floor.phone()) {
      Talk second =
          Talk.open(server.base(), browser.cookie()).hello("organiser", floor.event, null, null);
      JsonObject item = floor.asked(phone, "Who is at this one");
      floor.ask(floor.organiser, floor.message("watchQueue").put("on", true));
      second.say(
          new JsonObject()
              .put("type", "holdQuestion")
              .put("activity", floor.qa)
              .put("id", item.getString("id")));
      JsonObject hands = floor.organiser.hear("hands");
      assertEquals(
          item.getString("id"), hands.getJsonArray("hands").getJsonObject(0).getString("id"));
      assertFalse(hands.getJsonArray("hands").getJsonObject(0).getString("who").isEmpty());
      second.close();
      assertEquals(
          new JsonArray(),
          floor.organiser.hear("hands").getJsonArray("hands"),
          "forgotten with the connection");
    }
  }
}
