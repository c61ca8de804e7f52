package io.plenary.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets units through at a {@link Rate}: a token bucket, kept as the one moment at which it is full
 * again (the generic cell rate algorithm, ITU-T I.371). Usable from any thread. Every {@code now}
 * is in nanoseconds from one origin and never runs backwards.
 */
public final class RateLimiter {
  private final Rate rate;
  private final AtomicLong fullAt;

  public RateLimiter(Rate rate, long now) {
    this.rate = rate;
    this.fullAt = new AtomicLong(now);
  }

  /** Takes one unit if there is one. */
  public boolean tryAcquire(long now) {
    while (true) {
      long before = fullAt.get();
      long next = after(rate, before, now, 1);
      if (next - now > rate.burstNanos()) return false;
      if (fullAt.compareAndSet(before, next)) return true;
    }
  }

  /** Whether so many units are there. For more than a burst: whether the bucket is full. */
  public boolean has(int units, long now) {
    long next = after(rate, fullAt.get(), now, Math.min(units, rate.burst()));
    return next - now <= rate.burstNanos();
  }

  /** Takes so many units, whether they are there or not: what is missing is paid off after. */
  public void acquire(int units, long now) {
    fullAt.updateAndGet(before -> after(rate, before, now, units));
  }

  /** Whether nothing is taken: a new limiter would do the same. */
  public boolean isFull(long now) {
    return fullAt.get() - now <= 0;
  }

  static long after(Rate rate, long fullAt, long now, int units) {
    return (fullAt - now > 0 ? fullAt : now) + units * rate.nanosPerUnit();
  }
}
