package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The swarm's own compiler must be done before a cold server is measured, or it would take the CPU
 * that the server needs. It practises on a server that is thrown away, with all it will do.
 */
final class Practice {
  private static final int TIMES = 3;

  /** The compiler is this process's, so once is enough. */
  private static final AtomicBoolean DONE = new AtomicBoolean();

  private Practice() {}

  static void of(Bench bench) throws Exception {
    if (bench.options().quick() || DONE.getAndSet(true)) return;
    bench.say("the swarm practises on a server that is thrown away");
    try (Hall hall = Hall.open(bench)) {
      hall.fill(4_000);
      Warm.up(bench, hall, Math.min(10, bench.options().warm()));
      for (int i = 0; i < TIMES; i++) Pressed.by(hall, "stage", 0.2);
      for (int i = 0; i < TIMES; i++) {
        Crowd crowd = hall.crowd();
        crowd.close();
        hall.fill(crowd.voters().size());
      }
    }
  }
}
