package io.plenary.redis;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Blocking waits for test threads. */
public final class Await {
  private Await() {}

  public static <T> T result(Future<T> future) {
    return result(future, 10_000);
  }

  public static <T> T result(Future<T> future, long ms) {
    try {
      return future.toCompletionStage().toCompletableFuture().orTimeout(ms, TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(e.getCause());
    }
  }

  public static Throwable failure(Future<?> future) {
    try {
      Object value = result(future);
      throw new AssertionError("expected a failure, got " + value);
    } catch (RuntimeException e) {
      return e instanceof IllegalStateException && e.getCause() != null ? e.getCause() : e;
    }
  }

  /** Milliseconds until it was true. */
  public static long until(long maxMs, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long ms = (System.nanoTime() - start) / 1_000_000;
      if (ms > maxMs) throw new AssertionError("not within " + maxMs + " ms");
      java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
    }
    return (System.nanoTime() - start) / 1_000_000;
  }
}
