package io.plenary.metrics;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Notices when an event loop is late: a timer is set again and again, and how late it rings is what
 * everything else on the loop waited.
 */
public final class LoopLag {
  private static final long EVERY_MS = 100;

  private LoopLag() {}

  /**
   * Watches the event loop it is called on, as long as that lives.
   *
   * @param nanos told how late each timer rang; 0 for in time
   */
  public static void watch(Vertx vertx, LongConsumer nanos) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MS);
    vertx.setTimer(
        EVERY_MS,
        id -> {
          long late = Math.max(0, System.nanoTime() - due);
          watch(vertx, nanos); // before it is told: whatever that throws, the next look is set
          nanos.accept(late);
        });
  }
}
