package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.Beside;
import io.plenary.transport.contract.TwoNodes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one store: what happens at one is seen at the other. */
class TwoNodesTest {
  private static JsonArray questions(JsonObject message) {
    return new JsonArray(
        message.getJsonArray("hands").stream()
            .map(hand -> ((JsonObject) hand).getString("id"))
            .toList());
  }

  /** Where somebody is who is connected to the other node, until they are not. */
  private static void seesHands(Floor floor, Talk watching, Talk holding, String question) {
    floor.ask(watching, floor.message("watchQueue").put("on", true));
    JsonObject hold = new JsonObject().put("type", "holdQuestion").put("activity", floor.qa);
    holding.say(hold.copy().put("id", question));
    watching.hear(
        m -> m.getString("type").equals("hands") && questions(m).equals(JsonArray.of(question)),
        "a hand");
    JsonObject again = floor.ask(watching, floor.message("watchQueue").put("on", true));
    assertEquals(JsonArray.of(question), questions(again), "whoever comes later sees it at once");
    holding.say(hold.copy().putNull("id"));
    watching.hear(m -> m.getString("type").equals("hands") && questions(m).isEmpty(), "no hand");
  }

  @Test
  void questionsUpvotesAndActsCrossFromNodeToNode(@TempDir Path one, @TempDir Path two) {
    try (TwoNodes nodes = new TwoNodes(one, two);
        Floor floor = new Floor(nodes.here, nodes.owner, new JsonObject());
        Talk here = floor.phone();
        Talk there =
            Talk.attendee(nodes.there.base(), new Browser(nodes.there.base()).join(floor.code));
        Talk moderator =
            Talk.open(nodes.there.base(), nodes.owner.cookie())
                .hello("organiser", floor.event, null, null)) {
      there.hear("ownQuestions");
      assertEquals(
          "questionAsked",
          floor
              .ask(there, floor.question(floor.phoneId(), "Asked at the other", null))
              .getString("type"));
      floor.head(here, "popular");
      JsonObject item = floor.found("Asked at the other");
      seesHands(floor, floor.organiser, moderator, item.getString("id"));
      seesHands(floor, moderator, floor.organiser, item.getString("id"));
      floor.approved(item);
      there.hear(
          m ->
              m.getString("type").equals("ownQuestions")
                  && !m.getJsonArray("items").isEmpty()
                  && m.getJsonArray("items")
                      .getJsonObject(0)
                      .getString("state")
                      .equals("published"),
          "published");
      assertEquals(
          "Asked at the other",
          here.hear("questionsMoved").getJsonArray("put").getJsonObject(0).getString("text"));
      assertEquals("upvoteCounted", floor.upvote(there, 1, 1, true).getString("type"));
      assertEquals(JsonArray.of(1, 1), here.hear("questionsMoved").getJsonArray("up"));
      assertEquals("upvoteCounted", floor.upvote(here, 1, 1, true).getString("type"));
      floor.head(
          there,
          "popular",
          head ->
              head.getJsonArray("items").size() == 1
                  && head.getJsonArray("items").getJsonObject(0).getInteger("up") == 2);

      floor.command(
          floor.organiser, floor.message("highlightQuestion").put("n", 1).putNull("live"));
      JsonObject late =
          floor.ask(moderator, floor.message("highlightQuestion").putNull("n").putNull("live"));
      assertEquals("conflict", late.getString("code"), "the other node decides on what is stored");
      there.hear(
          m ->
              m.getString("type").equals("attendeeSnapshot")
                  && Beside.questions(m).getJsonObject("live") != null,
          "live");
    }
  }
}
