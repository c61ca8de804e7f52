package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.protocol.StoreStatus;
import io.plenary.protocol.Wire.Tally;
import io.vertx.core.Vertx;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Redis is away for a while: phones are told to try again, the stage keeps its last result and says
 * so, all heals by itself.
 */
@Execution(ExecutionMode.CONCURRENT)
class RecoveryIT {
  @Test
  void aRedisThatHangsIsSurvived() {
    away("recovery-frozen", redis -> signal(redis, "STOP"), redis -> signal(redis, "CONT"));
  }

  @Test
  void aRedisThatDiesIsSurvived() {
    away("recovery-killed", ProcessHandle::destroyForcibly, redis -> {});
  }

  private interface Deed {
    void to(ProcessHandle redis);
  }

  private static void away(String name, Deed takeAway, Deed bringBack) {
    ServerProcess server = new ServerProcess(name);
    Vertx vertx = Vertx.vertx();
    try (Hall hall = new Hall(server, 40, 51);
        StageScreen stage = new StageScreen(vertx, server.base(), hall.organiser)) {
      hall.vote();
      Patience.until(
          "the stage to show votes", () -> stage.tally() != null && stage.tally().voted() > 10);
      ProcessHandle redis = server.redis();
      takeAway.to(redis);
      long from = System.nanoTime();
      Patience.until("the stage to be told", () -> stage.status() == StoreStatus.AWAY);
      long told = ms(from);
      Tally kept = stage.tally();
      assertTrue(kept.voted() > 10, "the stage keeps its last result");
      Patience.pause(1_500);
      bringBack.to(redis);
      Patience.until("the stage to be told", () -> stage.status() == StoreStatus.OK);
      long back = ms(from);
      int before = hall.swarm.counted();
      Patience.until("votes to be counted again", () -> hall.swarm.counted() > before);
      hall.pause();
      hall.assertReckons("after Redis was away");
      assertTrue(
          hall.swarm.logs.stream().mapToInt(PhoneLog::notNows).sum() > 0,
          "phones were told to try again");
      assertEquals(
          0,
          hall.swarm.logs.stream().mapToInt(l -> l.closes().size()).sum(),
          "no phone was thrown out");
      System.out.println(
          name
              + ": stage told after "
              + told
              + " ms, told all is well after "
              + back
              + " ms; "
              + hall.swarm.figures());
    } finally {
      vertx.close();
    }
  }

  private static long ms(long from) {
    return (System.nanoTime() - from) / 1_000_000;
  }

  private static void signal(ProcessHandle process, String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
