package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ExamplePoll;
import io.plenary.TestServer;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.redis.StoreAddress;
import io.plenary.redis.embedded.Monitored;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.store.RedisBallotStore;
import io.plenary.transport.contract.TwoNodes;
import io.plenary.voting.Ballot;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private final List<AutoCloseable> open = new ArrayList<>();
  private final String cast = Script.load("cast_votes").sha1();

  private <T extends AutoCloseable> T kept(T what) {
    open.add(0, what);
    return what;
  }

  private TestServer node(TestRedis redis, Path folder) throws Exception {
    StoreAddress at = redis.address();
    return kept(
        TestServer.start(
            Files.createDirectory(folder),
            "--tick=100ms",
            "--redis-url=redis://:" + TestRedis.PASSWORD + "@" + at.host() + ":" + at.port()));
  }

  private static boolean shows(JsonObject message, long answers) {
    return message.getValue("tally") instanceof JsonObject tally
        && tally.getLong("answers") == answers;
  }

  @Test
  @DisplayName("Three nodes ask the store each what one asks, one without people next to nothing")
  void workGrowsWithTheNodesThatHavePeople(@TempDir Path folder) throws Exception {
    try {
      TestRedis redis = kept(TestRedis.start());
      TestServer one = node(redis, folder.resolve("one"));
      Browser owner =
          new Browser(one.base()).setUp(one.setupToken(), TwoNodes.EMAIL, TwoNodes.PASSWORD);
      Talk remote = kept(Talk.link(one.base(), one.link("remote")));
      JsonObject poll = ExamplePoll.open(remote);
      URI stage = one.link("stage");
      Conferences.of(owner, "Later"); // what a node that starts looks at
      List<Talk> stages = new ArrayList<>(List.of(kept(Talk.link(one.base(), stage))));
      Votes votes = kept(new Votes(redis, stage.getPath().split("/")[2], poll.getString("id")));

      Map<String, Integer> alone = Monitored.commands(redis, WHILE_MS, cast);
      TestServer two = node(redis, folder.resolve("two"));
      TestServer three = node(redis, folder.resolve("three"));
      Map<String, Integer> idle = Monitored.commands(redis, WHILE_MS, cast);
      for (TestServer node : List.of(two, three)) {
        stages.add(kept(Talk.link(node.base(), stage)));
        stages.get(stages.size() - 1).hear("stageSnapshot");
      }
      Map<String, Integer> all = Monitored.commands(redis, WHILE_MS, cast);
      double most = Monitored.rate(alone, WHILE_MS);
      double quiet = (Monitored.rate(idle, WHILE_MS) - most) / 2;
      double each = Monitored.rate(all, WHILE_MS) / 3;
      assertTrue(quiet <= 5, quiet + " a second of an idle node: " + idle);
      assertTrue(each <= 1.1 * most, each + " each, " + most + " alone: " + all + alone);

      long counted = votes.stop();
      for (Talk shown : stages) {
        shown.hear(m -> shows(m, counted), counted + " answers");
      }
    } finally {
      for (AutoCloseable each : open) each.close();
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
