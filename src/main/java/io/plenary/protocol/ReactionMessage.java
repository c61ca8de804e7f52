package io.plenary.protocol;

import io.plenary.protocol.ReactionWire.Reaction;
import org.jspecify.annotations.Nullable;

/** What is said about reactions. */
public sealed interface ReactionMessage extends ClientMessage {

  <C, R> R accept(ReactionMessage.Handler<C, R> handler, C context);

  /** Id of the reactions it is about; null when {@link #room} says it. */
  default @Nullable String activity() {
    return null;
  }

  /** Id of the room; null when {@link #activity} says it. */
  default @Nullable String room() {
    return null;
  }

  @Override
  default <C, R> R accept(ClientMessage.Handler<C, R> handler, C context) {
    return handler.reaction(this, context);
  }

  /**
   * Sent once and never again, and answered only when it is refused. {@code count}: how many taps,
   * 1 to 5.
   */
  record React(String activity, Reaction kind, int count) implements ReactionMessage {
    @Override
    public <C, R> R accept(ReactionMessage.Handler<C, R> h, C c) {
      return h.react(this, c);
    }
  }

  /** {@code rev}: 0 when the room has none yet. */
  record EditReactions(long ref, String room, long rev, boolean on)
      implements ReactionMessage, ClientMessage.Command {
    @Override
    public <C, R> R accept(ReactionMessage.Handler<C, R> h, C c) {
      return h.editReactions(this, c);
    }
  }

  /** One method per message. */
  interface Handler<C, R> {
    R react(React message, C context);

    R editReactions(EditReactions message, C context);
  }
}
