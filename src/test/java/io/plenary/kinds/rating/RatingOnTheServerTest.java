package io.plenary.kinds.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.BallotOnServer;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rating from its draft to the file that outlives it, over the wire and in the store. */
class RatingOnTheServerTest extends BallotOnServer {
  private static JsonObject draft(String type) {
    JsonArray statements = new JsonArray();
    for (String id : List.of("a", "b")) {
      statements.add(new JsonObject().put("text", "Statement " + id).put("id", id));
    }
    boolean points = type.equals("points");
    return new JsonObject()
        .put("kind", "rating")
        .put("question", "How far do you agree?")
        .put("statements", statements)
        .put(
            "scale",
            new JsonObject()
                .put("type", type)
                .put("points", points ? 7 : 5)
                .put("low", points ? "Poor" : null)
                .put("high", points ? "Good" : null))
        .put("noOpinion", "No opinion")
        .put("abstain", "I have no view")
        .put("results", "everyone");
  }

  @Override
  protected JsonObject imported() {
    return draft("points");
  }

  @Test
  void fromItsDraftToTheFileThatOutlivesIt() {
    assertEquals("rating", activity().getString("kind"));
    assertEquals(7, activity().getJsonObject("scale").getInteger("points"));
    assertEquals("draft", activity().getString("state"));
    JsonObject wrong = draft("points");
    wrong.getJsonObject("scale").putNull("low");
    assertEquals("Write what both ends of the scale mean.", edit(wrong).getString("message"));
    done(edit(draft("agreement")));
    assertEquals("agreement", activity().getJsonObject("scale").getString("type"));
    run("openActivity");

    List<Talk> people = phones(6);
    Talk first = people.get(0);
    assertEquals("No opinion", shown(first).getString("noOpinion"));
    assertRefused("Rate each statement once.", vote(first, 1, "a:1", "a:2"));
    assertRefused("This point is not on the scale.", vote(first, 2, "a:6", "b:1"));
    assertRefused("Rate every statement, or say that you have no opinion.", vote(first, 3, "a:1"));
    counted(first, 4, "a:1", "b:1");
    counted(first, 5, "b:none", "a:4");
    counted(people.get(1), 5, "a:4", "b:2");
    counted(people.get(2), 5, "a:5", "b:none");
    counted(people.get(3), 5, "a:3", "b:1");
    counted(people.get(4), 5, "a:1", "b:5");
    counted(people.get(5), 5);

    for (Talk screen : List.of(stage, people.get(3))) {
      assertEquals(
          new JsonObject()
              .put("counts", JsonArray.of(JsonArray.of(1, 0, 1, 2, 1), JsonArray.of(1, 1, 0, 0, 1)))
              .put("noOpinion", JsonArray.of(0, 2)),
          result(screen, 6, false),
          "nothing of the vote that was changed is left");
    }
    assertFrozen(draft("points"));

    JsonObject file = finalised(6);
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("a:4", "b:none")));
    assertEquals(4.0, file.getJsonArray("statements").getJsonObject(0).getDouble("median"));
    assertOver(first, "a:1", "b:1");
  }
}
