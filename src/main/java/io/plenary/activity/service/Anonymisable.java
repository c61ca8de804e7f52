package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.EventStore.Key;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * How activities of one kind end for good, and become anonymous for good. Futures fail with {@link
 * StoreUnavailable} and for what else stops them.
 */
public interface Anonymisable {
  /** Whether it is ended by itself long after its event: it was in use, and is not final. */
  default boolean endsByItself(Activity activity) {
    return !activity.isFinal() && (activity.open() || activity.closed());
  }

  /** How long ago it was last in use, in milliseconds by the store's clock. */
  Future<Long> idleMillis(String eventId, Activity activity);

  /** Ends it for good, if it is not final. */
  default Change finalise(EventState state, Activity activity) {
    return Lifecycle.finalise(state, activity.id(), activity.rev());
  }

  /**
   * Destroys in the store what tells whose answer is whose. May be done again after any failure.
   *
   * @param key the answer key; null when the store holds none any more
   * @return whether it is destroyed now; false: not yet
   */
  Future<Boolean> anonymise(String eventId, Activity activity, @Nullable Key key);

  /**
   * Notes that it is destroyed, files included; nothing to do when it is not final or noted before.
   */
  default Change anonymised(EventState state, String id) {
    return Lifecycle.anonymise(state, id);
  }
}
