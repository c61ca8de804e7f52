package io.plenary.transport;

import java.util.function.LongSupplier;

/** Token bucket of one connection: a burst of people tapping is fine, a machine gun is not. */
final class RateLimit {
  private static final double PER_SECOND = 20;
  private static final double BURST = 60;
  private final LongSupplier nanos;
  private double tokens = BURST;
  private long last;

  RateLimit(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  boolean allows() {
    long now = nanos.getAsLong();
    tokens = Math.min(BURST, tokens + (now - last) * PER_SECOND / 1e9);
    last = now;
    if (tokens < 1) return false;
    tokens--;
    return true;
  }
}
