package io.plenary.kinds.reactions.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.reactions.Reaction;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.ReactionRules;
import io.plenary.kinds.reactions.wire.ReactionMessage.React;
import io.plenary.limit.KeyedRateLimiter;
import io.plenary.limit.Limits;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Adds up what the phones of this node show and stores the sum four times a second. At most once,
 * on purpose: applause that is clapped again a minute later would be wrong, so what the store does
 * not take is lost.
 */
public final class Reacting {
  private static final long FLUSH_MS = 250;
  private static final int SWEEP_EVERY = 40;

  private final EventCache board;
  private final ReactionStore store;
  private final Consumer<ChangeNotification> moved;
  private final KeyedRateLimiter rates;
  private final Map<ChangeNotification, ReactionCounts> waiting = new ConcurrentHashMap<>();
  private long flushes;

  /**
   * @param moved told what was added to
   */
  public Reacting(
      EventCache board,
      ReactionStore store,
      Consumer<ChangeNotification> moved,
      LongSupplier nanos) {
    this.board = board;
    this.store = store;
    this.moved = moved;
    this.rates = new KeyedRateLimiter(Limits.REACTIONS, nanos);
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(FLUSH_MS, id -> flush());
  }

  /**
   * From any thread.
   *
   * @return whether it is taken; false: the person shows too many, and this one is dropped
   * @throws RuleViolation when there are no such reactions, or they are off
   */
  public boolean react(String eventId, String participant, React message) {
    LoadedEvent loaded = board.peek(eventId);
    if (loaded == null) {
      throw new RuleViolation(
          Reason.UNKNOWN_ACTIVITY, "There is no such event. It may have been deleted.");
    }
    ReactionRules.taking(loaded.state(), message.activity());
    if (!rates.tryAcquire(participant)) return false;
    Reaction reaction = Reaction.valueOf(message.kind().name());
    waiting.merge(
        new ChangeNotification(eventId, message.activity()),
        ReactionCounts.of(reaction, message.count()),
        ReactionCounts::plus);
    return true;
  }

  void flush() {
    Map<ChangeNotification, ReactionCounts> due = new LinkedHashMap<>(waiting);
    waiting.clear();
    due.forEach(this::store);
    if (++flushes % SWEEP_EVERY == 0) rates.sweep();
  }

  private void store(ChangeNotification of, ReactionCounts sum) {
    board
        .failures()
        .alone(
            "storing reactions",
            of.eventId(),
            () ->
                store
                    .add(of.eventId(), of.activity(), sum)
                    .onSuccess(
                        outcome -> {
                          if (outcome == ReactionStore.Outcome.ADDED) moved.accept(of);
                        }));
  }
}
