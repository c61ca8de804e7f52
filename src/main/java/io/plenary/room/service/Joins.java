package io.plenary.room.service;

import io.plenary.hub.Loops;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Collections;
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
  private final Batcher<String, String, Void> batches;
  private final Map<String, Long> joined = new ConcurrentHashMap<>();

  /** @param owner the context that all gathering happens on */
  public Joins(JoinStore store, Context owner) {
    this.store = store;
    this.owner = owner;
    batches = new Batcher<>(this::store, owner, new Batcher.Limits(MAX_BATCH, 1, Integer.MAX_VALUE, true), batch -> {});
  }

  /** @param person code of the participant under the event's key */
  public Future<Void> join(String eventId, String person) {
    return Loops.call(owner, () -> batches.add(eventId, person));
  }

  /** How many have ever joined, as far as this node knows. */
  public long joined(String eventId) {
    return joined.getOrDefault(eventId, 0L);
  }

  /** Looks at the store: other nodes let people join as well. */
  public Future<Long> refresh(String eventId) {
    return Loops.call(owner, () -> store.joined(eventId).onSuccess(n -> joined.put(eventId, n)));
  }

  private Future<List<Void>> store(String eventId, List<String> people) {
    return store.join(eventId, people).map(n -> {
      joined.put(eventId, n);
      return Collections.nCopies(people.size(), null);
    });
  }
}
