package io.plenary.activity.service;

import io.plenary.metrics.Count;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes wrong with one event ends nothing but that: every loop over events, rooms and
 * activities does the work for each of them in here. A failure is counted, and logged with the
 * event's id and where it happened, never with words of the event; the same one again at most every
 * {@value #AGAIN_MINUTES} minutes. That the store is away is no failure of an event. Usable from
 * any thread.
 */
public final class EventFailures {
  private static final Logger LOG = LoggerFactory.getLogger(EventFailures.class);
  private static final int AGAIN_MINUTES = 10;
  private static final int MOST_REMEMBERED = 10_000;

  private record Failure(String work, String eventId) {}

  private final Count count;
  private final Map<Failure, Long> saidAt = new ConcurrentHashMap<>();

  /**
   * @param count of all failures
   */
  public EventFailures(Count count) {
    this.count = count;
  }

  /**
   * @param work what is done, for the log
   */
  public void guard(String work, String eventId, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      note(work, eventId, e);
    }
  }

  /** Done when the action is, whether it succeeded or not. */
  public Future<Void> alone(String work, String eventId, Supplier<Future<?>> action) {
    return Future.succeededFuture()
        .<Object>compose(v -> action.get().<Object>map(done -> done))
        .<Void>mapEmpty()
        .otherwise(
            e -> {
              note(work, eventId, e);
              return null;
            });
  }

  /** For work whose failure somebody else hears of, too. */
  public void note(String work, String eventId, Throwable e) {
    if (e instanceof StoreUnavailable) return;
    count.increment();
    long now = System.nanoTime();
    if (saidAt.size() >= MOST_REMEMBERED) saidAt.clear();
    Long before = saidAt.putIfAbsent(new Failure(work, eventId), now);
    if (before != null && now - before < TimeUnit.MINUTES.toNanos(AGAIN_MINUTES)) return;
    saidAt.put(new Failure(work, eventId), now);
    LOG.error("Event {}: {} failed ({}). Other events are not affected.", eventId, work, why(e));
  }

  /**
   * Messages of Java and of readers may quote what they read, so of those only type and place are
   * told.
   */
  private static String why(Throwable e) {
    if (e instanceof UnreadableEvent && e.getCause() != null) {
      return "it was written by a newer version, or is damaged: " + why(e.getCause());
    }
    StackTraceElement[] trace = e.getStackTrace();
    if (trace.length == 0) return String.valueOf(e.getMessage());
    for (StackTraceElement at : trace) {
      if (at.getClassName().startsWith("io.plenary.")) return e.getClass().getName() + " at " + at;
    }
    return e.getClass().getName() + " at " + trace[0];
  }
}
