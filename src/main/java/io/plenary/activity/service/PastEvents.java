package io.plenary.activity.service;

import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.EventRules;
import io.plenary.hub.Audience;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells phones when the last day of their event is past. Nothing is changed by it, so nothing else
 * would. Runs on one context.
 */
public final class PastEvents {
  private static final long EVERY_MS = 30_000;
  private final EventCache board;
  private final SnapshotCache feeds;
  private final InstantSource clock;

  /** Those of which this node has said so. */
  private final Set<String> told = new HashSet<>();

  public PastEvents(EventCache board, SnapshotCache feeds, InstantSource clock) {
    this.board = board;
    this.feeds = feeds;
    this.clock = clock;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(EVERY_MS, id -> tick());
  }

  void tick() {
    told.retainAll(board.known());
    board.each("telling that it is over", this::look);
  }

  private void look(LoadedEvent loaded) {
    String event = loaded.state().event().id();
    boolean past = EventRules.past(loaded.state().event().details(), clock.instant());
    if (past ? !told.add(event) : !told.remove(event)) return;
    feeds.stale();
    feeds.publish(event, loaded, Audience.ATTENDEE);
  }
}
