package io.plenary.activity.service;

import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Loops;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Join codes of rooms. A code stands beside the event, not in it, so it is reserved before its room
 * is committed and made lasting once this or another node sees the room: whatever crashes in
 * between, a room that is there gets its code, and a code without a room expires. Usable from any
 * thread.
 */
public final class RoomCodes {
  private static final int TRIES = 10;
  private final EventStore store;
  private final Context owner;
  private final Supplier<String> draw;

  /** Codes that are known to last. */
  private final Set<String> lasting = ConcurrentHashMap.newKeySet();

  public RoomCodes(EventStore store, EventCache board, Context owner, Supplier<String> draw) {
    this.store = store;
    this.owner = owner;
    this.draw = draw;
    board.listen(
        new EventCache.Listener() {
          @Override
          public void changed(String eventId, @Nullable LoadedEvent next) {
            if (next != null) keep(eventId, next);
          }

          @Override
          public void letGo(String eventId, LoadedEvent last) {
            last.state().rooms().stream()
                .map(Room::code)
                .filter(Objects::nonNull)
                .forEach(lasting::remove);
          }
        });
  }

  /** A code for each of these rooms, by room id. */
  public Future<Map<String, String>> reserve(String event, Collection<String> rooms) {
    Map<String, String> codes = new LinkedHashMap<>();
    Future<Void> all = Future.succeededFuture();
    for (String room : rooms) {
      all =
          all.compose(v -> attempt(new Place(event, room), TRIES))
              .map(
                  code -> {
                    codes.put(room, code);
                    return null;
                  });
    }
    return all.map(codes);
  }

  private Future<String> attempt(Place place, int left) {
    String code = draw.get();
    return Loops.call(owner, () -> store.reserveCode(code, place))
        .compose(
            mine -> {
              if (mine) return Future.succeededFuture(code);
              return left > 0
                  ? attempt(place, left - 1)
                  : Future.failedFuture(
                      new RuleViolation(
                          Reason.LIMIT_REACHED, "No free join code was found. Delete old events."));
            });
  }

  /** The rooms are gone, or were not made. */
  public Future<Void> free(String event, Map<String, String> codes) {
    lasting.removeAll(codes.values());
    return Future.join(
            codes.entrySet().stream()
                .map(
                    e ->
                        Loops.call(
                            owner,
                            () -> store.freeCode(e.getValue(), new Place(event, e.getKey()))))
                .toList())
        .mapEmpty();
  }

  private void keep(String event, LoadedEvent loaded) {
    for (Room room : loaded.state().rooms()) {
      String code = room.code();
      if (code == null || lasting.contains(code)) continue;
      Loops.call(owner, () -> store.keepCode(code, new Place(event, room.id())))
          .onSuccess(kept -> lasting.add(code));
    }
  }
}
