package io.plenary.transport;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much one person may send over all their connections together: as much as over one. A token
 * bucket, kept as the moment at which it is full again (GCRA, ITU-T I.371). Usable from any thread.
 */
final class PersonalLimit {
  private static final long EACH_NANOS = (long) (1e9 / RateLimit.PER_SECOND);
  private static final long BURST_NANOS = (long) (RateLimit.BURST * EACH_NANOS);
  private final LongSupplier nanos;
  private final AtomicLong fullAt;

  PersonalLimit(LongSupplier nanos) {
    this.nanos = nanos;
    this.fullAt = new AtomicLong(nanos.getAsLong());
  }

  boolean allows() {
    long now = nanos.getAsLong();
    while (true) {
      long before = fullAt.get();
      long next = (before - now > 0 ? before : now) + EACH_NANOS;
      if (next - now > BURST_NANOS) return false;
      if (fullAt.compareAndSet(before, next)) return true;
    }
  }

  /** Whether nothing of it is used up: forgetting it changes nothing. */
  boolean isFull() {
    return fullAt.get() - nanos.getAsLong() <= 0;
  }
}
