package io.plenary.redis;

import io.plenary.Waiting;
import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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

  /**
   * As whoever waits for an acknowledgement does it: again and again, until there is one.
   *
   * @param change may be made twice
   */
  public static Future<Void> acknowledged(Vertx vertx, Supplier<Future<?>> change) {
    return change
        .get()
        .<Void>mapEmpty()
        .recover(
            e ->
                e instanceof StoreUnavailable
                    ? vertx
                        .timer(20, TimeUnit.MILLISECONDS)
                        .compose(v -> acknowledged(vertx, change))
                    : Future.failedFuture(e));
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
