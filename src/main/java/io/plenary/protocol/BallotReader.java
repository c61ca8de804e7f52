package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.atLeast;
import static io.plenary.protocol.ClientReader.ref;

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
                      ref(f),
                      f.id("activity"),
                      atLeast(f, "round", 1),
                      f.voteId("vote"),
                      atLeast(f, "seq", 1),
                      f.texts("answer", MAX_ENTRIES, 1, MAX_ENTRY),
                      f.flag("abstain"),
                      atLeast(f, "heldMs", 0))));

  private BallotReader() {}
}
