package io.plenary.kinds.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.BallotOnServer;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A number poll from its draft to the file that outlives it, over the wire and in the store. */
class NumberOnTheServerTest extends BallotOnServer {
  private static JsonObject draft(String right) {
    return new JsonObject()
        .put("kind", "number")
        .put("question", "In how many years?")
        .put("min", "0")
        .put("max", "100")
        .put("step", "0.50")
        .put("unit", "years")
        .put("right", right)
        .put("abstain", "I have no view")
        .put("results", "everyone");
  }

  @Override
  protected JsonObject imported() {
    return draft("42.00");
  }

  @Test
  void fromItsDraftToTheFileThatOutlivesIt() {
    assertEquals("number", activity().getString("kind"));
    assertEquals("0.5", activity().getString("step"), "in its shortest form");
    assertEquals(
        "The right value must be one that people can answer. Change it or the numbers.",
        edit(draft("42.3")).getString("message"));
    done(edit(draft("33.5")));
    assertEquals("33.5", activity().getString("right"));
    run("openActivity");

    List<Talk> people = phones(6);
    Talk first = people.get(0);
    JsonObject seen = shown(first);
    assertEquals("years", seen.getString("unit"));
    assertFalse(seen.containsKey("right"), seen::encode);
    assertRefused("Give one number.", vote(first, 1, "1", "2"));
    assertRefused("Give a number from 0 to 100, in plain digits.", vote(first, 2, "1,5"));
    assertRefused("Give a number in steps of 0.5, such as 1 or 1.5.", vote(first, 3, "1.25"));
    counted(first, 4, "99");
    List<String> answers = List.of("10", "12", "12.0", "64.5", "0");
    for (int i = 0; i < 5; i++) counted(people.get(i), 5, answers.get(i));
    counted(people.get(5), 5);
    JsonObject expected =
        new JsonObject()
            .put("width", 1)
            .put("bins", JsonArray.of(0, 20, 24, 129))
            .put("counts", JsonArray.of(1, 1, 2, 1))
            .putNull("right");
    for (Talk screen : List.of(stage, people.get(3))) {
      assertEquals(
          expected, result(screen, 6, false), "nothing of a changed vote, nor of the right value");
    }
    assertFrozen(draft("1"));

    run("lockActivity");
    for (Talk screen : List.of(stage, people.get(3))) {
      assertEquals("33.5", result(screen, 6, true).getString("right"), "with the whole result");
    }
    JsonObject file = finalised(6);
    assertTrue(file.getJsonArray("ballots").contains(JsonArray.of("64.5")));
    assertEquals("12", file.getString("median"));
    assertOver(first, "1");
  }
}
