package io.plenary.activity.service;

import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.hub.Loops;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds events and rooms by join code; what is in memory is found without the store. Usable from
 * any thread.
 */
public final class Codes {
  private final EventStore store;
  private final EventCache board;
  private final Context owner;
  private final Map<String, Place> known = new ConcurrentHashMap<>();

  /**
   * @param room null when the code is the event's and does not say which of several
   */
  public record Found(LoadedEvent loaded, @Nullable Room room) {}

  public Codes(EventStore store, EventCache board, Context owner) {
    this.store = store;
    this.board = board;
    this.owner = owner;
    board.listen(
        (eventId, next) -> {
          known.values().removeIf(place -> place.event().equals(eventId));
          if (next == null) return;
          known.put(next.state().event().code(), new Place(eventId, null));
          next.state().rooms().stream()
              .filter(r -> r.code() != null)
              .forEach(r -> known.put(r.code(), new Place(eventId, r.id())));
        });
  }

  /** Null when no event and no room has this code. */
  public Future<Found> find(String code) {
    Place here = known.get(code);
    Future<Place> place =
        here != null ? Future.succeededFuture(here) : Loops.call(owner, () -> store.byCode(code));
    return place.compose(
        to ->
            to == null
                ? Future.succeededFuture()
                : board.get(to.event()).map(loaded -> found(loaded, to.room())));
  }

  /** A room that is gone, or not made yet, is none. */
  private static @Nullable Found found(LoadedEvent loaded, @Nullable String room) {
    if (loaded == null) return null;
    if (room == null) {
      return new Found(
          loaded, loaded.state().rooms().size() == 1 ? loaded.state().rooms().get(0) : null);
    }
    return loaded.state().rooms().stream()
        .filter(r -> r.id().equals(room))
        .findFirst()
        .map(r -> new Found(loaded, r))
        .orElse(null);
  }
}
