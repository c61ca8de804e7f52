package io.plenary.room.service;

import io.plenary.hub.Loops;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds events by join code; an event in memory is found without the store. Usable from any thread. */
public final class Codes {
  private final EventStore store;
  private final Board board;
  private final Context owner;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public Codes(EventStore store, Board board, Context owner) {
    this.store = store;
    this.board = board;
    this.owner = owner;
    board.listen((eventId, next) -> {
      known.values().remove(eventId);
      if (next != null) known.put(next.state().event().code(), eventId);
    });
  }

  /** Null when no event has this code. */
  public Future<Loaded> find(String code) {
    String eventId = known.get(code);
    if (eventId != null) return board.get(eventId);
    return Loops.call(owner, () -> store.byCode(code)).compose(id -> id == null ? Future.succeededFuture() : board.get(id));
  }
}
