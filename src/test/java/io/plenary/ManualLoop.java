package io.plenary;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An event loop that turns only when told to, so that a test chooses every interleaving. Time is
 * what {@link #tick} says.
 */
public final class ManualLoop {
  private final Deque<Handler<Void>> tasks = new ArrayDeque<>();
  private final List<Handler<Long>> periodic = new ArrayList<>();
  private final List<Handler<Long>> timers = new ArrayList<>();
  private final Context context =
      fake(
          Context.class,
          Map.of(
              "runOnContext",
              args -> {
                tasks.add(handler(args[0]));
                return null;
              }));
  private final Vertx vertx =
      fake(
          Vertx.class,
          Map.of(
              "getOrCreateContext",
              args -> context,
              "setPeriodic",
              args -> {
                periodic.add(handler(args[1]));
                return (long) periodic.size();
              },
              "setTimer",
              args -> {
                timers.add(handler(args[1]));
                return 0L;
              }));

  public Context context() {
    return context;
  }

  /** Knows its context and timers, nothing else. */
  public Vertx vertx() {
    return vertx;
  }

  /** Turns until there is nothing to do. */
  public void run() {
    while (turn()) {
      // on
    }
  }

  /** Runs one task; false when there is none. */
  public boolean turn() {
    Handler<Void> task = tasks.poll();
    if (task == null) return false;
    task.handle(null);
    return true;
  }

  /** Fires every timer once, however long it is, then runs what that began. */
  public void tick() {
    run();
    List<Handler<Long>> due = List.copyOf(timers);
    timers.clear();
    due.forEach(timer -> timer.handle(0L));
    List.copyOf(periodic).forEach(p -> p.handle(0L));
    run();
  }

  @SuppressWarnings("unchecked")
  private static <T> Handler<T> handler(Object o) {
    return (Handler<T>) o;
  }

  private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              Function<Object[], Object> known = methods.get(method.getName());
              if (known == null) throw new UnsupportedOperationException(method.toString());
              return known.apply(args);
            }));
  }
}
