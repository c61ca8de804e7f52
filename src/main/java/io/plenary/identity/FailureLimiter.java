package io.plenary.identity;

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
  /**
   * @param free failures without any wait
   * @param first the first wait
   * @param longest the longest wait
   * @param forget failures are forgotten after this long without an attempt; longer than {@code
   *     longest}
   * @param capacity keys remembered at most; beyond, the one with the oldest attempt is forgotten
   */
  public record Limits(int free, Duration first, Duration longest, Duration forget, int capacity) {
    public Limits {
      if (free < 1
          || capacity < 1
          || first.isNegative()
          || first.isZero()
          || longest.compareTo(first) < 0
          || forget.compareTo(longest) <= 0) {
        throw new IllegalArgumentException("limits that do not limit");
      }
    }
  }

  private record Failures(int count, long lastMs) {}

  private final Limits limits;
  private final LongSupplier clockMs;
  private final Map<String, Failures> byKey = new ConcurrentHashMap<>();

  /**
   * @param clockMs milliseconds from any origin that never run backwards
   */
  public FailureLimiter(Limits limits, LongSupplier clockMs) {
    this.limits = limits;
    this.clockMs = clockMs;
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
    if (count < limits.free) {
      return 0;
    }
    int doublings = Math.min(count - limits.free, 40);
    long longest = limits.longest.toMillis();
    long first = limits.first.toMillis();
    return first > longest >> doublings ? longest : first << doublings;
  }

  private boolean forgotten(Failures failures, long now) {
    return now - failures.lastMs >= limits.forget.toMillis();
  }

  // Looking through all keys is slow, but filling the memory takes an attacker one password check
  // for each of them.
  private void makeRoom(String key, long now) {
    if (byKey.size() < limits.capacity || byKey.containsKey(key)) {
      return;
    }
    byKey.values().removeIf(failures -> forgotten(failures, now));
    if (byKey.size() >= limits.capacity) {
      byKey.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().lastMs))
          .ifPresent(oldest -> byKey.remove(oldest.getKey()));
    }
  }
}
