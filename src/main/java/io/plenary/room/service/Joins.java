package io.plenary.room.service;

import io.plenary.hub.Loops;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes who has joined, many at a time: while one write is under way the next ones gather, so a hall that scans one QR
 * code costs the store a handful of calls. A join is answered only once it is stored.
 */
public final class Joins {
  private static final int MAX_BATCH = 1_000;
  private final JoinStore store;
  private final Context owner;
  private final Map<String, Queue> queues = new HashMap<>();
  private final Map<String, Long> joined = new ConcurrentHashMap<>();

  /** @param owner the context that all gathering happens on */
  public Joins(JoinStore store, Context owner) {
    this.store = store;
    this.owner = owner;
  }

  /** @param person code of the participant under the event's key */
  public Future<Void> join(String eventId, String person) {
    return Loops.call(owner, () -> {
      Promise<Void> done = Promise.promise();
      queues.computeIfAbsent(eventId, Queue::new).add(person, done);
      return done.future();
    });
  }

  /** How many have ever joined, as far as this node knows. */
  public long joined(String eventId) {
    return joined.getOrDefault(eventId, 0L);
  }

  /** Looks at the store: other nodes let people join as well. */
  public Future<Long> refresh(String eventId) {
    return Loops.call(owner, () -> store.joined(eventId).onSuccess(n -> joined.put(eventId, n)));
  }

  private final class Queue {
    private final String eventId;
    private List<String> people = new ArrayList<>();
    private List<Promise<Void>> waiting = new ArrayList<>();
    private boolean busy;

    Queue(String eventId) {
      this.eventId = eventId;
    }

    void add(String person, Promise<Void> done) {
      people.add(person);
      waiting.add(done);
      flush();
    }

    private void flush() {
      if (busy || people.isEmpty()) return;
      busy = true;
      int n = Math.min(MAX_BATCH, people.size());
      List<String> batch = List.copyOf(people.subList(0, n));
      List<Promise<Void>> askers = List.copyOf(waiting.subList(0, n));
      people = new ArrayList<>(people.subList(n, people.size()));
      waiting = new ArrayList<>(waiting.subList(n, waiting.size()));
      store.join(eventId, batch).onComplete(result -> owner.runOnContext(v -> {
        busy = false;
        if (result.succeeded()) {
          joined.put(eventId, result.result());
          askers.forEach(Promise::complete);
        } else {
          askers.forEach(p -> p.fail(result.cause()));
        }
        flush();
      }));
    }
  }
}
