package io.plenary.redis;

import io.plenary.Waiting;
import io.vertx.core.Future;
import java.util.function.BooleanSupplier;

/** Blocking waits for test threads, on Vert.x' futures; see {@link Waiting}. */
public final class Await {
  private Await() {}

  public static <T> T result(Future<T> future) {
    return Waiting.result(future.toCompletionStage().toCompletableFuture());
  }

  public static Throwable failure(Future<?> future) {
    Object value;
    try {
      value = result(future);
    } catch (RuntimeException e) {
      return e instanceof IllegalStateException && e.getCause() != null ? e.getCause() : e;
    }
    throw new AssertionError("expected a failure, got " + value);
  }

  public static void until(BooleanSupplier holds) {
    Waiting.until(holds);
  }

  /**
   * @param atLeastMs no limit of its own: there is one for all
   */
  public static void until(long atLeastMs, BooleanSupplier holds) {
    Waiting.until(holds);
  }
}
