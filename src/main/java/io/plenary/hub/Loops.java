package io.plenary.hub;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Crossing from one event loop to another and back. */
public final class Loops {
  private Loops() {}

  /** Runs the work on {@code target} and completes on the context that called, if it was one. */
  public static <T> Future<T> call(Context target, Supplier<Future<T>> work) {
    Context caller = Vertx.currentContext();
    if (caller == target) return begun(work);
    Promise<T> answer = Promise.promise();
    target.runOnContext(
        v ->
            begun(work)
                .onComplete(
                    result -> {
                      if (caller == null) answer.handle(result);
                      else caller.runOnContext(x -> answer.handle(result));
                    }));
    return answer.future();
  }

  /** Work that throws fails; nobody waits for ever. */
  private static <T> Future<T> begun(Supplier<Future<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
