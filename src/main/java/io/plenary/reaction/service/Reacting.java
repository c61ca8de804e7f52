package io.plenary.reaction.service;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.hub.Broker.Hint;
import io.plenary.protocol.ReactionMessage.React;
import io.plenary.reaction.Reaction;
import io.plenary.reaction.ReactionCounts;
import io.plenary.reaction.ReactionRules;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Adds up what the phones of this node show and stores the sum four times a second. At most once, on purpose: applause that is clapped again a
 * minute later would be wrong, so what the store does not take is lost.
 */
public final class Reacting {
  private static final long FLUSH_MS = 250;
  private static final int SWEEP_EVERY = 40;

  private final Board board;
  private final ReactionStore store;
  private final Consumer<Hint> moved;
  private final Pace pace;
  private final Map<Hint, ReactionCounts> waiting = new ConcurrentHashMap<>();
  private long flushes;

  /** @param moved told what was added to */
  public Reacting(Board board, ReactionStore store, Consumer<Hint> moved, LongSupplier nanos) {
    this.board = board;
    this.store = store;
    this.moved = moved;
    this.pace = new Pace(nanos);
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(FLUSH_MS, id -> flush());
  }

  /**
   * From any thread.
   *
   * @return whether it is taken; false: the person shows too many, and this one is dropped
   * @throws Refused when there are no such reactions, or they are off
   */
  public boolean react(String eventId, String participant, React message) {
    Loaded loaded = board.peek(eventId);
    if (loaded == null) throw new Refused(Reason.UNKNOWN_ACTIVITY, "There is no such event. It may have been deleted.");
    ReactionRules.taking(loaded.state(), message.activity());
    if (!pace.allows(participant)) return false;
    Reaction reaction = Reaction.valueOf(message.kind().name());
    waiting.merge(new Hint(eventId, message.activity()), ReactionCounts.of(reaction, message.count()), ReactionCounts::plus);
    return true;
  }

  void flush() {
    for (Hint of : List.copyOf(waiting.keySet())) {
      ReactionCounts sum = waiting.remove(of);
      store.add(of.eventId(), of.activity(), sum).onSuccess(outcome -> {
        if (outcome == ReactionStore.Outcome.ADDED) moved.accept(of);
      });
    }
    if (++flushes % SWEEP_EVERY == 0) pace.sweep();
  }
}
