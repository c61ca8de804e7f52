package io.plenary.activity.service;

import io.plenary.activity.ActivityRef;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Port: work that any node can do, and one does. A claim is renewed while its work is going on and
 * ends by itself when its node dies; then it is anybody's. A node that stood still for longer than
 * a claim lasts may go on beside another, so the work is such that doing it twice does no harm: the
 * claim saves work, it protects nothing. Futures fail with {@link StoreUnavailable} while the store
 * cannot answer, and as the work does.
 */
public interface Claims {
  /**
   * Does a piece of work on one activity, unless another node is at it, or it was done a while ago.
   *
   * @param piece what tells it from earlier work on the activity; no word of people
   * @param known for how long it is known that it was done
   * @return whether it is done, by whichever node; else another one is at work: ask again later
   */
  Future<Boolean> once(
      ActivityRef activity, String piece, Duration known, Supplier<Future<Void>> work);

  /**
   * Does what one node at a time does for the whole store.
   *
   * @param name of the work, a word of the program
   * @return whether it was done here; else another node is at it
   */
  Future<Boolean> alone(String name, Supplier<Future<Void>> work);
}
