package io.plenary.kinds.qa.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.Anonymisable;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.service.QuestionStore.AnonymiseOutcome;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** How Q&As end: questions, counts and audit trail stay, who asked and who upvoted is destroyed. */
public final class QaAnonymiser implements Anonymisable {
  private final QuestionStore store;

  public QaAnonymiser(QuestionStore store) {
    this.store = store;
  }

  /**
   * Also one that was turned off: who asked and upvoted must not stay for ever because nobody made
   * it read-only instead.
   */
  @Override
  public boolean endsByItself(Activity qa) {
    return !qa.isFinal() && (((Qa) qa).state() != Qa.State.DRAFT || qa.rev() > 1);
  }

  /** One that is off and without questions does not rest: it waits for its first. */
  @Override
  public Future<Long> idleMillis(String eventId, Activity qa) {
    if (((Qa) qa).state() != Qa.State.DRAFT) return store.idleMillis(eventId, qa.id());
    return store
        .since(eventId, qa.id(), 0)
        .compose(
            all ->
                all == null || all.entries().isEmpty()
                    ? Future.succeededFuture(0L)
                    : store.idleMillis(eventId, qa.id()));
  }

  @Override
  public Change finalise(EventState state, Activity qa) {
    return Lifecycle.end(state, qa.id());
  }

  /** What was counted wrong could not be mended any more, so it is looked at once more before. */
  @Override
  public Future<Boolean> anonymise(String eventId, Activity qa, @Nullable Key key) {
    return store
        .recount(eventId, qa.id())
        .compose(mended -> store.anonymise(eventId, qa.id()))
        .map(outcome -> outcome != AnonymiseOutcome.NOT_FINAL);
  }
}
