package io.plenary.limit;

import java.time.Duration;

/**
 * So many units in a time, and a burst after a pause. In a time of any length no more than the
 * burst and what the time gives get through. {@link Limits} holds the rates of this server.
 *
 * @param units at least 1 and at most 1,000,000 a second
 * @param per the time in which so many come back, at most a day
 * @param burst units at once after a pause, at least 1
 */
public record Rate(int units, Duration per, int burst) {
  private static final Duration LONGEST = Duration.ofDays(1);

  public Rate {
    if (units < 1
        || burst < 1
        || per.compareTo(LONGEST) > 0
        || per.toNanos() / units < 1_000
        || burst > Long.MAX_VALUE / 4 / (per.toNanos() / units)) {
      throw new IllegalArgumentException("a rate that lets nothing, or everything, through");
    }
  }

  /** So many a second. */
  public Rate(int perSecond, int burst) {
    this(perSecond, Duration.ofSeconds(1), burst);
  }

  long nanosPerUnit() {
    return per.toNanos() / units;
  }

  long burstNanos() {
    return burst * nanosPerUnit();
  }
}
