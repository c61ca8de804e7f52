package io.plenary.load.phone;

import io.plenary.load.net.Line;

/** What a scenario wants to hear from its phones. Called on the phone's event loop. */
public interface Hooks {
  Hooks NONE = new Hooks() {};

  /**
   * @param awayNanos since the connection was lost; 0 the first time
   */
  default void live(Voter voter, long awayNanos) {}

  /**
   * @param latencyNanos since the intended time; -1 when that is not remembered any more
   */
  default void acked(Voter voter, long seq, long latencyNanos) {}

  /** It no longer calls itself live on this line. */
  default void withdrawn(Voter voter, Line line) {}

  default void picture(Voter voter) {}

  /** The server let the phone vote no more than it has. */
  default void notNow(Voter voter) {}
}
