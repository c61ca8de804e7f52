package io.plenary.reaction.service;

import io.plenary.reaction.ReactionRules;
import io.plenary.room.Activity;
import io.plenary.room.Change;
import io.plenary.room.EventState;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.Sealable;
import io.vertx.core.Future;

/** How reactions end: they are turned off. Nothing is stored of anybody, so nothing has to be destroyed. */
public final class ReactionSeal implements Sealable {
  private final ReactionStore store;

  public ReactionSeal(ReactionStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "Reactions";
  }

  @Override
  public Future<Long> restingMs(String eventId, Activity reactions) {
    return store.restingMs(eventId, reactions.id());
  }

  @Override
  public Change finalise(EventState state, Activity reactions) {
    return ReactionRules.off(state, reactions.id());
  }

  @Override
  public Future<Boolean> seal(String eventId, Activity reactions, Key key) {
    return Future.succeededFuture(true);
  }

  @Override
  public Change sealed(EventState state, String id) {
    return Change.none();
  }
}
