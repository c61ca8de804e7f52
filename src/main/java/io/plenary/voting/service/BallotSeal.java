package io.plenary.voting.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.Sealable;
import io.plenary.voting.service.BallotSealStore.Outcome;
import io.plenary.voting.service.BallotSealStore.VoterList;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How activities end: single ballots become counts, and the receipts of those who voted are listed.
 */
public final class BallotSeal implements Sealable {
  private static final int TRIES = 5;

  private final BallotSealStore store;
  private final Voters voters;
  private final long graceMs;

  public BallotSeal(BallotSealStore store, Voters voters, long graceMs) {
    this.store = store;
    this.voters = voters;
    this.graceMs = graceMs;
  }

  @Override
  public Future<Long> idleMillis(String eventId, Activity activity) {
    return store.idleMillis(eventId, activity.id());
  }

  @Override
  public Future<Boolean> seal(String eventId, Activity activity, @Nullable Key key) {
    return seal(eventId, activity.id(), key, TRIES);
  }

  private Future<Boolean> seal(String eventId, String activityId, @Nullable Key key, int left) {
    return store
        .voters(eventId, activityId)
        .compose(
            list -> {
              if (list == null) return Future.succeededFuture(false);
              if (list.sealed()) return Future.succeededFuture(true);
              if (key == null) {
                return Future.failedFuture(
                    "activity " + activityId + " has no key, so it has no receipts");
              }
              return store
                  .seal(eventId, activityId, list, receipts(activityId, list, key), graceMs)
                  .compose(
                      outcome ->
                          outcome == Outcome.MOVED && left > 1
                              ? seal(eventId, activityId, key, left - 1)
                              : Future.succeededFuture(
                                  outcome == Outcome.SEALED || outcome == Outcome.ALREADY));
            });
  }

  private List<String> receipts(String activityId, VoterList list, Key key) {
    return list.keys().stream()
        .map(voter -> voters.receipt(key, list.round(), voter))
        .map(receipt -> voters.receiptHash(activityId, list.round(), receipt))
        .sorted()
        .toList();
  }
}
