package io.plenary.activity.service;

import io.plenary.hub.Loops;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * Work that is done one after the other, such as reading all ballots of an activity: a hundred of
 * these at once keep the store busy for seconds, and whatever else is asked of it waits behind
 * them. Usable from any thread.
 */
public final class Turns {
  private final Context owner;
  private Future<?> last = Future.succeededFuture();

  /**
   * @param owner the context that the work is done on
   */
  public Turns(Context owner) {
    this.owner = owner;
  }

  /** Begins once everything that waited before has succeeded or failed. */
  public <T> Future<T> take(Supplier<Future<T>> work) {
    return Loops.call(
        owner,
        () -> {
          Future<T> mine = last.transform(done -> work.get());
          last = mine;
          return mine;
        });
  }
}
