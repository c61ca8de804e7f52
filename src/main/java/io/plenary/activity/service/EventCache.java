package io.plenary.activity.service;

import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Loops;
import io.plenary.metrics.Count;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events this node has a use for, each as one immutable state. Reading never touches the store
 * once an event is here, so any number of phones may arrive at once; what nobody uses is dropped
 * again (see {@link IdleEvents}). Usable from any thread; a future completes on the caller's
 * context.
 */
public final class EventCache {
  /** Told after a newer state is in place; {@code next} null: the event is gone. */
  public interface Listener {
    void changed(String eventId, @Nullable LoadedEvent next);

    /**
     * Told after the event was dropped from memory, because nobody is there: forget what is kept of
     * it, too. It is not gone.
     */
    default void letGo(String eventId, LoadedEvent last) {
      changed(eventId, null);
    }
  }

  private final EventStore store;
  private final Context owner;
  private final EventFailures failures;
  private final Map<String, LoadedEvent> states = new ConcurrentHashMap<>();

  /** When each was asked for last, in nanoseconds. */
  private final Map<String, Long> usedAt = new ConcurrentHashMap<>();

  private final Map<String, Future<LoadedEvent>> loading = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param owner the context the store is used on
   */
  public EventCache(EventStore store, Context owner) {
    this(store, owner, new EventFailures(new Count()));
  }

  /**
   * @param failures told what goes wrong with single events
   */
  public EventCache(EventStore store, Context owner, EventFailures failures) {
    this.store = store;
    this.owner = owner;
    this.failures = failures;
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** What is in memory; null when the event is not (or not yet) known here. */
  public @Nullable LoadedEvent peek(String eventId) {
    return states.get(eventId);
  }

  public Collection<String> known() {
    return states.keySet();
  }

  /**
   * Does the work for every event known here; what goes wrong with one ends nothing for the others.
   */
  public void each(String work, Consumer<LoadedEvent> action) {
    states.forEach((eventId, loaded) -> failures.guard(work, eventId, () -> action.accept(loaded)));
  }

  /** Where loops over parts of events tell what goes wrong with one. */
  public EventFailures failures() {
    return failures;
  }

  /** From memory, else from the store; null when there is no such event. */
  public Future<LoadedEvent> get(String eventId) {
    LoadedEvent known = states.get(eventId);
    if (known != null) used(eventId);
    return known != null ? Future.succeededFuture(known) : shared(eventId);
  }

  /**
   * Reads the event afresh and tells the listeners when it is newer. The answer is never older than
   * the moment of the call.
   */
  public Future<LoadedEvent> refresh(String eventId) {
    used(eventId);
    return Loops.call(
        owner,
        () ->
            store
                .load(eventId)
                .map(loaded -> accept(eventId, loaded))
                .onFailure(
                    e -> {
                      failures.note("reading it", eventId, e);
                      if (!states.containsKey(eventId)) usedAt.remove(eventId);
                    }));
  }

  /**
   * Like {@link #refresh}, but many callers share one load, so the answer may be as old as the
   * start of that load.
   */
  public Future<LoadedEvent> recheck(String eventId) {
    return shared(eventId);
  }

  /** Many callers, one load. */
  private Future<LoadedEvent> shared(String eventId) {
    return Loops.call(owner, () -> sharedOnOwner(eventId));
  }

  private Future<LoadedEvent> sharedOnOwner(String eventId) {
    Promise<LoadedEvent> mine = Promise.promise();
    Future<LoadedEvent> running = loading.putIfAbsent(eventId, mine.future());
    if (running != null) return running;
    refresh(eventId)
        .onComplete(
            result -> {
              loading.remove(eventId);
              mine.handle(result);
            });
    return mine.future();
  }

  private @Nullable LoadedEvent accept(String eventId, LoadedEvent loaded) {
    if (loaded == null) {
      usedAt.remove(eventId);
      if (states.remove(eventId) != null) tell(eventId, null);
      return null;
    }
    boolean[] newer = new boolean[1];
    LoadedEvent now =
        states.merge(
            eventId,
            loaded,
            (old, next) -> {
              newer[0] = newer(old, next);
              return newer[0] ? next : old;
            });
    if (newer[0] || now == loaded) tell(eventId, loaded);
    return now;
  }

  /** Somebody has a use for the event. */
  void used(String eventId) {
    usedAt.put(eventId, System.nanoTime());
  }

  /** Drops an event that nobody has used for so long. On the owner's context. */
  void letGo(String eventId, long idleNanos) {
    Long used = usedAt.get(eventId);
    if (loading.containsKey(eventId) || (used != null && System.nanoTime() - used < idleNanos)) {
      return;
    }
    usedAt.remove(eventId);
    LoadedEvent last = states.remove(eventId);
    if (last == null) return;
    for (Listener listener : listeners) {
      failures.guard("letting it go", eventId, () -> listener.letGo(eventId, last));
    }
  }

  private static boolean newer(LoadedEvent old, LoadedEvent next) {
    return !old.state().epoch().equals(next.state().epoch())
        || next.state().version() > old.state().version();
  }

  /**
   * One event that a listener cannot take in must neither keep it from the others, nor keep the
   * server from starting.
   */
  private void tell(String eventId, @Nullable LoadedEvent next) {
    for (Listener listener : listeners) {
      failures.guard("taking it in", eventId, () -> listener.changed(eventId, next));
    }
  }
}
