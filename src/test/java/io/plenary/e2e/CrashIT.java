package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kill -9 in the middle of votes. What was acknowledged is in the recount, once; who had no answer
 * gets one; the server is back. The ten crashes fall on two halls at the same time. How soon is
 * measured by {@code crash-server} and {@code crash-redis} of the load tests.
 */
@Order(2)
class CrashIT {
  private static final int CRASHES = 5;
  private static final int PHONES = 80;

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void killingTheServerLosesNoVote(int first) {
    ServerProcess server = new ServerProcess("crash-server-" + first);
    crash(
        new Hall(server, PHONES, 10 + first),
        first,
        i -> {
          ProcessHandle redis = server.redis();
          server.kill();
          if (i % 3 == 0) {
            redis.destroyForcibly(); // both at once, as when the machine runs out of memory
          }
          server.start();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void killingRedisLosesNoVote(int first) {
    ServerProcess server = new ServerProcess("crash-redis-" + first);
    crash(
        new Hall(server, PHONES, 20 + first),
        first,
        i -> {
          ProcessHandle redis = server.redis();
          redis.destroyForcibly();
          Patience.until(
              "another redis-server",
              () -> server.redisProcesses().stream().anyMatch(r -> r.pid() != redis.pid()));
          server.awaitReady();
        });
  }

  /**
   * @param first number of the first crash
   * @param crash ends something the hard way and returns when the server says it is ready again
   */
  private static void crash(Hall hall, int first, IntConsumer crash) {
    Random random = new Random(6 + first);
    List<Duration> ready = new ArrayList<>();
    List<Duration> counting = new ArrayList<>();
    try (hall) {
      for (int i = first; i < first + CRASHES; i++) {
        hall.vote();
        Patience.pause(300 + random.nextInt(700));
        long from = System.nanoTime();
        crash.accept(i);
        ready.add(Duration.ofNanos(System.nanoTime() - from));
        int before = hall.swarm.counted();
        Patience.until("votes to be counted again", () -> hall.swarm.counted() > before);
        counting.add(Duration.ofNanos(System.nanoTime() - from));
        hall.pause();
        hall.assertReckons("after crash " + i);
      }
      hall.vote();
      Patience.pause(500);
      hall.pause();
      hall.lock();
      hall.assertReckons("after the lock");
      System.out.println(
          hall.swarm.figures()
              + "; first start "
              + ms(hall.firstStart)
              + ", ready again after "
              + ready.stream().map(CrashIT::ms).toList()
              + ", counting again after "
              + counting.stream().map(CrashIT::ms).toList());
      assertTrue(
          hall.swarm.counted() > CRASHES * PHONES,
          "too few votes to mean anything: " + hall.swarm.figures());
    }
  }

  private static String ms(Duration time) {
    return time.toMillis() + " ms";
  }
}
