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
  private static final String LOOK = "evalsha \"" + Script.load("tally").sha1() + "\"";

  private static final int STEPS = 6;

  /** A third of a tick. */
  private static final long AT_ONCE_NANOS = 700_000_000;

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
          Votes votes =
              new Votes(nodes.redis, link.getPath().split("/")[2], poll.getString("id"))) {
        Map<String, Integer> alone = Monitored.commands(nodes.redis, WHILE_MS, CAST);
        TestServer two = nodes.start("--tick=100ms");
        TestServer three = nodes.start("--tick=100ms");
        Map<String, Integer> idle = Monitored.commands(nodes.redis, WHILE_MS, CAST);
        try (Talk second = stage(two, link);
            Talk third = stage(three, link)) {
          Map<String, Integer> all = Monitored.commands(nodes.redis, WHILE_MS, CAST);
          double most = Monitored.rate(alone, WHILE_MS);
          double each = Monitored.rate(all, WHILE_MS) / 3;
          assertTrue(each <= 1.1 * most, each + " each, " + most + " alone: " + all + alone);
          double looks = alone.remove(LOOK);
          assertTrue(idle.remove(LOOK) <= 1.3 * looks, "idle nodes look at what moves");
          double quiet = (Monitored.rate(idle, WHILE_MS) - Monitored.rate(alone, WHILE_MS)) / 2;
          assertTrue(quiet <= 5, quiet + " a second of an idle node: " + idle);

          nodes.redis.call("CLIENT KILL TYPE pubsub"); // nobody hears anything for a moment
          long counted = votes.stop();
          for (Talk shown : List.of(first, second, third)) {
            shown.hear(m -> shows(m, counted), counted + " answers");
          }
        }
      }
    }
  }

  @Test
  @DisplayName("A step that votes at another node made is shown without waiting for a tick")
  void stepsCrossAtOnce(@TempDir Path folder) {
    try (Nodes nodes = new Nodes(folder)) {
      String tick = "--tick=2s";
      TestServer one = nodes.start(tick);
      URI link = one.link("stage");
      JsonObject poll;
      try (Talk remote = Talk.link(one.base(), one.link("remote"))) {
        poll = ExamplePoll.open(remote);
      }
      TestServer two = nodes.start(tick);
      String code = one.code().replace(" ", "");
      int shown = 0;
      try (Talk stage = stage(two, link)) {
        for (int step = 1; step <= STEPS; step++) {
          for (int i = 0; i < 5; i++) vote(one, code, poll, step + "-" + i);
          long voted = System.nanoTime();
          int all = 5 * step;
          stage.hear(m -> voted(m) == all, all + " votes");
          if (System.nanoTime() - voted < AT_ONCE_NANOS) shown++;
        }
      }
      assertTrue(shown >= STEPS - 1, shown + " steps were shown before the tick");
    }
  }

  private static int voted(JsonObject message) {
    return message.getValue("tally") instanceof JsonObject tally ? tally.getInteger("voted", 0) : 0;
  }

  private static void vote(TestServer at, String code, JsonObject poll, String nth) {
    try (Talk phone = Talk.attendee(at.base(), new Browser(at.base()).join(code))) {
      phone.hear("attendeeSnapshot");
      phone.say(ExamplePoll.ballot(poll).put("vote", "a-vote-of-this-test-" + nth));
      phone.hear("voteCounted");
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
