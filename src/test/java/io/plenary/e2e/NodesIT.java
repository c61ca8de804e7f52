package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.embedded.TestSentinels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Three servers on one store, 300 phones and a stage at each: a server is killed, the store's
 * master is killed, all servers are restarted one after the other, while people vote. Two seconds
 * after the last acknowledgement every screen says what a recount says. The long runs are {@code
 * nodes} of the load tests.
 *
 * <p>Alone, and one store after the other: three servers and their phones are enough for a small
 * machine. Beside other packaged servers it took four times as long.
 */
@Order(1)
@Isolated
class NodesIT {
  private static final int PHONES = 300;

  @Test
  @DisplayName("three servers on one Redis, which dies and comes back")
  void onOneRedis() {
    try (TestRedis redis = TestRedis.start()) {
      String url = "redis://:" + TestRedis.PASSWORD + "@127.0.0.1:" + redis.port();
      play("nodes-redis", url, 0, () -> again(redis));
    }
  }

  @Test
  @DisplayName("three servers on a Sentinel of three copies, whose master dies")
  void onSentinel() {
    try (TestSentinels store = TestSentinels.start()) {
      play("nodes-sentinel", store.url(), 1, () -> store.master().kill());
    }
  }

  private static void again(TestRedis redis) {
    redis.kill();
    try {
      redis.startAgain();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param blow strikes the master
   */
  private static void play(String name, String store, int copies, Runnable blow) {
    try (Nodes nodes = new Nodes(name, store, copies, PHONES)) {
      under(nodes, "a server was killed", () -> nodes.crash(1));
      nodes.back(1); // it started meanwhile
      assertEquals(List.of(), nodes.faultsAtOnce(), "when it was back");
      under(nodes, "the master was killed", blow);
      under(
          nodes,
          "a rolling restart",
          () -> {
            for (int i = 0; i < nodes.count(); i++) nodes.restart(i);
          });
      nodes.hall.lock();
      nodes.hall.assertReckons("after the lock");
      assertTrue(
          nodes.hall.swarm.counted() > 3 * PHONES,
          "too few votes to mean anything: " + nodes.hall.swarm.figures());
      System.out.println(name + ": " + nodes.hall.swarm.figures());
    }
  }

  private static void under(Nodes nodes, String what, Runnable fault) {
    nodes.hall.vote();
    nodes.awaitVotes();
    Patience.pause(400);
    fault.run();
    nodes.awaitVotes();
    assertEquals(List.of(), nodes.faults(), "after " + what);
  }
}
