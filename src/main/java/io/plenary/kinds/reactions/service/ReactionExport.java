package io.plenary.kinds.reactions.service;

import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.service.ActivityExport;
import io.plenary.kinds.reactions.export.ReactionFile;
import io.plenary.kinds.reactions.export.ReactionResults;
import io.vertx.core.Future;

/** Reactions in files: totals, because nothing else is known of them. */
public final class ReactionExport implements ActivityExport {
  private final ReactionStore store;

  public ReactionExport(ReactionStore store) {
    this.store = store;
  }

  @Override
  public ReactionFile file() {
    return ReactionFile.ONE;
  }

  @Override
  public Future<ActivityResults> results(Place place, Activity activity) {
    return store
        .totals(place.eventId(), activity.id())
        .map(
            c ->
                c == null
                    ? null
                    : new ReactionResults(
                        activity.id(),
                        place.room().name(),
                        c.clap(),
                        c.heart(),
                        c.idea(),
                        c.question()));
  }
}
