package io.plenary.e2e;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting, for test threads. {@code -Dpatience=3} makes every limit three times as long, for machines that do other work too. */
final class Patience {
  private static final double FACTOR = Double.parseDouble(System.getProperty("patience", "1"));
  private static final long LOOK_MS = 5;

  private Patience() {}

  /** The limit as this machine may have it. */
  static Duration limit(Duration limit) {
    return Duration.ofMillis((long) (limit.toMillis() * FACTOR));
  }

  static void until(String what, Duration limit, BooleanSupplier holds) {
    until(() -> what, limit, holds);
  }

  /** @throws AssertionError saying what was waited for */
  static void until(Supplier<String> what, Duration limit, BooleanSupplier holds) {
    long end = System.nanoTime() + limit(limit).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("waited " + limit(limit) + " in vain: " + what.get());
      pause(LOOK_MS);
    }
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(limit(Duration.ofSeconds(15)).toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(String.valueOf(e.getCause()), e.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
