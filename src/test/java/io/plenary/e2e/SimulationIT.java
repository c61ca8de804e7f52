package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.words.ActivityState;
import io.vertx.core.Vertx;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A newcomer's first minute: the example event with an audience nobody has to invite. */
class SimulationIT {
  @Test
  void barsMoveInTheFirstMinute() {
    Vertx vertx = Vertx.vertx();
    try (ServerProcess server = new ServerProcess("simulation").with("PLENARY_SIMULATE", "200")) {
      server.start();
      long from = System.nanoTime();
      try (Organiser organiser = Organiser.setUp(vertx, server);
          StageScreen stage = new StageScreen(vertx, server.base(), organiser)) {
        Patience.until(
            "half of the audience to have voted",
            () -> stage.tally() != null && stage.tally().voted() > 100);
        assertEquals(ActivityState.OPEN, organiser.polls().get(0).state());
        assertTrue(
            Arrays.stream(stage.tally().result(Long[].class)).filter(n -> n > 0).count() > 2,
            "a result with a shape: " + stage.tally());
        Patience.until("some to have asked something", () -> organiser.questions() > 2);
        System.out.println(
            "100 votes on stage "
                + (System.nanoTime() - from) / 1_000_000
                + " ms after the server was ready");
      }
      server.term();
    } finally {
      vertx.close();
    }
  }
}
