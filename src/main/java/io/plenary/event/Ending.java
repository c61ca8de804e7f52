package io.plenary.event;

import java.util.Map;

/**
 * Whether an event was ended by those who run it.
 *
 * @param closed what the end closed, by id, each with the revision it has since: the end can be
 *     taken back where nobody has changed it again
 */
public record Ending(Phase phase, Map<String, Long> closed) {
  /** FINALISED is ENDED once everything that can be finalised was: it cannot be taken back. */
  public enum Phase {
    GOING_ON,
    ENDED,
    FINALISED
  }

  /** Of an event that was not ended. */
  public static final Ending NONE = new Ending(Phase.GOING_ON, Map.of());

  public Ending {
    closed = Map.copyOf(closed);
  }

  public boolean ended() {
    return phase != Phase.GOING_ON;
  }

  public boolean isFinal() {
    return phase == Phase.FINALISED;
  }
}
