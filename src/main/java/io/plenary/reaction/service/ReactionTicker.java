package io.plenary.reaction.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.reaction.ReactionCounts;
import io.plenary.reaction.Reactions;
import io.plenary.room.EventState;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns any number of reactions into at most two frames a second per room. Marks may come from any thread; everything else runs on the owner
 * context.
 */
public final class ReactionTicker {
  private static final long TICK_MS = 500;

  private final Board board;
  private final ReactionStore store;
  private final ReactionTotals totals;
  private final ReactionFrames frames;
  private final Context owner;
  /** Whose states this node follows. */
  private final Set<String> events = new HashSet<>();
  private final Set<Hint> dirty = new LinkedHashSet<>();
  private final Set<Hint> looking = new HashSet<>();

  public ReactionTicker(Board board, ReactionStore store, ReactionTotals totals, ReactionFrames frames, Context owner) {
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
  public void moved(Hint hint) {
    owner.runOnContext(v -> {
      if (!hint.activity().isEmpty()) dirty.add(hint);
      else reactions(hint.eventId()).values().stream().filter(Reactions::on).forEach(r -> dirty.add(new Hint(hint.eventId(), r.id())));
    });
  }

  private void stateChanged(String eventId, Loaded next) {
    owner.runOnContext(v -> {
      Map<String, Reactions> there = next == null ? Map.of() : reactions(eventId);
      boolean watched = next == null ? events.remove(eventId) : !events.add(eventId);
      totals.retain(eventId, there.keySet());
      there.keySet().stream().filter(id -> !totals.knows(id)).map(id -> new Hint(eventId, id)).forEach(fresh -> {
        if (watched) totals.put(fresh, ReactionCounts.NONE); // they came while this node looked on: nothing was before
        dirty.add(fresh);
      });
    });
  }

  private Map<String, Reactions> reactions(String eventId) {
    Loaded loaded = board.peek(eventId);
    return loaded == null ? Map.of() : loaded.state().activities().values().stream().filter(Reactions.class::isInstance)
        .map(Reactions.class::cast).collect(Collectors.toMap(Reactions::id, r -> r));
  }

  void tick() {
    for (Hint hint : List.copyOf(dirty)) {
      if (!looking.add(hint)) continue;
      dirty.remove(hint); // before the look: what moves from now on may not be in it
      store.totals(hint.eventId(), hint.activity()).onComplete(read -> owner.runOnContext(v -> {
        looking.remove(hint);
        if (read.failed()) dirty.add(hint);
        else if (read.result() != null) take(hint, read.result());
      }));
    }
  }

  /** What was there before this node began to look is no news. */
  private void take(Hint hint, ReactionCounts now) {
    Loaded loaded = board.peek(hint.eventId());
    EventState state = loaded == null ? null : loaded.state();
    if (state == null || !(state.activities().get(hint.activity()) instanceof Reactions reactions)) return;
    ReactionCounts before = totals.of(hint.activity());
    boolean known = totals.knows(hint.activity());
    totals.put(hint, now);
    if (!now.equals(before)) frames.send(state, reactions, known ? now.since(before) : ReactionCounts.NONE, now);
  }
}
