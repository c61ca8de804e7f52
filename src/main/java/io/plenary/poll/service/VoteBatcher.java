package io.plenary.poll.service;

import io.plenary.metrics.BatchMeters;
import io.plenary.poll.Ballot;
import io.plenary.poll.service.PollStore.Cast;
import io.plenary.room.service.Batcher;
import io.plenary.room.service.StoreAway;
import io.vertx.core.Context;
import io.vertx.core.Future;

/** Gathers votes into batches, one script call each; see {@link Batcher}. Lives on one event loop. */
public final class VoteBatcher {
  private static final int MAX_FLYING = 2;
  private static final int MAX_WAITING = 50_000;

  private record Poll(String eventId, String pollId) {}

  private final Batcher<Poll, Ballot, Cast> batches;
  private final BatchMeters meters;

  public VoteBatcher(PollStore store, Context loop, int maxBatch, long graceMs) {
    this(store, loop, maxBatch, graceMs, BatchMeters.unread());
  }

  public VoteBatcher(PollStore store, Context loop, int maxBatch, long graceMs, BatchMeters meters) {
    this.meters = meters;
    batches = new Batcher<>((poll, ballots) -> store.cast(poll.eventId, poll.pollId, ballots, graceMs), loop,
        new Batcher.Limits(maxBatch, MAX_FLYING, MAX_WAITING, false), ballots -> meters.size().accept(ballots.size()));
  }

  /** Completes once the store has answered for this ballot; fails with {@link StoreAway} when that is not known. */
  public Future<Cast> cast(String eventId, String pollId, Ballot ballot) {
    return batches.add(new Poll(eventId, pollId), ballot).onSuccess(cast -> {
      if (cast.outcome() == PollStore.Outcome.REPEATED) meters.repeated().increment();
    });
  }

  /** Whether no vote waits for its answer. May be asked from any thread. */
  public boolean idle() {
    return batches.idle();
  }
}
