package io.plenary.activity.service;

import io.plenary.activity.Change;
import io.plenary.activity.EventLife;
import io.plenary.activity.EventState;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Loops;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.function.Function;

/**
 * Carries out organisers' changes: a pure rule decides on the newest state, the store commits only
 * if nothing it decided on has moved, else the rule decides again.
 */
public final class Changes {
  private static final int TRIES = 8;
  private final EventStore store;
  private final EventCache board;
  private final Context owner;

  /**
   * @param owner the context the store is used on
   */
  public Changes(EventStore store, EventCache board, Context owner) {
    this.store = store;
    this.owner = owner;
    this.board = board;
  }

  /**
   * @param rule computes the change; may throw {@link RuleViolation}
   * @return done when the change is stored and, unless the store is away by then, this node shows
   *     it; fails with {@link RuleViolation} or {@link StoreUnavailable}
   */
  public Future<Void> run(String eventId, Function<EventState, Change> rule) {
    return Loops.call(
        owner, () -> board.get(eventId).compose(known -> attempt(eventId, known, rule, TRIES)));
  }

  private Future<Void> attempt(
      String eventId, EventStore.LoadedEvent known, Function<EventState, Change> rule, int left) {
    if (known == null) {
      return Future.failedFuture(
          new RuleViolation(
              Reason.UNKNOWN_ROOM, "There is no such event. It may have been deleted."));
    }
    Change change;
    try {
      change = EventLife.allowed(known.state(), rule.apply(known.state()));
    } catch (RuleViolation e) {
      return left < TRIES ? Future.failedFuture(e) : afresh(eventId, rule, left);
    }
    if (change.isEmpty()) {
      return left < TRIES ? Future.succeededFuture() : afresh(eventId, rule, left);
    }
    return store
        .commit(eventId, change)
        .compose(outcome -> settle(outcome, change, eventId, rule, left));
  }

  private Future<Void> settle(
      Outcome outcome, Change change, String eventId, Function<EventState, Change> rule, int left) {
    switch (outcome) {
      case COMMITTED -> {
        // Stored is done: asked to try again, the sender might make a second one. The watch shows
        // it when the store is back.
        return board.refresh(eventId).<Void>mapEmpty().otherwiseEmpty();
      }
      case HAS_ANSWERS -> {
        return Future.failedFuture(change.whenAnswered());
      }
      default -> {
        if (left <= 1) {
          return Future.failedFuture(
              new RuleViolation(
                  Reason.CONFLICT, "Others are changing this event right now. Try again."));
        }
        return afresh(eventId, rule, left);
      }
    }
  }

  /**
   * What is in memory may lag behind: that nothing can or need be done counts only when it is
   * decided on what is stored.
   */
  private Future<Void> afresh(String eventId, Function<EventState, Change> rule, int left) {
    return board.refresh(eventId).compose(fresh -> attempt(eventId, fresh, rule, left - 1));
  }
}
