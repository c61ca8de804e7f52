package io.plenary.poll.service;

import io.plenary.metrics.BatchMeters;
import io.plenary.poll.Ballot;
import io.plenary.poll.service.PollStore.Cast;
import io.plenary.room.service.StoreAway;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers votes into batches, one script call each. A batch leaves at the end of the event-loop turn that began it; while
 * {@link #MAX_FLYING} are under way the next one grows. So a lone vote does not wait, and a storm costs few calls. Lives
 * on one event loop.
 */
public final class VoteBatcher {
  private static final int MAX_FLYING = 2;
  /** Beyond this the store is not keeping up; the phone keeps its vote and comes again. */
  private static final int MAX_WAITING = 50_000;

  private record Poll(String eventId, String pollId) {}

  private record Vote(Ballot ballot, Promise<Cast> answer) {}

  private final PollStore store;
  private final Context loop;
  private final int maxBatch;
  private final long graceMs;
  private final BatchMeters meters;
  private final Map<Poll, Queue> queues = new HashMap<>();
  private int waiting;
  private volatile int unanswered;

  public VoteBatcher(PollStore store, Context loop, int maxBatch, long graceMs) {
    this(store, loop, maxBatch, graceMs, BatchMeters.unread());
  }

  public VoteBatcher(PollStore store, Context loop, int maxBatch, long graceMs, BatchMeters meters) {
    this.meters = meters;
    this.store = store;
    this.loop = loop;
    this.maxBatch = maxBatch;
    this.graceMs = graceMs;
  }

  /** Completes once the store has answered for this ballot; fails with {@link StoreAway} when that is not known. */
  public Future<Cast> cast(String eventId, String pollId, Ballot ballot) {
    if (waiting >= MAX_WAITING) return Future.failedFuture(new StoreAway("too many votes wait"));
    Promise<Cast> answer = Promise.promise();
    waiting++;
    unanswered = unanswered + 1;
    queues.computeIfAbsent(new Poll(eventId, pollId), Queue::new).add(new Vote(ballot, answer));
    return answer.future();
  }

  /** Whether no vote waits for its answer. May be asked from any thread. */
  public boolean idle() {
    return unanswered == 0;
  }

  private final class Queue {
    private final Poll poll;
    private final Deque<Vote> votes = new ArrayDeque<>();
    private int underWay;
    private boolean scheduled;

    Queue(Poll poll) {
      this.poll = poll;
    }

    void add(Vote vote) {
      votes.add(vote);
      if (scheduled || underWay >= MAX_FLYING) return;
      scheduled = true;
      loop.runOnContext(v -> {
        scheduled = false;
        flush();
      });
    }

    private void flush() {
      while (underWay < MAX_FLYING && !votes.isEmpty()) send(take());
      if (underWay == 0 && votes.isEmpty()) queues.remove(poll, this);
    }

    private List<Vote> take() {
      int n = Math.min(maxBatch, votes.size());
      List<Vote> batch = new ArrayList<>(n);
      for (int i = 0; i < n; i++) batch.add(votes.poll());
      return batch;
    }

    private void send(List<Vote> batch) {
      underWay++;
      waiting -= batch.size();
      meters.size().accept(batch.size());
      List<Ballot> ballots = batch.stream().map(Vote::ballot).toList();
      Future.succeededFuture() // a store that throws fails this batch, and the queue goes on
          .compose(v -> store.cast(poll.eventId, poll.pollId, ballots, graceMs))
          .map(casts -> fitting(batch, casts))
          .onComplete(result -> answered(batch, result));
    }

    private List<Cast> fitting(List<Vote> batch, List<Cast> casts) {
      if (casts.size() == batch.size()) return casts;
      throw new IllegalStateException(casts.size() + " answers to " + batch.size() + " votes");
    }

    private void answered(List<Vote> batch, AsyncResult<List<Cast>> result) {
      underWay--;
      unanswered = unanswered - batch.size();
      for (int i = 0; i < batch.size(); i++) {
        Promise<Cast> answer = batch.get(i).answer;
        if (result.failed()) {
          answer.fail(result.cause());
          continue;
        }
        Cast cast = result.result().get(i);
        if (cast.outcome() == PollStore.Outcome.REPEATED) meters.repeated().increment();
        answer.complete(cast);
      }
      flush();
    }
  }
}
