package io.plenary.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands sent and not yet answered, oldest first: Redis answers in order, so one look at the head
 * finds a timeout.
 */
final class InFlight {
  private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

  private final ArrayDeque<Pending> waiting = new ArrayDeque<>();

  static final class Pending {
    private final Promise<Response> promise;
    private final long sentAt;
    private boolean settled;

    private Pending(Promise<Response> promise, long sentAt) {
      this.promise = promise;
      this.sentAt = sentAt;
    }
  }

  int size() {
    return waiting.size();
  }

  Pending add(Promise<Response> promise, long nowNanos) {
    Pending pending = new Pending(promise, nowNanos);
    waiting.add(pending);
    return pending;
  }

  /** Nanoseconds the oldest has waited; 0 when none waits. */
  long oldestAge(long nowNanos) {
    Pending head = waiting.peek();
    return head == null ? 0 : nowNanos - head.sentAt;
  }

  /** Later answers to the same command are ignored. */
  void settle(Pending pending, @Nullable Response response, Throwable failure) {
    if (pending.settled) return;
    pending.settled = true;
    while (!waiting.isEmpty() && waiting.peek().settled) waiting.poll();
    finish(pending.promise, response, failure);
  }

  void failAll(Throwable failure) {
    Pending[] all = waiting.toArray(new Pending[0]);
    waiting.clear();
    for (Pending pending : all) {
      if (!pending.settled) {
        pending.settled = true;
        finish(pending.promise, null, failure);
      }
    }
  }

  /** Gives the work a promise, on that context; the answer comes on the caller's. */
  static Future<Response> on(Context context, Consumer<Promise<Response>> work) {
    Context caller = Vertx.currentContext();
    Promise<Response> promise = Promise.promise();
    if (caller == context) {
      work.accept(promise);
      return promise.future();
    }
    context.runOnContext(v -> work.accept(promise));
    if (caller == null) return promise.future();
    Promise<Response> home = Promise.promise();
    promise
        .future()
        .onComplete(ar -> caller.runOnContext(v -> finish(home, ar.result(), ar.cause())));
    return home.future();
  }

  /** A caller's handler that throws must not stop the others from hearing. */
  static void finish(Promise<Response> promise, @Nullable Response response, Throwable failure) {
    try {
      if (failure == null) promise.tryComplete(response);
      else promise.tryFail(failure);
    } catch (RuntimeException e) {
      LOG.error("A handler of a Redis reply threw", e);
    }
  }
}
