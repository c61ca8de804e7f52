package io.plenary.protocol;

import java.util.List;

/** Reads what people answer. */
final class BallotReader {
  /** Most entries of an answer. */
  static final int MAX_ENTRIES = 60;

  /** Most characters of an entry. */
  static final int MAX_ENTRY = 100;

  static final List<MessageType<?>> TYPES =
      List.of(
          new MessageType<>(
              BallotMessage.CastVote.class,
              f ->
                  new BallotMessage.CastVote(
                      f.ref(),
                      f.id("activity"),
                      f.atLeast("round", 1),
                      f.voteId("vote"),
                      f.atLeast("seq", 1),
                      f.texts("answer", MAX_ENTRIES, 1, MAX_ENTRY),
                      f.flag("abstain"),
                      f.atLeast("heldMs", 0))));

  private BallotReader() {}
}
