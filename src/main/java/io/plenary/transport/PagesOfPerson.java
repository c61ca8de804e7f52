package io.plenary.transport;

import io.plenary.limit.RateLimiter;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections of one person at one event, and what the person may send over all of them.
 * Changed only within {@link java.util.concurrent.ConcurrentHashMap#compute}.
 */
final class PagesOfPerson {
  /**
   * @param loop on which it lives
   */
  record Connection(Session session, Context loop) {
    /** Whether it is of the same page, or the same. */
    boolean is(Session other) {
      return session == other || session.samePage(other);
    }
  }

  final List<Connection> connections = new ArrayList<>(1);
  final RateLimiter limit;

  PagesOfPerson(RateLimiter limit) {
    this.limit = limit;
  }

  /** How many there are, with all connections of one page for one. */
  int pages() {
    int pages = 0;
    for (int i = 0; i < connections.size(); i++) {
      Session session = connections.get(i).session();
      if (connections.subList(0, i).stream().noneMatch(c -> c.is(session))) pages++;
    }
    return pages;
  }

  /**
   * When something was heard last of the page of this connection, on whichever of its connections.
   */
  long heardAt(Session of) {
    long newest = of.heardAt();
    for (Connection c : connections) {
      if (c.is(of) && c.session().heardAt() - newest > 0) newest = c.session().heardAt();
    }
    return newest;
  }
}
