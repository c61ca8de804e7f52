package io.plenary;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a start waits for the store, everything together. What it does not answer is asked again
 * until then, and the log says what is waited for. Belongs to one context.
 */
final class StartLimit {
  static final long WITHIN_S = 30;

  private static final long AGAIN_MS = 100;
  private static final Logger LOG = LoggerFactory.getLogger(StartLimit.class);

  private final Vertx vertx;
  private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_S);
  private String said = "";

  StartLimit(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Does the work until the store answered, whatever it answered; fails with {@link StartFailure}
   * when it did not in time.
   */
  <T> Future<T> untilAnswered(Supplier<Future<T>> work) {
    return work.get()
        .recover(
            e -> {
              if (!(e instanceof StoreUnavailable away)) return Future.failedFuture(e);
              long left = end - System.nanoTime();
              if (left <= 0) return Future.failedFuture(StartFailure.noAnswer(away.getMessage()));
              say(away.getMessage(), left);
              return vertx.timer(AGAIN_MS, TimeUnit.MILLISECONDS).compose(v -> untilAnswered(work));
            });
  }

  private void say(String why, long left) {
    if (why.equals(said)) return;
    said = why;
    LOG.warn(
        "The start waits for Redis, {} s at most: {}", TimeUnit.NANOSECONDS.toSeconds(left), why);
  }
}
