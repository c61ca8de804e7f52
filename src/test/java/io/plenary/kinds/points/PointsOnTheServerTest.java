package io.plenary.kinds.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.BallotOnServer;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A points poll from its draft to the file that outlives it, over the wire and in the store. */
class PointsOnTheServerTest extends BallotOnServer {
  private static JsonObject draft(int total, int step) {
    JsonArray options = new JsonArray();
    for (String id : List.of("a", "b", "c")) {
      options.add(new JsonObject().put("text", "Option " + id).put("id", id));
    }
    return new JsonObject()
        .put("kind", "points")
        .put("question", "What next?")
        .put("options", options)
        .put("total", total)
        .put("step", step)
        .put("abstain", "I have no view")
        .put("results", "everyone");
  }

  @Override
  protected JsonObject imported() {
    return draft(100, 5);
  }

  @Test
  void fromItsDraftToTheFileThatOutlivesIt() {
    assertEquals("points", activity().getString("kind"));
    assertEquals("draft", activity().getString("state"));
    assertEquals("error", edit(draft(100, 3)).getString("type"), "3 does not divide 100");
    done(edit(draft(10, 1)));
    assertEquals(10, activity().getInteger("total"));
    run("openActivity");

    List<Talk> people = phones(6);
    Talk first = people.get(0);
    assertEquals(1, shown(first).getInteger("step"));
    assertRefused("Give all 10 points: this vote gives 9.", vote(first, 1, "a:5", "b:4"));
    assertRefused("Give points to each option once.", vote(first, 2, "a:5", "a:5"));
    assertRefused("This option is not in the poll.", vote(first, 3, "x:10"));
    assertRefused(
        "Give points as whole numbers, such as a:1, and leave out who is given none.",
        vote(first, 4, "a:10", "b:0"));
    counted(first, 5, "c:10");
    counted(first, 6, "b:4", "a:6");
    counted(people.get(1), 6, "a:10");
    counted(people.get(2), 6, "a:1", "b:9");
    counted(people.get(3), 6, "c:10");
    counted(people.get(4), 6, "a:3", "b:3", "c:4");
    counted(people.get(5), 6);

    for (Talk screen : List.of(stage, people.get(3))) {
      assertEquals(
          new JsonObject()
              .put("points", JsonArray.of(20, 16, 14))
              .put("givers", JsonArray.of(4, 3, 2)),
          result(screen, 6, false),
          "nothing of the vote that was changed is left");
    }
    assertFrozen(draft(100, 5));

    JsonObject file = finalised(6);
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("a:6", "b:4")));
    JsonObject option = file.getJsonArray("options").getJsonObject(0);
    assertEquals(4.0, option.getDouble("mean"));
    assertEquals(4, option.getInteger("givers"));
    assertOver(first, "a:10");
  }
}
