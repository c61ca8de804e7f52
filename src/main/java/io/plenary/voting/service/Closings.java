package io.plenary.voting.service;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.EventState;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Audience;
import io.plenary.voting.BallotActivity;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Activities that were locked a moment ago: votes pressed before that may still be on their way and
 * count, so whoever watches the numbers is told that they can move. It begins when this server sees
 * the lock; an activity that was locked while it did not look is not known to be closing. Phones
 * are told nothing: what they say of a vote does not depend on it. Usable from any thread.
 */
public final class Closings {
  /** A picture made earlier than this says too much of the time that is left. */
  private static final long FRESH_MS = 1_000;

  private static final Audience[] WATCHING = {Audience.STAGE, Audience.REMOTE, Audience.ORGANISER};

  private record Closing(long round, long until) {}

  private final long graceNanos;
  private final LongSupplier nanos;
  private final Map<ActivityRef, Closing> closing = new ConcurrentHashMap<>();
  private final Map<String, EventState> seen = new ConcurrentHashMap<>();

  /**
   * @param nanos as {@link System#nanoTime}
   */
  public Closings(Duration grace, LongSupplier nanos) {
    this.graceNanos = grace.toNanos();
    this.nanos = nanos;
  }

  /** Tell it every state before it is shown. */
  public void stateChanged(String eventId, @Nullable LoadedEvent next) {
    EventState before = next == null ? seen.remove(eventId) : seen.put(eventId, next.state());
    if (next == null) closing.keySet().removeIf(ref -> ref.event().equals(eventId));
    if (next == null || before == null) return;
    next.state().activities().values().stream()
        .filter(BallotActivity.class::isInstance)
        .map(BallotActivity.class::cast)
        .forEach(
            activity -> {
              ActivityRef ref = new ActivityRef(eventId, activity.id());
              boolean wasClosed =
                  !(before.activities().get(activity.id()) instanceof BallotActivity was)
                      || was.closed();
              if (!activity.closed()) closing.remove(ref);
              else if (!wasClosed) {
                closing.put(ref, new Closing(activity.round(), nanos.getAsLong() + graceNanos));
              }
            });
  }

  /**
   * For how long votes pressed before the lock are still counted, at least 1; null when they are
   * not.
   */
  public @Nullable Long leftMs(String eventId, BallotActivity activity) {
    Closing found = closing.get(new ActivityRef(eventId, activity.id()));
    if (found == null || found.round != activity.round() || activity.anonymised()) return null;
    long left = found.until - nanos.getAsLong();
    return left <= 0 ? null : Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
  }

  /**
   * Shows on stage and to whoever runs the event that a grace began and ended. Call it once, after
   * the feeds listen to the board.
   */
  public void show(Vertx vertx, Context owner, EventCache board, SnapshotCache feeds) {
    vertx.setPeriodic(
        FRESH_MS,
        id -> {
          if (!closing.isEmpty()) feeds.stale();
        });
    board.listen(
        (eventId, next) -> {
          if (closing.keySet().stream().anyMatch(ref -> ref.event().equals(eventId))) {
            owner.runOnContext(v -> end(vertx, eventId, board, feeds));
          }
        });
  }

  /** Looks again when the next grace of the event is over. */
  private void end(Vertx vertx, String eventId, EventCache board, SnapshotCache feeds) {
    long now = nanos.getAsLong();
    boolean over =
        closing
            .entrySet()
            .removeIf(e -> e.getKey().event().equals(eventId) && e.getValue().until - now <= 0);
    LoadedEvent loaded = board.peek(eventId);
    if (over && loaded != null) {
      feeds.stale();
      feeds.publish(eventId, loaded, WATCHING);
    }
    closing.entrySet().stream()
        .filter(e -> e.getKey().event().equals(eventId))
        .mapToLong(e -> e.getValue().until - now)
        .min()
        .ifPresent(
            left ->
                vertx.setTimer(
                    TimeUnit.NANOSECONDS.toMillis(left) + 1,
                    id -> end(vertx, eventId, board, feeds)));
  }
}
