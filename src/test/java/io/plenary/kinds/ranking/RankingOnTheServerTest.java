package io.plenary.kinds.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.BallotOnServer;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ranking from its draft to the file that outlives it, over the wire and in the store. */
class RankingOnTheServerTest extends BallotOnServer {
  private static JsonObject draft(String unranked) {
    JsonArray options = new JsonArray();
    for (String id : List.of("a", "b", "c", "d")) {
      options.add(new JsonObject().put("text", "Option " + id).put("id", id));
    }
    return new JsonObject()
        .put("kind", "ranking")
        .put("question", "What first?")
        .put("options", options)
        .put("places", 3)
        .put("shuffled", true)
        .put("unranked", unranked)
        .put("abstain", "I have no view")
        .put("results", "everyone");
  }

  @Override
  protected JsonObject imported() {
    return draft("zero");
  }

  @Test
  void fromItsDraftToTheFileThatOutlivesIt() {
    assertEquals("ranking", activity().getString("kind"));
    assertEquals("zero", activity().getString("unranked"));
    assertEquals("draft", activity().getString("state"));
    done(edit(draft("mean")));
    assertEquals("mean", activity().getString("unranked"));
    run("openActivity");

    List<Talk> people = phones(6);
    Talk first = people.get(0);
    assertTrue(shown(first).getBoolean("shuffled"));
    assertRefused("Give each option one place at most.", vote(first, 1, "a", "b", "a"));
    assertRefused("Rank at most 3 options.", vote(first, 2, "a", "b", "c", "d"));
    assertRefused("This option is not in the ranking.", vote(first, 3, "x"));
    counted(first, 4, "d", "c", "b");
    for (Talk person : people.subList(0, 3)) counted(person, 5, "a", "b", "d");
    for (Talk person : people.subList(3, 5)) counted(person, 5, "b", "d", "a");
    counted(people.get(5), 5);

    for (Talk screen : List.of(stage, people.get(3))) {
      assertEquals(
          new JsonObject()
              .put("doublePoints", JsonArray.of(32, 34, 10, 24))
              .put("firsts", JsonArray.of(3, 2, 0, 0))
              .put("winner", "a"),
          result(screen, 6, false));
    }
    assertFrozen(draft("zero"));

    JsonObject file = finalised(6);
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("b", "d", "a")));
    assertEquals("a", file.getString("winner"));
    assertOver(first, "a");
  }
}
