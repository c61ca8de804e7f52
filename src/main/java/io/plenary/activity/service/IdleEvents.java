package io.plenary.activity.service;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets go of events that nobody follows on this node and nobody asked for in a while: what a server
 * holds in memory, and looks after in the store, depends on what is in use, not on how many events
 * there are. Whoever comes again has it loaded again. Runs on the owner's context.
 */
public final class IdleEvents {
  private static final long LOOK_MS = 5_000;
  private final EventCache board;
  private final Supplier<Set<String>> followed;
  private final Duration idle;

  /**
   * @param followed ids of the events somebody is connected to on this node
   * @param idle how long an event is kept after its last use
   */
  public IdleEvents(EventCache board, Supplier<Set<String>> followed, Duration idle) {
    this.board = board;
    this.followed = followed;
    this.idle = idle;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(LOOK_MS, id -> look());
  }

  void look() {
    Set<String> inUse = followed.get();
    for (String eventId : List.copyOf(board.known())) {
      if (inUse.contains(eventId)) board.used(eventId);
      else board.letGo(eventId, idle.toNanos());
    }
  }
}
