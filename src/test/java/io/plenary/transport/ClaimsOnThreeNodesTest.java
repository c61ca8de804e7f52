package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ExamplePoll;
import io.plenary.TestServer;
import io.plenary.Waiting;
import io.plenary.redis.Script;
import io.plenary.redis.embedded.Monitored;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.contract.Nodes;
import io.plenary.transport.contract.TwoNodes;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one store, each with people of the same event. */
class ClaimsOnThreeNodesTest {
  private static final long WHILE_MS = 4_000;

  /** Every connection's commands are counted. */
  private static final String NOBODY = "no command holds this";

  private static int times(Map<String, Integer> asked, String script) {
    return asked.getOrDefault("evalsha \"" + Script.load(script).sha1() + "\"", 0);
  }

  private static void command(Talk remote, String type, String activity, long rev) {
    remote.say(
        new JsonObject()
            .put("type", type)
            .put("ref", rev)
            .put("activity", activity)
            .put("rev", rev));
    JsonObject answer = remote.answer(rev);
    assertEquals("done", answer.getString("type"), answer.encode());
  }

  private static int times(TestRedis redis, String script) {
    try {
      return times(Monitored.commands(redis, WHILE_MS, NOBODY), script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("What each of three nodes can do one of them does, also when another died at it")
  void whatAnyCanDoOneDoes(@TempDir Path folder) throws IOException {
    try (Nodes nodes = new Nodes(folder)) {
      TestServer one = nodes.start("--grace=1s");
      Browser owner =
          new Browser(one.base()).setUp(one.setupToken(), TwoNodes.EMAIL, TwoNodes.PASSWORD);
      URI link = one.link("stage");
      JsonObject poll;
      try (Talk remote = Talk.link(one.base(), one.link("remote"))) {
        poll = ExamplePoll.open(remote);
      }
      String id = poll.getString("id");
      long rev = poll.getLong("rev") + 1;
      List<TestServer> others = nodes.startAtOnce(2, "--grace=1s");
      try (Talk first = Talk.link(one.base(), link);
          Talk second = Talk.link(others.get(0).base(), link);
          Talk third = Talk.link(others.get(1).base(), link);
          Talk desk =
              Talk.open(one.base(), owner.cookie())
                  .hello("organiser", link.getPath().split("/")[2], null, null)) {
        for (Talk shown : List.of(first, second, third)) shown.hear("stageSnapshot");
        Waiting.until(() -> times(nodes.redis, "recount") == 0); // those of the opening are over

        command(desk, "lockActivity", id, rev);
        Map<String, Integer> locked = Monitored.commands(nodes.redis, WHILE_MS, NOBODY);
        assertEquals(1, times(locked, "recount"), locked.toString());
        assertTrue(times(locked, "claim") >= 3, locked.toString());

        assertEquals("+OK", nodes.redis.call("SET plenary:claim:finalising \"held dead\" PX 5000"));
        command(desk, "finaliseActivity", id, rev + 1);
        AtomicInteger made = new AtomicInteger();
        Waiting.until(() -> made.addAndGet(times(nodes.redis, "anonymise_ballots")) > 0);
        made.addAndGet(times(nodes.redis, "anonymise_ballots"));
        assertEquals(1, made.get());
      }
    }
  }

  private static String said(TestRedis redis, String command) {
    try {
      return redis.call(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("Upvotes of a Q&A that closed are counted when the node died that had begun it")
  void upvotesThatADeadNodeBeganToCount(@TempDir Path folder) {
    try (Nodes nodes = new Nodes(folder)) {
      TestServer server = nodes.start();
      Browser owner =
          new Browser(server.base()).setUp(server.setupToken(), TwoNodes.EMAIL, TwoNodes.PASSWORD);
      try (Floor floor = new Floor(server, owner, new JsonObject())) {
        String claim = "plenary:{" + floor.event + "}:activity:" + floor.qa + ":claim";
        Waiting.until(() -> said(nodes.redis, "GET " + claim).startsWith("done"));
        assertEquals("+OK", said(nodes.redis, "SET " + claim + " \"held dead\" PX 3000"));
        floor.edit(new JsonObject().put("state", "locked"));
        Waiting.until(() -> said(nodes.redis, "GET " + claim).startsWith("done"));
      }
    }
  }
}
