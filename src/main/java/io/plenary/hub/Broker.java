package io.plenary.hub;

import io.vertx.core.Future;
import java.util.function.Consumer;

/**
 * Port: tells every node that something of an event moved. At most once and without order: whoever listens looks at the
 * versions as well.
 */
public interface Broker {
  /** @param activity whose answers moved; empty when the event itself did */
  record Hint(String eventId, String activity) {}

  void publish(Hint hint);

  /** Calls the listener on the given consumer's own terms for every hint; {@code onGap} when hints may have been missed. */
  Future<Void> listen(Consumer<Hint> listener, Runnable onGap);
}
