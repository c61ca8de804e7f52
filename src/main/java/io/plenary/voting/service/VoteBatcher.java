package io.plenary.voting.service;

import io.plenary.activity.service.Batcher;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.metrics.BatchMeters;
import io.plenary.voting.Ballot;
import io.plenary.voting.service.BallotStore.Cast;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gathers votes into batches, one script call each; see {@link Batcher}. What a vote waits here,
 * while the store is slow, does not make it late: it is held like a vote that waits on its phone.
 * Lives on one event loop.
 */
public final class VoteBatcher {
  private static final int MAX_FLYING = 2;
  private static final int MAX_WAITING = 50_000;

  private record Target(String eventId, String activityId) {}

  private record Waiting(Ballot ballot, long sinceNanos) {}

  private final Batcher<Target, Waiting, Cast> batches;
  private final LongSupplier nanos;
  private final BatchMeters meters;

  public VoteBatcher(BallotStore store, Context loop, int maxBatch, long graceMs) {
    this(store, loop, maxBatch, graceMs, BatchMeters.unread(), System::nanoTime);
  }

  /**
   * @param nanos a clock that only goes forward, as {@link System#nanoTime}
   */
  public VoteBatcher(
      BallotStore store,
      Context loop,
      int maxBatch,
      long graceMs,
      BatchMeters meters,
      LongSupplier nanos) {
    this.meters = meters;
    this.nanos = nanos;
    batches =
        new Batcher<>(
            (target, votes) ->
                store.cast(target.eventId, target.activityId, leaving(votes), graceMs),
            loop,
            new Batcher.Limits(maxBatch, MAX_FLYING, MAX_WAITING, false),
            votes -> meters.size().accept(votes.size()));
  }

  /**
   * Completes once the store has answered for this ballot; fails with {@link StoreUnavailable} when
   * that is not known.
   */
  public Future<Cast> cast(String eventId, String activityId, Ballot ballot) {
    return batches
        .add(new Target(eventId, activityId), new Waiting(ballot, nanos.getAsLong()))
        .onSuccess(
            cast -> {
              if (cast.outcome() == BallotStore.Outcome.REPEATED) meters.repeated().increment();
            });
  }

  private List<Ballot> leaving(List<Waiting> votes) {
    long now = nanos.getAsLong();
    return votes.stream()
        .map(vote -> vote.ballot.heldFor(TimeUnit.NANOSECONDS.toMillis(now - vote.sinceNanos)))
        .toList();
  }

  /** Whether no vote waits for its answer. May be asked from any thread. */
  public boolean idle() {
    return batches.idle();
  }
}
