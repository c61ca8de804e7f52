package io.plenary.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A {@link RateLimiter} for each key, as one number in one map. Usable from any thread. */
public final class KeyedRateLimiter {
  private final Rate rate;
  private final int capacity;
  private final LongSupplier nanos;
  private final Map<String, Long> fullAt = new ConcurrentHashMap<>();
  private Spending.Limit others = (key, units) -> {};

  /** For keys that somebody else bounds, and sweeps. */
  public KeyedRateLimiter(Rate rate, LongSupplier nanos) {
    this(rate, Integer.MAX_VALUE, nanos);
  }

  /**
   * @param capacity keys remembered at most. Beyond, those of which nothing is taken are forgotten;
   *     when there are none, a new key gets nothing, because forgetting another would let that one
   *     begin anew.
   */
  public KeyedRateLimiter(Rate rate, int capacity, LongSupplier nanos) {
    this.rate = rate;
    this.capacity = capacity;
    this.nanos = nanos;
  }

  /**
   * All nodes together hold this limit: they tell each other what they took. Call it before
   * anything is taken.
   *
   * @param name the same on every node
   */
  public KeyedRateLimiter shared(Spending spending, String name) {
    spending.share(name, this::takenElsewhere);
    others = (key, units) -> spending.took(name, key, units);
    return this;
  }

  /** What is missing is paid off after, but nobody waits for more than two bursts. */
  private void takenElsewhere(String key, int units) {
    if (fullAt.size() >= capacity && !fullAt.containsKey(key)) return;
    long now = nanos.getAsLong();
    long latest = now + 2 * rate.burstNanos();
    int some = Math.max(-rate.burst(), Math.min(units, rate.burst()));
    fullAt.compute(
        key,
        (k, before) -> {
          long base = before == null || before - now < 0 ? now : before;
          long next = base + some * rate.nanosPerUnit();
          if (next - now <= 0) return null;
          return Long.valueOf(next - latest > 0 ? latest : next);
        });
  }

  /** Takes one unit of the key's if there is one. */
  public boolean tryAcquire(String key) {
    return acquire(key).isZero();
  }

  /**
   * Takes one unit of the key's if there is one.
   *
   * @return zero: it is taken; else how long until there is one, and nothing was taken
   */
  public Duration acquire(String key) {
    long now = nanos.getAsLong();
    if (fullAt.size() >= capacity && !fullAt.containsKey(key)) {
      sweep();
      if (fullAt.size() >= capacity) return Duration.ofNanos(rate.nanosPerUnit());
    }
    long[] wait = {0};
    fullAt.compute(
        key,
        (k, before) -> {
          long next = RateLimiter.after(rate, before == null ? now : before, now, 1);
          wait[0] = next - now - rate.burstNanos();
          return wait[0] <= 0 ? Long.valueOf(next) : before;
        });
    if (wait[0] <= 0) others.takenElsewhere(key, 1);
    return Duration.ofNanos(Math.max(0, wait[0]));
  }

  /** Gives back one unit that was taken. */
  public void giveBack(String key) {
    long now = nanos.getAsLong();
    fullAt.computeIfPresent(
        key,
        (k, before) -> {
          long less = before - rate.nanosPerUnit();
          return less - now <= 0 ? null : less;
        });
    others.takenElsewhere(key, -1);
  }

  /** Forgets every key of which nothing is taken. Called now and then. */
  public void sweep() {
    long now = nanos.getAsLong();
    fullAt.values().removeIf(at -> at - now <= 0);
  }

  public int remembered() {
    return fullAt.size();
  }
}
