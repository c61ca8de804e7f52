package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many people there are, at three nodes together. */
class PresenceTest {
  private static final long WITHIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static Talk phone(TestServer at, JsonObject joined) {
    Talk talk = Talk.attendee(at.base(), joined);
    talk.hear("attendeeSnapshot");
    return talk;
  }

  /** A stage that shows so many, in its first picture or later. */
  private static void shows(Talk stage, int here, int joined) {
    stage.hear(
        message ->
            message.getJsonObject("presence") != null
                && message.getJsonObject("presence").getInteger("here") == here
                && message.getJsonObject("presence").getInteger("joined") == joined,
        here + " here of " + joined);
  }

  @Test
  void peopleAreCountedOverAllNodes(@TempDir Path folder) throws IOException {
    try (ThreeNodes nodes = new ThreeNodes(folder)) {
      String event = nodes.example();
      JsonObject room =
          new JsonObject(nodes.owner.get("/api/v1/events/" + event + "/links").body())
              .getJsonArray("rooms")
              .getJsonObject(0);
      String code = nodes.here.code().replace(" ", "");
      List<Talk> stages = new ArrayList<>();
      for (TestServer node : nodes.all) {
        stages.add(Talk.link(node.base(), URI.create(room.getString("stage"))));
      }
      List<List<Talk>> phones = new ArrayList<>();
      for (TestServer node : nodes.all) {
        List<Talk> there = new ArrayList<>();
        for (int i = 0; i < 3; i++) there.add(phone(node, new Browser(node.base()).join(code)));
        phones.add(there);
      }
      for (Talk stage : stages) shows(stage, 9, 9);

      JsonObject person = new Browser(nodes.here.base()).join(code);
      Talk one = phone(nodes.here, person);
      for (Talk stage : stages) shows(stage, 10, 10);
      Talk same = phone(nodes.there, person);
      Talk another = phone(nodes.there, new Browser(nodes.there.base()).join(code));
      for (Talk stage : stages) shows(stage, 11, 11); // of 12 connections
      one.close();
      same.close();
      another.close();
      phones.get(0).get(0).close();
      for (Talk stage : stages) shows(stage, 8, 11);

      assertEquals("3", nodes.redis.call("HLEN plenary:{" + event + "}:presence").substring(1));
      nodes.kill(nodes.third);
      long from = System.nanoTime();
      shows(stages.get(0), 5, 11);
      shows(stages.get(1), 5, 11);
      long took = System.nanoTime() - from;
      assertTrue(took < WITHIN_NANOS, TimeUnit.NANOSECONDS.toMillis(took) + " ms");

      nodes.stop(nodes.there);
      shows(stages.get(0), 2, 11);
    }
  }
}
