package io.plenary.kinds.reactions.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.service.Anonymisable;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.kinds.reactions.ReactionRules;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * How reactions end: they are turned off. Nothing is stored of anybody, so nothing has to be
 * destroyed.
 */
public final class ReactionAnonymiser implements Anonymisable {
  private final ReactionStore store;

  public ReactionAnonymiser(ReactionStore store) {
    this.store = store;
  }

  @Override
  public Future<Long> idleMillis(String eventId, Activity reactions) {
    return store.idleMillis(eventId, reactions.id());
  }

  @Override
  public Change finalise(EventState state, Activity reactions) {
    return ReactionRules.off(state, reactions.id());
  }

  @Override
  public Future<Boolean> anonymise(String eventId, Activity reactions, @Nullable Key key) {
    return Future.succeededFuture(true);
  }

  @Override
  public Change anonymised(EventState state, String id) {
    return Change.none();
  }
}
