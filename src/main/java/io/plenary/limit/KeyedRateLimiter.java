package io.plenary.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A {@link RateLimiter} for each key, as one number in one map. Usable from any thread. */
public final class KeyedRateLimiter {
  private final Rate rate;
  private final LongSupplier nanos;
  private final Map<String, Long> fullAt = new ConcurrentHashMap<>();

  public KeyedRateLimiter(Rate rate, LongSupplier nanos) {
    this.rate = rate;
    this.nanos = nanos;
  }

  /** Takes one unit of the key's if there is one. */
  public boolean tryAcquire(String key) {
    long now = nanos.getAsLong();
    boolean[] acquired = {false};
    fullAt.compute(
        key,
        (k, before) -> {
          long next = RateLimiter.after(rate, before == null ? now : before, now, 1);
          acquired[0] = next - now <= rate.burstNanos();
          return acquired[0] ? Long.valueOf(next) : before;
        });
    return acquired[0];
  }

  /** Forgets every key of which nothing is taken. Called now and then. */
  public void sweep() {
    long now = nanos.getAsLong();
    fullAt.values().removeIf(at -> at - now <= 0);
  }

  int remembered() {
    return fullAt.size();
  }
}
