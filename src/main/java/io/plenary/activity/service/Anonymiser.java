package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the activities that are final anonymous for good, in steps each of which can be done again:
 * the store anonymises the activity, then forgets its history, then the activity is noted as
 * anonymised. Whatever stops between two steps, the next pass goes on from there, on any node. Runs
 * on one context, one pass at a time.
 */
public final class Anonymiser {
  private static final Logger LOG = LoggerFactory.getLogger(Anonymiser.class);

  private record Anonymised(String eventId, Activity activity, Anonymisable kind) {}

  private final Kinds kinds;
  private final Changes changes;
  private final Supplier<Future<Void>> forgetHistory;
  private final EventFailures failures;
  private String said = "";

  /**
   * @param forgetHistory makes the store forget in its files, too, what it no longer holds: done
   *     only when it has; fails with words for the operator when the store refuses
   */
  public Anonymiser(
      Kinds kinds, Changes changes, Supplier<Future<Void>> forgetHistory, EventFailures failures) {
    this.failures = failures;
    this.kinds = kinds;
    this.changes = changes;
    this.forgetHistory = forgetHistory;
  }

  static boolean due(Activity activity) {
    return activity.isFinal() && !activity.anonymised();
  }

  /**
   * Looks at every activity of these events. Completes with whether all that are final are
   * anonymised now; never fails.
   */
  public Future<Boolean> pass(List<LoadedEvent> events) {
    List<Anonymised> done = new ArrayList<>();
    boolean[] all = {true};
    Future<Void> chain = Future.succeededFuture();
    for (LoadedEvent event : events) {
      String eventId = event.state().event().id();
      for (Activity activity :
          event.state().activities().values().stream().filter(Anonymiser::due).toList()) {
        chain =
            chain
                .compose(
                    v -> anonymise(eventId, activity, event.answerKeys().get(activity.id()), done))
                .map(
                    allAnonymised -> {
                      all[0] &= allAnonymised;
                      return null;
                    });
      }
    }
    return chain
        .compose(
            v ->
                done.isEmpty()
                    ? Future.succeededFuture()
                    : forgetHistory.get().compose(forgotten -> note(done)))
        .map(v -> all[0])
        .otherwise(this::warn);
  }

  /** What stops one activity stops no other, of this event or another. */
  private Future<Boolean> anonymise(
      String eventId, Activity activity, @Nullable Key key, List<Anonymised> done) {
    boolean[] anonymised = {false};
    return failures
        .alone(
            "making an activity anonymous",
            eventId,
            () -> {
              Anonymisable kind = kinds.of(activity).anonymisable();
              return kind.anonymise(eventId, activity, key)
                  .onSuccess(
                      now -> {
                        anonymised[0] = now;
                        if (now) done.add(new Anonymised(eventId, activity, kind));
                      });
            })
        .map(v -> anonymised[0]);
  }

  private Future<Void> note(List<Anonymised> done) {
    said = "";
    Future<Void> chain = Future.succeededFuture();
    for (Anonymised one : done) {
      chain =
          chain.compose(
              v ->
                  failures.alone(
                      "noting that an activity is anonymous", one.eventId, () -> note(one)));
    }
    return chain;
  }

  private Future<Void> note(Anonymised one) {
    return changes
        .run(one.eventId, state -> one.kind.anonymised(state, one.activity.id()))
        .onSuccess(
            v ->
                LOG.info(
                    "The {} {} is finalised: its key, and who answered what, are gone",
                    one.activity.type().noun(),
                    one.activity.id()));
  }

  private boolean warn(Throwable e) {
    String why = String.valueOf(e.getMessage());
    if (!why.equals(said)) {
      LOG.warn("What was finalised is not anonymous yet, and this is tried again: {}", why);
    }
    said = why;
    return false;
  }
}
