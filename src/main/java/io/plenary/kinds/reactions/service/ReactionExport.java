package io.plenary.kinds.reactions.service;

import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.plenary.export.FileReactions;
import io.plenary.export.ReactionResults;
import io.plenary.export.service.ActivityExport;
import io.plenary.kinds.reactions.Reactions;
import io.vertx.core.Future;

/** Reactions in files: totals, because nothing else is known of them. */
public final class ReactionExport implements ActivityExport {
  private final ReactionStore store;

  public ReactionExport(ReactionStore store) {
    this.store = store;
  }

  @Override
  public FileKind kind() {
    return FileKind.REACTIONS;
  }

  @Override
  public FileActivity file(Activity activity) {
    return new FileReactions(((Reactions) activity).on());
  }

  @Override
  public Reactions make(String id, FileActivity from) {
    return new Reactions(id, 1, 1, ((FileReactions) from).on());
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
