package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.redis.embedded.TestSentinels;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server whose store dies and goes on at another machine. */
class FailoverTest {
  private static final int VOTES = 20;

  @TempDir Path data;

  @Test
  @DisplayName(
      "O15 the master is killed: phones are told that votes wait, each once, and go on at the next"
          + " master by themselves")
  void theMasterIsKilled() {
    try (TestSentinels all = TestSentinels.start();
        Voting voting = new Voting(data, "--redis-url=" + all.url(), "--store-copies=1")) {
      for (int seq = 1; seq <= VOTES; seq++) voting.counted(seq);
      all.master().kill();
      long killed = System.nanoTime();
      voting.counted(VOTES + 1);
      System.out.printf(
          "O15 a vote was counted %d ms after the master's death; Sentinel takes %d ms to see it%n",
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed), TestSentinels.DOWN_AFTER_MS);
      voting.phoneWasTold("away", "ok");
      assertEquals(200, voting.ready().statusCode());
    }
  }
}
