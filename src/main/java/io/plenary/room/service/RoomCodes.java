package io.plenary.room.service;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.hub.Loops;
import io.plenary.room.Room;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.EventStore.Place;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Join codes of rooms. A code stands beside the event, not in it, so it is reserved before its room is committed and made lasting once
 * this or another node sees the room: whatever crashes in between, a room that is there gets its code, and a code without a room expires.
 * Usable from any thread.
 */
public final class RoomCodes {
  private static final int TRIES = 10;
  private final EventStore store;
  private final Context owner;
  private final Supplier<String> draw;
  /** Codes that are known to last. */
  private final Set<String> lasting = ConcurrentHashMap.newKeySet();

  public RoomCodes(EventStore store, Board board, Context owner, Supplier<String> draw) {
    this.store = store;
    this.owner = owner;
    this.draw = draw;
    board.listen((eventId, next) -> {
      if (next != null) keep(eventId, next);
    });
  }

  /** A code for each of these rooms, by room id. */
  public Future<Map<String, String>> reserve(String event, Collection<String> rooms) {
    Map<String, String> codes = new LinkedHashMap<>();
    Future<Void> all = Future.succeededFuture();
    for (String room : rooms) {
      all = all.compose(v -> attempt(new Place(event, room), TRIES)).map(code -> {
        codes.put(room, code);
        return null;
      });
    }
    return all.map(codes);
  }

  private Future<String> attempt(Place place, int left) {
    String code = draw.get();
    return Loops.call(owner, () -> store.reserveCode(code, place)).compose(mine -> {
      if (mine) return Future.succeededFuture(code);
      return left > 0 ? attempt(place, left - 1) : Future.failedFuture(
          new Refused(Reason.LIMIT_REACHED, "No free join code was found. Delete old events."));
    });
  }

  /** The rooms are gone, or were not made. */
  public Future<Void> free(String event, Map<String, String> codes) {
    lasting.removeAll(codes.values());
    return Future.join(codes.entrySet().stream()
        .map(e -> Loops.call(owner, () -> store.freeCode(e.getValue(), new Place(event, e.getKey())))).toList()).mapEmpty();
  }

  private void keep(String event, Loaded loaded) {
    for (Room room : loaded.state().rooms()) {
      if (room.code() == null || lasting.contains(room.code())) continue;
      Loops.call(owner, () -> store.keepCode(room.code(), new Place(event, room.id()))).onSuccess(kept -> lasting.add(room.code()));
    }
  }
}
