package io.plenary.redis;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Rings again and again on one event loop, and knows when it rings late because the loop stood
 * still. One timer follows the other: those of a periodic one that were missed ring in a row,
 * before anything that has arrived meanwhile is read.
 */
final class LoopTimer {
  private final Vertx vertx;
  private final long everyMs;

  /** Told whether it rings late. */
  private final Consumer<Boolean> ring;

  private boolean stopped;

  /** Call it on the loop. */
  LoopTimer(Vertx vertx, long everyMs, Consumer<Boolean> ring) {
    this.vertx = vertx;
    this.everyMs = everyMs;
    this.ring = ring;
    next();
  }

  private void next() {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(everyMs);
    vertx.setTimer(
        everyMs,
        id -> {
          if (stopped) return;
          boolean late = System.nanoTime() - due > TimeUnit.MILLISECONDS.toNanos(everyMs);
          next();
          ring.accept(late);
        });
  }

  void stop() {
    stopped = true;
  }
}
