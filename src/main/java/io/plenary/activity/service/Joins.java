package io.plenary.activity.service;

import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.hub.Loops;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notes who has joined: whoever said hello in a room of the event, once. A room's people are those
 * who were in it, whatever other rooms there were or are. Usable from any thread.
 */
public final class Joins {
  private final JoinStore store;
  private final Context owner;
  private final NoteQueue<Place, String> notes;
  private final Map<Place, Long> joined = new ConcurrentHashMap<>();

  /** Whom this node has noted: coming back costs the store nothing. */
  private final Map<Place, Set<String>> known = new ConcurrentHashMap<>();

  /**
   * @param owner the context of {@code vertx} that all gathering happens on
   */
  public Joins(JoinStore store, Vertx vertx, Context owner) {
    this.store = store;
    this.owner = owner;
    this.notes = new NoteQueue<>(vertx, this::store);
  }

  /**
   * Somebody said hello.
   *
   * @param code of the participant under the event's key; asked for only when it is needed
   */
  public void came(String eventId, String roomId, String participant, Supplier<String> code) {
    Place place = new Place(eventId, roomId);
    if (!known.computeIfAbsent(place, p -> ConcurrentHashMap.newKeySet()).add(participant)) return;
    String person = code.get();
    owner.runOnContext(v -> notes.add(place, person));
  }

  /** The event is gone, or nobody is there to be told. */
  public void forget(String eventId) {
    known.keySet().removeIf(place -> place.event().equals(eventId));
    joined.keySet().removeIf(place -> place.event().equals(eventId));
  }

  /** How many have ever joined, as far as this node knows. */
  public long joined(String eventId) {
    return joined.getOrDefault(new Place(eventId, null), 0L);
  }

  /** How many of them were in the room. */
  public long joined(String eventId, Room room) {
    return joined.getOrDefault(new Place(eventId, room.id()), 0L);
  }

  /** Looks at the store: other nodes let people join as well. */
  public Future<Long> refresh(String eventId) {
    return refresh(new Place(eventId, null));
  }

  /** As the store knew it just now: other nodes let people join as well. */
  void counted(Place place, long people) {
    joined.put(place, people);
  }

  /**
   * How many have ever joined, as the store knows it now.
   *
   * @param roomId of those who were in it; null for the whole event
   */
  public Future<Long> counted(String eventId, @Nullable String roomId) {
    return refresh(new Place(eventId, roomId));
  }

  private Future<Long> refresh(Place place) {
    return Loops.call(
        owner,
        () -> store.joined(place.event(), place.room()).onSuccess(n -> joined.put(place, n)));
  }

  private Future<Void> store(Place place, List<String> people) {
    String room = Objects.requireNonNull(place.room(), "people are in rooms");
    // In the order of their codes, which tells nothing: not in that in which they came.
    return store
        .join(place.event(), room, people.stream().sorted().toList())
        .map(
            n -> {
              joined.put(new Place(place.event(), null), n.event());
              joined.put(place, n.room());
              return null;
            });
  }
}
