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
 * machine. Beside other packaged servers it took four times as long. The servers of the second
 * store start while the screens of the first have their two seconds and the machine rests.
 */
@Order(1)
@Isolated
class NodesIT {
  private static final int PHONES = 300;

  @Test
  @DisplayName(
      "three servers on one Redis, which dies and comes back, then on a Sentinel of three copies,"
          + " whose master dies")
  void onOneRedisThenOnSentinel() {
    try (TestRedis redis = TestRedis.start();
        Nodes onRedis = new Nodes("nodes-redis", url(redis), 0)) {
      onRedis.launch(); // all of them start at once, on an empty store
      try (TestSentinels store = TestSentinels.start();
          Nodes onSentinel = new Nodes("nodes-sentinel", store.url(), 1)) {
        play("one Redis", onRedis, () -> again(redis), onSentinel::launchNext);
        play("a Sentinel", onSentinel, () -> store.master().kill(), () -> {});
      }
    }
  }

  private static String url(TestRedis redis) {
    return "redis://:" + TestRedis.PASSWORD + "@127.0.0.1:" + redis.port();
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
   * @param meanwhile is done whenever the screens have their time
   */
  private static void play(String store, Nodes nodes, Runnable blow, Runnable meanwhile) {
    try (nodes) {
      Hall hall = nodes.open(PHONES);
      new Faults(store, nodes, hall, meanwhile).play(blow);
      System.out.println(store + ": " + hall.swarm.figures());
    }
  }

  private record Faults(String store, Nodes nodes, Hall hall, Runnable meanwhile) {
    void play(Runnable blow) {
      under("a server was killed", () -> nodes.crash(1));
      nodes.back(1); // it started meanwhile
      assertEquals(List.of(), nodes.faultsAtOnce(), "when it was back, on " + store);
      under("the master was killed", blow);
      under(
          "a rolling restart",
          () -> {
            for (int i = 0; i < nodes.count(); i++) nodes.restart(i);
          });
      hall.lock();
      hall.assertReckons("after the lock, on " + store);
      assertTrue(
          hall.swarm.counted() > 3 * PHONES,
          "too few votes to mean anything: " + hall.swarm.figures());
    }

    private void under(String what, Runnable fault) {
      hall.vote();
      nodes.awaitVotes();
      Patience.pause(400);
      fault.run();
      nodes.awaitVotes();
      assertEquals(List.of(), nodes.faults(meanwhile), "after " + what + ", on " + store);
    }
  }
}
