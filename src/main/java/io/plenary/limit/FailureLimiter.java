package io.plenary.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Makes guessing slow: after some failures each further attempt has to wait, twice as long every
 * time, up to a limit. The limit is short on purpose, so that nobody can lock somebody else out for
 * long by failing in their name. Attempts count when they begin, so that a hundred at once are a
 * hundred. Safe for every thread.
 */
public final class FailureLimiter {
  private record Failures(int count, long lastMs) {}

  private final BackoffPolicy backoff;
  private final LongSupplier clockMs;
  private final Map<String, Failures> byKey = new ConcurrentHashMap<>();
  private Spending.Limit others = (key, failures) -> {};

  /**
   * @param clockMs milliseconds from any origin that never run backwards
   */
  public FailureLimiter(BackoffPolicy backoff, LongSupplier clockMs) {
    this.backoff = backoff;
    this.clockMs = clockMs;
  }

  /**
   * All nodes together hold this limit: they tell each other of failures. Call it before anything
   * fails.
   *
   * @param name the same on every node
   */
  public FailureLimiter shared(Spending spending, String name) {
    spending.share(name, this::failedElsewhere);
    others = (key, failures) -> spending.took(name, key, failures);
    return this;
  }

  private void failedElsewhere(String key, int failures) {
    long now = clockMs.getAsLong();
    makeRoom(key, now);
    byKey.compute(
        key,
        (same, before) -> {
          int known = before == null || forgotten(before, now) ? 0 : before.count;
          return new Failures(known + Math.max(0, failures), now);
        });
  }

  /**
   * @return zero: go on, the attempt counts as failed until told otherwise; else how long to wait,
   *     and nothing was counted
   */
  public Duration attempt(String key) {
    long now = clockMs.getAsLong();
    makeRoom(key, now);
    long[] wait = {0};
    byKey.compute(
        key,
        (same, before) -> {
          Failures failures =
              before == null || forgotten(before, now) ? new Failures(0, now) : before;
          wait[0] = failures.lastMs + waitAfter(failures.count) - now;
          return wait[0] > 0 ? failures : new Failures(failures.count + 1, now);
        });
    if (wait[0] <= 0) others.takenElsewhere(key, 1);
    return Duration.ofMillis(Math.max(0, wait[0]));
  }

  /** The attempt succeeded: all failures of this key are forgotten. */
  public void succeeded(String key) {
    byKey.remove(key);
  }

  /** The attempt neither failed nor succeeded: it alone is taken back. */
  public void undo(String key) {
    byKey.computeIfPresent(
        key,
        (same, failures) ->
            failures.count <= 1 ? null : new Failures(failures.count - 1, failures.lastMs));
  }

  int remembered() {
    return byKey.size();
  }

  private long waitAfter(int count) {
    if (count < backoff.free()) {
      return 0;
    }
    int doublings = Math.min(count - backoff.free(), 40);
    long longest = backoff.longest().toMillis();
    long first = backoff.first().toMillis();
    return first > longest >> doublings ? longest : first << doublings;
  }

  private boolean forgotten(Failures failures, long now) {
    return now - failures.lastMs >= backoff.forget().toMillis();
  }

  // Looking through all keys is slow, but filling the memory takes an attacker one password check
  // for each of them.
  private void makeRoom(String key, long now) {
    if (byKey.size() < backoff.capacity() || byKey.containsKey(key)) {
      return;
    }
    byKey.values().removeIf(failures -> forgotten(failures, now));
    if (byKey.size() >= backoff.capacity()) {
      byKey.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().lastMs))
          .ifPresent(oldest -> byKey.remove(oldest.getKey()));
    }
  }
}
