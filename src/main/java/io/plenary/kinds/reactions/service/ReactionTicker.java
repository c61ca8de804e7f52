package io.plenary.kinds.reactions.service;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.EventState;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.Reactions;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns any number of reactions into at most two frames a second per room. Marks may come from any
 * thread; everything else runs on the owner context.
 */
public final class ReactionTicker {
  private static final long TICK_MS = 500;

  private final EventCache board;
  private final ReactionStore store;
  private final ReactionTotals totals;
  private final ReactionFrames frames;
  private final Context owner;

  /** Whose states this node follows. */
  private final Set<String> events = new HashSet<>();

  private final Set<ChangeNotification> dirty = new LinkedHashSet<>();
  private final Set<ChangeNotification> looking = new HashSet<>();

  public ReactionTicker(
      EventCache board,
      ReactionStore store,
      ReactionTotals totals,
      ReactionFrames frames,
      Context owner) {
    this.board = board;
    this.store = store;
    this.totals = totals;
    this.frames = frames;
    this.owner = owner;
  }

  public void start(Vertx vertx) {
    board.listen(this::stateChanged);
    vertx.setPeriodic(TICK_MS, id -> tick());
  }

  /** Some were added to those it names, or, when it names none, to any of the event that are on. */
  public void moved(ChangeNotification hint) {
    owner.runOnContext(
        v -> {
          if (!hint.activity().isEmpty()) dirty.add(hint);
          else {
            reactions(hint.eventId()).values().stream()
                .filter(Reactions::on)
                .forEach(r -> dirty.add(new ChangeNotification(hint.eventId(), r.id())));
          }
        });
  }

  private void stateChanged(String eventId, @Nullable LoadedEvent next) {
    owner.runOnContext(
        v -> {
          Map<String, Reactions> there = next == null ? Map.of() : reactions(eventId);
          boolean watched = next == null ? events.remove(eventId) : !events.add(eventId);
          totals.retain(eventId, there.keySet());
          there.keySet().stream()
              .map(id -> new ActivityRef(eventId, id))
              .filter(ref -> !totals.knows(ref))
              .forEach(
                  fresh -> {
                    if (watched) {
                      totals.put(
                          fresh,
                          ReactionCounts
                              .NONE); // they came while this node looked on: nothing was before
                    }
                    dirty.add(new ChangeNotification(fresh.event(), fresh.id()));
                  });
        });
  }

  private Map<String, Reactions> reactions(String eventId) {
    LoadedEvent loaded = board.peek(eventId);
    return loaded == null
        ? Map.of()
        : loaded.state().activities().values().stream()
            .filter(Reactions.class::isInstance)
            .map(Reactions.class::cast)
            .collect(Collectors.toMap(Reactions::id, r -> r));
  }

  void tick() {
    for (ChangeNotification hint : List.copyOf(dirty)) {
      if (!looking.add(hint)) continue;
      dirty.remove(hint); // before the look: what moves from now on may not be in it
      store
          .totals(hint.eventId(), hint.activity())
          .onComplete(
              read ->
                  owner.runOnContext(
                      v -> {
                        looking.remove(hint);
                        if (read.failed()) {
                          board.failures().note("reading reactions", hint.eventId(), read.cause());
                          dirty.add(hint);
                        } else if (read.result() != null) {
                          board
                              .failures()
                              .guard(
                                  "showing reactions",
                                  hint.eventId(),
                                  () -> take(hint, read.result()));
                        }
                      }));
    }
  }

  /** What was there before this node began to look is no news. */
  private void take(ChangeNotification hint, ReactionCounts now) {
    LoadedEvent loaded = board.peek(hint.eventId());
    EventState state = loaded == null ? null : loaded.state();
    if (state == null
        || !(state.activities().get(hint.activity()) instanceof Reactions reactions)) {
      return;
    }
    ActivityRef ref = new ActivityRef(hint.eventId(), hint.activity());
    ReactionCounts before = totals.of(ref);
    boolean known = totals.knows(ref);
    totals.put(ref, now);
    if (!now.equals(before)) {
      frames.send(state, reactions, known ? now.since(before) : ReactionCounts.NONE, now);
    }
  }
}
