package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ExamplePoll;
import io.plenary.TestServer;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.redis.embedded.Monitored;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.store.RedisBallotStore;
import io.plenary.transport.contract.Nodes;
import io.plenary.transport.contract.TwoNodes;
import io.plenary.voting.Ballot;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one store while votes pour in, counted at the store. */
class HintsOnThreeNodesTest {
  private static final long WHILE_MS = 3_000;

  private static final String CAST = Script.load("cast_votes").sha1();

  private static boolean shows(JsonObject message, long answers) {
    return message.getValue("tally") instanceof JsonObject tally
        && tally.getLong("answers") == answers;
  }

  private static Talk stage(TestServer node, URI link) {
    Talk stage = Talk.link(node.base(), link);
    stage.hear("stageSnapshot");
    return stage;
  }

  @Test
  @DisplayName(
      "Three nodes ask the store each what one asks, one without people next to nothing; what they"
          + " do not hear they find")
  void workGrowsWithTheNodesThatHavePeople(@TempDir Path folder) throws IOException {
    try (Nodes nodes = new Nodes(folder)) {
      TestServer one = nodes.start("--tick=100ms");
      Browser owner =
          new Browser(one.base()).setUp(one.setupToken(), TwoNodes.EMAIL, TwoNodes.PASSWORD);
      URI link = one.link("stage");
      JsonObject poll;
      try (Talk remote = Talk.link(one.base(), one.link("remote"))) {
        poll = ExamplePoll.open(remote);
      }
      Conferences.of(owner, "Later"); // what a node that starts looks at
      try (Talk first = stage(one, link);
          Votes votes = new Votes(nodes.redis, link.getPath().split("/")[2], poll.getString("id"))) {
        Map<String, Integer> alone = Monitored.commands(nodes.redis, WHILE_MS, CAST);
        TestServer two = nodes.start("--tick=100ms");
        TestServer three = nodes.start("--tick=100ms");
        Map<String, Integer> idle = Monitored.commands(nodes.redis, WHILE_MS, CAST);
        try (Talk second = stage(two, link);
            Talk third = stage(three, link)) {
          Map<String, Integer> all = Monitored.commands(nodes.redis, WHILE_MS, CAST);
          double most = Monitored.rate(alone, WHILE_MS);
          double quiet = (Monitored.rate(idle, WHILE_MS) - most) / 2;
          double each = Monitored.rate(all, WHILE_MS) / 3;
          assertTrue(quiet <= 5, quiet + " a second of an idle node: " + idle);
          assertTrue(each <= 1.1 * most, each + " each, " + most + " alone: " + all + alone);

          nodes.redis.call("CLIENT KILL TYPE pubsub"); // nobody hears anything for a moment
          long counted = votes.stop();
          for (Talk shown : List.of(first, second, third)) {
            shown.hear(m -> shows(m, counted), counted + " answers");
          }
        }
      }
    }
  }

  /** Votes of other people than these servers', one after the other. */
  private static final class Votes implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger counted = new AtomicInteger();
    private final Thread thread;

    Votes(TestRedis redis, String event, String poll) {
      RedisLink link =
          RedisLink.open(
              vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
      Await.result(link.ready());
      RedisBallotStore store = new RedisBallotStore(link);
      thread =
          new Thread(
              () -> {
                while (going.get()) {
                  Ballot vote = new Ballot("voter" + counted.get(), "a vote", 1, 1, "-", 0);
                  Await.result(store.cast(event, poll, List.of(vote), 0));
                  counted.incrementAndGet();
                }
              });
      thread.start();
    }

    long stop() {
      going.set(false);
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return counted.get();
    }

    @Override
    public void close() {
      stop();
      Await.result(vertx.close());
    }
  }
}
