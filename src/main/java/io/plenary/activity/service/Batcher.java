package io.plenary.activity.service;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Gathers items into batches, one call each. A batch leaves at the end of the event-loop turn that
 * began it; while as many as may be are under way for a key, its next one grows. So a lone item
 * does not wait, and a storm costs few calls. Lives on one event loop.
 *
 * @param <K> what is batched together, and in order
 * @param <I> goes in
 * @param <O> what became of it
 */
public final class Batcher<K, I, O> {
  /** Sends a batch: as many answers as items, in their order. */
  public interface Call<K, I, O> {
    Future<List<O>> send(K key, List<I> items);
  }

  /**
   * @param maxBatch most items of one call
   * @param maxFlying most calls under way for one key
   * @param maxWaiting most items that wait, of all keys: beyond it the store is not keeping up, and
   *     whoever sends comes again
   * @param atOnce the first item of a quiet key leaves alone, before the turn ends
   */
  public record Limits(int maxBatch, int maxFlying, int maxWaiting, boolean atOnce) {}

  private record Item<I, O>(I value, Promise<O> answer) {}

  private final Call<K, I, O> call;
  private final Context loop;
  private final Limits limits;
  private final Consumer<List<I>> leaves;
  private final Map<K, Queue> queues = new HashMap<>();
  private int waiting;
  private final AtomicInteger unanswered = new AtomicInteger();

  /**
   * @param leaves told of every batch that is sent
   */
  public Batcher(Call<K, I, O> call, Context loop, Limits limits, Consumer<List<I>> leaves) {
    this.call = call;
    this.loop = loop;
    this.limits = limits;
    this.leaves = leaves;
  }

  /**
   * Completes once the call of its batch has answered; fails with what that failed with, or {@link
   * StoreUnavailable} when too many wait.
   */
  public Future<O> add(K key, I value) {
    if (waiting >= limits.maxWaiting) {
      return Future.failedFuture(new StoreUnavailable("too many wait"));
    }
    Promise<O> answer = Promise.promise();
    waiting++;
    unanswered.incrementAndGet();
    queues.computeIfAbsent(key, Queue::new).add(new Item<>(value, answer));
    return answer.future();
  }

  /** Whether nothing waits for its answer. May be asked from any thread. */
  public boolean idle() {
    return unanswered.get() == 0;
  }

  private final class Queue {
    private final K key;
    private final Deque<Item<I, O>> items = new ArrayDeque<>();
    private int underWay;
    private boolean scheduled;

    Queue(K key) {
      this.key = key;
    }

    void add(Item<I, O> item) {
      items.add(item);
      if (scheduled || underWay >= limits.maxFlying) return;
      if (limits.atOnce) {
        flush();
        return;
      }
      scheduled = true;
      loop.runOnContext(
          v -> {
            scheduled = false;
            flush();
          });
    }

    private void flush() {
      while (underWay < limits.maxFlying && !items.isEmpty()) send(take());
      if (underWay == 0 && items.isEmpty()) queues.remove(key, this);
    }

    private List<Item<I, O>> take() {
      int n = Math.min(limits.maxBatch, items.size());
      List<Item<I, O>> batch = new ArrayList<>(n);
      for (int i = 0; i < n; i++) batch.add(items.poll());
      return batch;
    }

    private void send(List<Item<I, O>> batch) {
      underWay++;
      waiting -= batch.size();
      List<I> values = batch.stream().map(Item::value).toList();
      leaves.accept(values);
      Future.succeededFuture() // a call that throws fails this batch, and the queue goes on
          .compose(v -> call.send(key, values))
          .map(answers -> fitting(batch, answers))
          .onComplete(result -> answered(batch, result));
    }

    private List<O> fitting(List<Item<I, O>> batch, List<O> answers) {
      if (answers.size() == batch.size()) return answers;
      throw new IllegalStateException(answers.size() + " answers to " + batch.size() + " items");
    }

    private void answered(List<Item<I, O>> batch, AsyncResult<List<O>> result) {
      underWay--;
      unanswered.addAndGet(-batch.size());
      for (int i = 0; i < batch.size(); i++) {
        if (result.failed()) batch.get(i).answer.fail(result.cause());
        else batch.get(i).answer.complete(result.result().get(i));
      }
      flush();
    }
  }
}
