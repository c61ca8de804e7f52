package io.plenary.activity.service;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notes about people on their way to the store: in chunks, one call at a time of each key, tried
 * until they are stored. Nobody waits for a note, so it may wait for others: a hall that comes at
 * once costs a handful of calls. Lives on one context.
 *
 * @param <K> what is noted together
 * @param <N> a note
 */
public final class NoteQueue<K, N> {
  /** Stores a chunk of notes; a failure means that all of them are to be sent again. */
  public interface Call<K, N> {
    Future<?> send(K key, List<N> notes);
  }

  /** Most notes of one call: what the store does in well under a millisecond. */
  public static final int CHUNK = 1_000;

  private static final long GATHER_MS = 200;
  private static final long AGAIN_MS = 1_000;

  private final Vertx vertx;
  private final Call<K, N> call;
  private final Map<K, Deque<N>> waiting = new HashMap<>();
  private final Set<K> scheduled = new HashSet<>();

  public NoteQueue(Vertx vertx, Call<K, N> call) {
    this.vertx = vertx;
    this.call = call;
  }

  public void add(K key, N note) {
    waiting.computeIfAbsent(key, k -> new ArrayDeque<>()).add(note);
    if (scheduled.add(key)) vertx.setTimer(GATHER_MS, id -> send(key));
  }

  private void send(K key) {
    Deque<N> queue = waiting.get(key);
    if (queue == null) return;
    List<N> chunk = new ArrayList<>(Math.min(CHUNK, queue.size()));
    while (chunk.size() < CHUNK && !queue.isEmpty()) chunk.add(queue.poll());
    Future.succeededFuture() // a call that throws is one that failed
        .compose(v -> call.send(key, chunk))
        .onComplete(
            done -> {
              if (done.failed()) {
                for (int i = chunk.size() - 1; i >= 0; i--) queue.addFirst(chunk.get(i));
                vertx.setTimer(AGAIN_MS, id -> send(key));
              } else if (!queue.isEmpty()) {
                send(key);
              } else {
                waiting.remove(key);
                scheduled.remove(key);
              }
            });
  }
}
