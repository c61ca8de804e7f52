package io.plenary.protocol;

import io.plenary.protocol.ReactionWire.Reaction;

/** What is said about reactions. */
public sealed interface ReactionMessage extends ClientMessage {

  /**
   * Sent once and never again, and answered only when it is refused. {@code count}: how many taps,
   * 1 to 5.
   */
  record React(String activity, Reaction kind, int count) implements ReactionMessage {}

  /** {@code rev}: 0 when the room has none yet. */
  record EditReactions(long ref, String room, long rev, boolean on)
      implements ReactionMessage, ClientMessage.Command {}
}
