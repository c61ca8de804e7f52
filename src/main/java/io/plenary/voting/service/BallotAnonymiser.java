package io.plenary.voting.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.Anonymisable;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.voting.service.AnonymiserStore.Outcome;
import io.plenary.voting.service.AnonymiserStore.VoterList;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How activities end: single ballots become counts, and the receipts of those who voted are listed.
 */
public final class BallotAnonymiser implements Anonymisable {
  private static final int TRIES = 5;

  private final AnonymiserStore store;
  private final Voters voters;
  private final long graceMs;

  public BallotAnonymiser(AnonymiserStore store, Voters voters, long graceMs) {
    this.store = store;
    this.voters = voters;
    this.graceMs = graceMs;
  }

  @Override
  public Future<Long> idleMillis(String eventId, Activity activity) {
    return store.idleMillis(eventId, activity.id());
  }

  @Override
  public Future<Boolean> anonymise(String eventId, Activity activity, @Nullable Key key) {
    return anonymise(eventId, activity.id(), key, TRIES);
  }

  private Future<Boolean> anonymise(
      String eventId, String activityId, @Nullable Key key, int left) {
    return store
        .voters(eventId, activityId)
        .compose(
            list -> {
              if (list == null) return Future.succeededFuture(false);
              if (list.anonymised()) return Future.succeededFuture(true);
              if (key == null) {
                return Future.failedFuture(
                    "activity " + activityId + " has no key, so it has no receipts");
              }
              return receipts(activityId, list, key)
                  .compose(
                      receipts -> store.anonymise(eventId, activityId, list, receipts, graceMs))
                  .compose(
                      outcome ->
                          outcome == Outcome.MOVED && left > 1
                              ? anonymise(eventId, activityId, key, left - 1)
                              : Future.succeededFuture(
                                  outcome == Outcome.ANONYMISED || outcome == Outcome.ALREADY));
            });
  }

  private Future<List<String>> receipts(String activityId, VoterList list, Key key) {
    return ReceiptHashes.sorted(
        list.keys(),
        voter ->
            voters.receiptHash(activityId, list.round(), voters.receipt(key, list.round(), voter)));
  }
}
