package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.atLeast;
import static io.plenary.protocol.ClientReader.ref;

import org.jspecify.annotations.Nullable;

/** Reads what is said about votes. */
final class PollReader {
  private PollReader() {}

  /**
   * @return null for a type of another group
   */
  static @Nullable PollMessage read(String type, Fields f) throws BadMessage {
    return switch (type) {
      case "castVote" ->
          new PollMessage.CastVote(
              ref(f),
              f.id("poll"),
              atLeast(f, "round", 1),
              f.voteId("vote"),
              atLeast(f, "seq", 1),
              f.choice("choice"),
              f.flag("abstain"),
              atLeast(f, "heldMs", 0));
      default -> null;
    };
  }
}
