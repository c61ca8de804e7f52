package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.ref;
import static io.plenary.protocol.ClientReader.rev;

import org.jspecify.annotations.Nullable;

/** Reads what is said about reactions. */
final class ReactionReader {
  private static final int MOST = 5;

  private ReactionReader() {}

  /**
   * @return null for a type of another group
   */
  static @Nullable ReactionMessage read(String type, Fields f) throws BadMessage {
    return switch (type) {
      case "react" ->
          new ReactionMessage.React(
              f.id("activity"),
              f.oneOf("kind", ReactionWire.Reaction.values()),
              (int) f.integer("count", 1, MOST));
      case "editReactions" ->
          new ReactionMessage.EditReactions(ref(f), f.id("room"), rev(f), f.flag("on"));
      default -> null;
    };
  }
}
