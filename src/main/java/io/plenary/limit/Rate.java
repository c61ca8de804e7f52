package io.plenary.limit;

/**
 * So many a second, and a burst after a pause. {@link Limits} holds the rates of this server.
 *
 * @param perSecond units a second, at least 1 and at most 1,000,000
 * @param burst units at once after a pause, at least 1
 */
public record Rate(int perSecond, int burst) {
  public Rate {
    if (perSecond < 1 || perSecond > 1_000_000 || burst < 1) {
      throw new IllegalArgumentException("a rate that lets nothing, or everything, through");
    }
  }

  long nanosPerUnit() {
    return 1_000_000_000L / perSecond;
  }

  long burstNanos() {
    return burst * nanosPerUnit();
  }
}
