package io.plenary.hub;

import java.util.function.Consumer;

/**
 * Port: hears from the store that something of an event moved, wherever it was changed. The store
 * publishes with the change itself. At most once and without order: whoever listens looks at the
 * versions as well.
 */
public interface Broker {
  /**
   * @param activity whose answers moved; empty when the event itself did
   */
  record ChangeNotification(String eventId, String activity) {}

  /**
   * @param listener called for every hint
   * @param onGap called when hints may have been missed
   */
  void listen(Consumer<ChangeNotification> listener, Runnable onGap);
}
