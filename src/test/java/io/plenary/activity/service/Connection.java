package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.event.Event;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One node's way to a {@link ModelStore}: in order, answered at once, or, while {@link #holding},
 * one {@link #release} at a time.
 */
public final class Connection implements EventStore {
  private final ModelStore store;
  private final Deque<Runnable> held = new ArrayDeque<>();
  public boolean holding;
  public boolean away;

  /** Calls made, by name. */
  public final Map<String, Integer> calls = new HashMap<>();

  /** Runs once, just before the next commit: somebody else is faster. */
  public Runnable beforeCommit = () -> {};

  /** Runs once, just after the next commit. */
  public Runnable afterCommit = () -> {};

  public long answersVersion;

  public Connection(ModelStore store) {
    this.store = store;
  }

  /** Lets the oldest held call happen; false when there is none. */
  public boolean release() {
    Runnable next = held.poll();
    if (next != null) next.run();
    return next != null;
  }

  public int called(String name) {
    return calls.getOrDefault(name, 0);
  }

  @Override
  public Future<LoadedEvent> load(String eventId) {
    return call("load", () -> store.state() == null ? null : loaded(store.state()));
  }

  @Override
  public Future<Outcome> commit(String eventId, Change change) {
    return call(
        "commit",
        () -> {
          Runnable first = beforeCommit;
          beforeCommit = () -> {};
          first.run();
          Outcome outcome = store.commit(change);
          Runnable then = afterCommit;
          afterCommit = () -> {};
          then.run();
          return outcome;
        });
  }

  @Override
  public Future<Versions> versions(String eventId) {
    return call(
        "versions",
        () ->
            store.state() == null
                ? null
                : new Versions(store.state().epoch(), store.state().version(), answersVersion));
  }

  public static LoadedEvent loaded(EventState state) {
    Map<String, Key> keys = new HashMap<>();
    state
        .activities()
        .forEach(
            (id, activity) ->
                keys.put(
                    id,
                    new Key(
                        (activity.round() == 1 ? id : id + activity.round())
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    return new LoadedEvent(state, new Links(Map.of(), Map.of()), keys);
  }

  private <T> Future<T> call(String name, Supplier<T> work) {
    calls.merge(name, 1, Integer::sum);
    Promise<T> answer = Promise.promise();
    Runnable run =
        () -> {
          if (away) answer.fail(new StoreUnavailable("test"));
          else answer.complete(work.get());
        };
    if (holding) held.add(run);
    else run.run();
    return answer.future();
  }

  @Override
  public Future<Boolean> create(
      Event event, List<Room> rooms, List<? extends Activity> activities) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Place> byCode(String code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Boolean> reserveCode(String code, Place place) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Boolean> keepCode(String code, Place place) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> freeCode(String code, Place place) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Long> born(String eventId) {
    return Future.succeededFuture(0L);
  }

  @Override
  public Future<Void> delete(String eventId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Outcome> replaceLink(String eventId, String roomId, String kind) {
    throw new UnsupportedOperationException();
  }
}
