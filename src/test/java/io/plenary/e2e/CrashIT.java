package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Kill -9 in the middle of votes. What was acknowledged is in the recount, once; who had no answer
 * gets one; the server is back. How soon is measured by {@code crash-server} and {@code
 * crash-redis} of the load tests.
 */
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
class CrashIT {
  private static final int CRASHES = 10;
  private static final int PHONES = 80;

  @Test
  void killingTheServerLosesNoVote() {
    ServerProcess server = new ServerProcess("crash-server");
    crash(
        new Hall(server, PHONES, 11),
        i -> {
          ProcessHandle redis = server.redis();
          server.kill();
          if (i % 3 == 0) {
            redis.destroyForcibly(); // both at once, as when the machine runs out of memory
          }
          server.start();
        });
  }

  @Test
  void killingRedisLosesNoVote() {
    ServerProcess server = new ServerProcess("crash-redis");
    crash(
        new Hall(server, PHONES, 12),
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
   * @param crash ends something the hard way and returns when the server says it is ready again
   */
  private static void crash(Hall hall, IntConsumer crash) {
    Random random = new Random(7);
    List<Duration> ready = new ArrayList<>();
    List<Duration> counting = new ArrayList<>();
    try (hall) {
      for (int i = 1; i <= CRASHES; i++) {
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
