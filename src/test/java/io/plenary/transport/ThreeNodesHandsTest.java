package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.transport.contract.ThreeNodes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where moderators of three nodes are. */
class ThreeNodesHandsTest {
  private static final long WITHIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static void sees(Talk moderator, String... questions) {
    List<String> wanted = List.of(questions);
    moderator.hear(
        message ->
            message.getString("type").equals("hands")
                && at(message.getJsonArray("hands")).equals(wanted),
        "hands at " + wanted);
  }

  private static List<String> at(JsonArray hands) {
    return hands.stream().map(hand -> ((JsonObject) hand).getString("id")).toList();
  }

  @Test
  void whoWasAtANodeThatDiesIsAtNoQuestion(@TempDir Path folder) {
    try (ThreeNodes nodes = new ThreeNodes(folder);
        Floor floor = new Floor(nodes.here, nodes.owner, new JsonObject());
        Talk phone = floor.phone();
        Talk there =
            Talk.open(nodes.there.base(), nodes.owner.cookie())
                .hello("organiser", floor.event, null, null);
        Talk third =
            Talk.open(nodes.third.base(), nodes.owner.cookie())
                .hello("organiser", floor.event, null, null)) {
      String question = floor.asked(phone, "Who is at it?").getString("id");
      for (Talk moderator : List.of(floor.organiser, there)) {
        floor.ask(moderator, floor.message("watchQueue").put("on", true));
      }
      third.hear("organiserSnapshot");
      third.say(
          new JsonObject()
              .put("type", "holdQuestion")
              .put("activity", floor.qa)
              .put("id", question));
      sees(floor.organiser, question);
      sees(there, question);
      nodes.kill(nodes.third);
      long from = System.nanoTime();
      sees(floor.organiser);
      sees(there);
      long took = System.nanoTime() - from;
      assertTrue(took < WITHIN_NANOS, TimeUnit.NANOSECONDS.toMillis(took) + " ms");
    }
  }
}
