package io.plenary.hub;

import io.vertx.core.Future;
import java.util.function.Consumer;

/**
 * Port: hears from the store that something of an event moved, wherever it was changed. The store
 * publishes with the change itself, of answers once in {@value #APART_MS} ms at most. At most once
 * and without order: whoever listens looks at the versions as well.
 */
public interface Broker {
  /**
   * For so long after answers of an activity moved nothing is heard of more of them, by the store's
   * clock: lib/hint.lua.
   */
  long APART_MS = 50;

  /**
   * @param activity whose answers moved; empty when the event itself did
   */
  record ChangeNotification(String eventId, String activity) {}

  /**
   * @param listener called for every hint about an event that is followed
   * @param onGap called when hints may have been missed
   */
  void listen(Consumer<ChangeNotification> listener, Runnable onGap);

  /** Completes once everything is heard that moves from then on. */
  Future<Void> follow(String eventId);

  /** Nobody needs to hear of the event any more. */
  void leave(String eventId);
}
