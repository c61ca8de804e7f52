package io.plenary.kinds.reactions.wire;

import io.plenary.protocol.MessageType;
import java.util.List;

/** Reads what is said about reactions. */
final class ReactionReader {
  private static final int MOST = 5;

  static final List<MessageType<?>> TYPES =
      List.of(
          new MessageType<>(
              ReactionMessage.React.class,
              f ->
                  new ReactionMessage.React(
                      f.id("activity"),
                      f.oneOf("kind", ReactionWire.Reaction.values()),
                      (int) f.integer("count", 1, MOST))),
          new MessageType<>(
              ReactionMessage.EditReactions.class,
              f ->
                  new ReactionMessage.EditReactions(f.ref(), f.id("room"), f.rev(), f.flag("on"))));

  private ReactionReader() {}
}
