package io.plenary.transport;

import java.util.function.LongSupplier;

/** Token bucket of one connection: a burst of people tapping is fine, a machine gun is not. */
final class RateLimit {
  static final double PER_SECOND = 50;
  static final double BURST = 100;

  /**
   * Who sorts a run order by keyboard, or lets a script make a hundred polls, is no machine gun.
   */
  private static final double ORGANISERS = 5;

  private final LongSupplier nanos;
  private double perSecond = PER_SECOND;
  private double burst = BURST;
  private double tokens = BURST;
  private long last;

  RateLimit(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /** From now on five times as much is allowed. */
  void raise() {
    perSecond = PER_SECOND * ORGANISERS;
    burst = BURST * ORGANISERS;
    tokens += burst - BURST;
  }

  boolean allows() {
    long now = nanos.getAsLong();
    tokens = Math.min(burst, tokens + (now - last) * perSecond / 1e9);
    last = now;
    if (tokens < 1) return false;
    tokens--;
    return true;
  }
}
