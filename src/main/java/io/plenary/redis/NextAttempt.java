package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a link that is down tries to connect again, and who waits for the end of that attempt.
 * Belongs to the link's context.
 */
final class NextAttempt {
  private static final long NONE = -1;

  private final Vertx vertx;
  private final Backoff backoff;
  private final Runnable connect;
  private final List<Promise<Void>> waiting = new ArrayList<>();
  private long timer = NONE;

  /** Whether the link is up, or closed: nobody has to wait. */
  private boolean over;

  NextAttempt(Vertx vertx, LinkOptions options, Runnable connect) {
    this.vertx = vertx;
    this.backoff = new Backoff(options.firstPauseMs(), options.longestPauseMs());
    this.connect = connect;
  }

  /** An attempt failed, or the connection was lost: the next one comes after a pause. */
  void after(StoreUnavailable why) {
    over = false;
    timer = vertx.setTimer(backoff.next(), id -> begin());
    settle(why);
  }

  /** The link is up, or will not be used any more. */
  void over() {
    over = true;
    backoff.reset();
    settle(null);
  }

  /** Ends the pause, if there is one; what is under way goes on. */
  void hurry(Promise<Void> ended) {
    if (over) {
      ended.complete();
      return;
    }
    waiting.add(ended);
    if (timer != NONE && vertx.cancelTimer(timer)) begin();
  }

  private void begin() {
    timer = NONE;
    connect.run();
  }

  private void settle(@Nullable StoreUnavailable failure) {
    List<Promise<Void>> some = List.copyOf(waiting);
    waiting.clear();
    for (Promise<Void> promise : some) {
      if (failure == null) promise.tryComplete();
      else promise.tryFail(failure);
    }
  }
}
