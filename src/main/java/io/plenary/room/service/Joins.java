package io.plenary.room.service;

import io.plenary.hub.Loops;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.service.EventStore.Place;
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
  private final Batcher<Place, String, Void> batches;
  private final Map<Place, Long> joined = new ConcurrentHashMap<>();

  /** @param owner the context that all gathering happens on */
  public Joins(JoinStore store, Context owner) {
    this.store = store;
    this.owner = owner;
    batches = new Batcher<>(this::store, owner, new Batcher.Limits(MAX_BATCH, 1, Integer.MAX_VALUE, true), batch -> {});
  }

  /**
   * @param room   where they are; null when the event has one room alone, or when they did not choose yet
   * @param person code of the participant under the event's key
   */
  public Future<Void> join(String eventId, String room, String person) {
    return Loops.call(owner, () -> batches.add(new Place(eventId, room), person));
  }

  /** How many have ever joined, as far as this node knows. */
  public long joined(String eventId) {
    return joined.getOrDefault(new Place(eventId, null), 0L);
  }

  /** How many of them were in the room: all, as long as it is the only one there ever was. */
  public long joined(String eventId, Room room) {
    return joined.getOrDefault(place(eventId, room), 0L);
  }

  /** Looks at the store: other nodes let people join as well. */
  public Future<Long> refresh(String eventId) {
    return refresh(new Place(eventId, null));
  }

  public Future<Long> refresh(String eventId, Room room) {
    return refresh(place(eventId, room));
  }

  /** Looks at the store for the event and each of its rooms. */
  public void refresh(EventState state) {
    refresh(state.event().id());
    state.rooms().stream().filter(r -> r.code() != null).forEach(r -> refresh(state.event().id(), r));
  }

  private Future<Long> refresh(Place place) {
    return Loops.call(owner, () -> store.joined(place.event(), place.room()).onSuccess(n -> joined.put(place, n)));
  }

  private static Place place(String eventId, Room room) {
    return new Place(eventId, room.code() == null ? null : room.id());
  }

  private Future<List<Void>> store(Place place, List<String> people) {
    return store.join(place.event(), place.room(), people).map(n -> {
      joined.put(new Place(place.event(), null), n.event());
      if (place.room() != null) joined.put(place, n.room());
      return Collections.nCopies(people.size(), null);
    });
  }
}
