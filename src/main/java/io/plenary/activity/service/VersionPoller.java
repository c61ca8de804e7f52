package io.plenary.activity.service;

import io.plenary.activity.service.EventStore.Versions;
import io.plenary.hub.Broker;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps this node's states as new as the store's: by hints, which arrive at once but may be lost,
 * and by a look at the versions of every known event, which may be late but is never wrong. Hints
 * are heard of the events in memory only. Runs on one context.
 */
public final class VersionPoller {
  private static final long LOOK_MS = 1_000;

  /** What moved without a hint, because one came just before, is in the store so much later. */
  private static final long MARGIN_MS = 10;

  private final EventCache board;
  private final EventStore store;
  private final Consumer<Broker.ChangeNotification> answersMoved;
  private final Consumer<Broker.ChangeNotification> stepMade;
  private final Map<String, Long> answers = new HashMap<>();
  private final Set<String> followed = new HashSet<>();

  /**
   * @param answersMoved told that answers moved; an empty activity means: of any activity of the
   *     event
   * @param stepMade told that answers moved, and with them what may be shown
   */
  public VersionPoller(
      EventCache board,
      EventStore store,
      Consumer<Broker.ChangeNotification> answersMoved,
      Consumer<Broker.ChangeNotification> stepMade) {
    this.stepMade = stepMade;
    this.board = board;
    this.store = store;
    this.answersMoved = answersMoved;
  }

  public void start(Vertx vertx, Broker broker) {
    broker.listen((hint, step) -> hinted(vertx, hint, step), this::lookAtAll);
    Context context = vertx.getOrCreateContext();
    board.listen(
        (eventId, next) -> context.runOnContext(v -> follow(broker, eventId, next != null)));
    board.known().forEach(eventId -> follow(broker, eventId, true));
    vertx.setPeriodic(LOOK_MS, id -> lookAtAll());
  }

  /** What moved between the load of an event and the first hint that can be heard is looked for. */
  private void follow(Broker broker, String eventId, boolean known) {
    if (!known) {
      if (followed.remove(eventId)) broker.leave(eventId);
    } else if (followed.add(eventId)) {
      broker.follow(eventId).onSuccess(v -> look(eventId));
    }
  }

  private void hinted(Vertx vertx, Broker.ChangeNotification hint, boolean step) {
    if (board.peek(hint.eventId()) == null) return;
    if (hint.activity().isEmpty()) {
      look(hint.eventId());
      return;
    }
    Consumer<Broker.ChangeNotification> moved = step ? stepMade : answersMoved;
    moved.accept(hint);
    long apart = step ? Broker.STEPS_APART_MS : Broker.APART_MS;
    vertx.setTimer(apart + MARGIN_MS, id -> moved.accept(hint));
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
