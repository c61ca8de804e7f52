package io.plenary.activity.service;

import io.plenary.activity.service.EventStore.Versions;
import io.plenary.hub.Broker;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps this node's states as new as the store's: by hints, which arrive at once but may be lost,
 * and by a look at the versions of every known event, which may be late but is never wrong. Runs on
 * one context.
 */
public final class VersionPoller {
  private static final long LOOK_MS = 1_000;
  private final EventCache board;
  private final EventStore store;
  private final Consumer<Broker.ChangeNotification> answersMoved;
  private final Map<String, Long> answers = new HashMap<>();

  /**
   * @param answersMoved told that answers moved; an empty activity means: of any activity of the
   *     event
   */
  public VersionPoller(
      EventCache board, EventStore store, Consumer<Broker.ChangeNotification> answersMoved) {
    this.board = board;
    this.store = store;
    this.answersMoved = answersMoved;
  }

  public void start(Vertx vertx, Broker broker) {
    broker.listen(this::hinted, this::lookAtAll);
    vertx.setPeriodic(LOOK_MS, id -> lookAtAll());
  }

  private void hinted(Broker.ChangeNotification hint) {
    if (board.peek(hint.eventId()) == null) return;
    if (hint.activity().isEmpty()) look(hint.eventId());
    else answersMoved.accept(hint);
  }

  public void lookAtAll() {
    answers.keySet().retainAll(board.known());
    board.known().forEach(this::look);
  }

  private void look(String eventId) {
    board
        .failures()
        .alone(
            "looking whether it moved",
            eventId,
            () -> store.versions(eventId).map(now -> compare(eventId, now)));
  }

  private Void compare(String eventId, Versions now) {
    EventStore.LoadedEvent known = board.peek(eventId);
    if (known == null) return null;
    boolean otherLine = now == null || !now.epoch().equals(known.state().epoch());
    if (otherLine || now.state() != known.state().version()) {
      board.failures().alone("reading it", eventId, () -> board.refresh(eventId));
    }
    Long seen = now == null ? answers.remove(eventId) : answers.put(eventId, now.answers());
    if (now != null && (otherLine || seen == null || seen != now.answers())) {
      answersMoved.accept(new Broker.ChangeNotification(eventId, ""));
    }
    return null;
  }
}
