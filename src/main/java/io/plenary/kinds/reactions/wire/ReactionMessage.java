package io.plenary.kinds.reactions.wire;

import io.plenary.kinds.reactions.wire.ReactionWire.Reaction;
import io.plenary.protocol.ClientMessage;

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
