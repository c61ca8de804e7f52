package io.plenary.hub;

import io.vertx.core.Future;

/**
 * Port: hears from the store that something of an event moved, wherever it was changed. The store
 * publishes with the change itself, of answers once in a while. At most once and without order:
 * whoever listens looks at the versions as well.
 */
public interface Broker {
  /**
   * For so long after a hint that answers of an activity moved nothing is heard of more of them, by
   * the store's clock: lib/hint.lua.
   */
  long APART_MS = 200;

  /** The same of steps. */
  long STEPS_APART_MS = 70;

  /** Called for every hint about an event that is followed. */
  interface Listener {
    /**
     * @param step whether more of the answers may be shown now
     */
    void heard(ChangeNotification hint, boolean step);
  }

  /**
   * @param activity whose answers moved; empty when the event itself did
   */
  record ChangeNotification(String eventId, String activity) {}

  /**
   * @param onGap called when hints may have been missed
   */
  void listen(Listener listener, Runnable onGap);

  /** Completes once everything is heard that moves from then on. */
  Future<Void> follow(String eventId);

  /** Nobody needs to hear of the event any more. */
  void leave(String eventId);
}
