package io.plenary.load.fault;

/**
 * How bad it is. Rates are shares of the connections per second.
 *
 * @param latencyMs there and back together
 * @param mutePerS lines that go silent without a word to either end: a third both ways, the others
 *     one way
 * @param stallsPerS lines that pause for one to four seconds
 * @param duplicates share of the phones' messages that arrive twice; only WebSockets' are doubled
 *     on the way
 * @param socketsBlocked whether WebSockets are refused
 */
public record Faults(
    int latencyMs,
    double resetsPerS,
    double mutePerS,
    double stallsPerS,
    double duplicates,
    boolean socketsBlocked) {
  /** What issue 3 asks for; mute lines, stalls and duplicates have no number there. */
  public static final Faults VENUE = new Faults(300, 0.05, 0.01, 0.01, 0.02, false);

  public static final Faults VENUE_BLOCKED = new Faults(300, 0.05, 0.01, 0.01, 0.02, true);
}
