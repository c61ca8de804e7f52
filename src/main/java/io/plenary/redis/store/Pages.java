package io.plenary.redis.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/**
 * One page after the other, any number of them. A chain of futures, each in the one before, would
 * need a stack as deep as there are pages.
 */
final class Pages {
  private Pages() {}

  /**
   * @param page asks the store for the next one; whether there are more
   */
  static Future<Void> each(Supplier<Future<Boolean>> page) {
    Promise<Void> done = Promise.promise();
    next(page, done);
    return done.future();
  }

  private static void next(Supplier<Future<Boolean>> page, Promise<Void> done) {
    page.get()
        .onComplete(
            more -> {
              if (more.failed()) done.fail(more.cause());
              else if (more.result()) next(page, done);
              else done.complete();
            });
  }
}
