package io.plenary.room.service;

import io.plenary.hub.Loops;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events this node knows, each as one immutable state. Reading never touches the store once an event is here, so any number
 * of phones may arrive at once. Usable from any thread; a future completes on the caller's context.
 */
public final class Board {
  /** Told after a newer state is in place; {@code next} null: the event is gone. */
  public interface Listener {
    void changed(String eventId, Loaded next);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Board.class);
  private final EventStore store;
  private final Context owner;
  private final Map<String, Loaded> states = new ConcurrentHashMap<>();
  private final Map<String, Future<Loaded>> loading = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** @param owner the context the store is used on */
  public Board(EventStore store, Context owner) {
    this.store = store;
    this.owner = owner;
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** What is in memory; null when the event is not (or not yet) known here. */
  public Loaded peek(String eventId) {
    return states.get(eventId);
  }

  public Collection<String> known() {
    return states.keySet();
  }

  /** From memory, else from the store; null when there is no such event. */
  public Future<Loaded> get(String eventId) {
    Loaded known = states.get(eventId);
    return known != null ? Future.succeededFuture(known) : shared(eventId);
  }

  /**
   * Reads the event afresh and tells the listeners when it is newer. The answer is never older than the moment of the call.
   */
  public Future<Loaded> refresh(String eventId) {
    return Loops.call(owner, () -> store.load(eventId).map(loaded -> accept(eventId, loaded)));
  }

  /** Like {@link #refresh}, but many callers share one load, so the answer may be as old as the start of that load. */
  public Future<Loaded> recheck(String eventId) {
    return shared(eventId);
  }

  /** Many callers, one load. */
  private Future<Loaded> shared(String eventId) {
    return Loops.call(owner, () -> sharedOnOwner(eventId));
  }

  private Future<Loaded> sharedOnOwner(String eventId) {
    Promise<Loaded> mine = Promise.promise();
    Future<Loaded> running = loading.putIfAbsent(eventId, mine.future());
    if (running != null) return running;
    refresh(eventId).onComplete(result -> {
      loading.remove(eventId);
      mine.handle(result);
    });
    return mine.future();
  }

  private Loaded accept(String eventId, Loaded loaded) {
    if (loaded == null) {
      if (states.remove(eventId) != null) tell(eventId, null);
      return null;
    }
    boolean[] newer = new boolean[1];
    Loaded now = states.merge(eventId, loaded, (old, next) -> {
      newer[0] = newer(old, next);
      return newer[0] ? next : old;
    });
    if (newer[0] || now == loaded) tell(eventId, loaded);
    return now;
  }

  private static boolean newer(Loaded old, Loaded next) {
    return !old.state().epoch().equals(next.state().epoch()) || next.state().version() > old.state().version();
  }

  /** One event that a listener cannot take in must neither keep it from the others, nor keep the server from starting. */
  private void tell(String eventId, Loaded next) {
    for (Listener listener : listeners) {
      try {
        listener.changed(eventId, next);
      } catch (RuntimeException e) {
        LOG.error("Event {} was not taken in everywhere", eventId, e);
      }
    }
  }
}
