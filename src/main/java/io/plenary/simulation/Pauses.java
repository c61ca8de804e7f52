package io.plenary.simulation;

import java.util.random.RandomGenerator;

/**
 * Pauses with full jitter: uniform between 0 and a ceiling that doubles with every failure, so that
 * a hall of phones comes back spread out (AWS Architecture Blog, "Exponential Backoff And Jitter").
 */
final class Pauses {
  private final RandomGenerator random;
  private final long firstMs;
  private final long mostMs;
  private int failures;

  Pauses(RandomGenerator random, long firstMs, long mostMs) {
    this.random = random;
    this.firstMs = firstMs;
    this.mostMs = mostMs;
  }

  /** Milliseconds, at least {@code leastMs} and 1. */
  long next(long leastMs) {
    long ceiling = Math.min(mostMs, firstMs << Math.min(failures++, 20));
    return leastMs + random.nextLong(1, ceiling + 1);
  }

  void reset() {
    failures = 0;
  }
}
