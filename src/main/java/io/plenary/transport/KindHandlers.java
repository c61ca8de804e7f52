package io.plenary.transport;

import java.util.List;

/** What a kind of activity does on the connections of one event loop. Lives on that loop. */
public interface KindHandlers {
  /** One for each type of message that is the kind's own. */
  List<Route<?>> routes();

  /** A connection was let in, and has been offered its first snapshot. */
  default void entered(Session session) {}

  /** A connection that was let in is gone. */
  default void left(Session session) {}

  /** Whether nothing that was taken waits for its answer. May be asked from any thread. */
  default boolean idle() {
    return true;
  }
}
