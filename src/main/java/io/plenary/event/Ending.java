package io.plenary.event;

import java.util.Set;

/**
 * Whether an event was ended by those who run it.
 *
 * @param closed ids of what the end closed: it is open again when the end is taken back
 */
public record Ending(Phase phase, Set<String> closed) {
  /** FINALISED is ENDED once everything that can be finalised was: it cannot be taken back. */
  public enum Phase {
    GOING_ON,
    ENDED,
    FINALISED
  }

  /** Of an event that was not ended. */
  public static final Ending NONE = new Ending(Phase.GOING_ON, Set.of());

  public Ending {
    closed = Set.copyOf(closed);
  }

  public boolean ended() {
    return phase != Phase.GOING_ON;
  }

  public boolean isFinal() {
    return phase == Phase.FINALISED;
  }
}
