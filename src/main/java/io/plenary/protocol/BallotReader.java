package io.plenary.protocol;

import io.plenary.protocol.BallotMessage.ModerateAnswers.Decision;
import io.plenary.words.AnswerList;
import io.plenary.words.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                      f.atLeast("heldMs", 0))),
          new MessageType<>(
              BallotMessage.GetAnswers.class,
              f ->
                  new BallotMessage.GetAnswers(
                      f.ref(),
                      f.id("activity"),
                      f.oneOf("list", AnswerList.values()),
                      optional(f, "search", MAX_ENTRY))),
          new MessageType<>(
              BallotMessage.ModerateAnswers.class,
              f ->
                  new BallotMessage.ModerateAnswers(
                      f.ref(), f.id("activity"), f.atLeast("round", 1), decisions(f))));

  /** Most decisions of one message. */
  static final int MAX_DECISIONS = 20;

  /** Most characters of what names an answer in people's own words: they are escaped. */
  static final int MAX_FAMILY = 1_000;

  private static List<Decision> decisions(Fields f) throws BadMessage {
    List<Decision> decisions = new ArrayList<>();
    for (Fields one : f.objects("answers", 1, MAX_DECISIONS)) {
      decisions.add(
          new Decision(
              one.text("answer", 1, MAX_FAMILY),
              one.atLeast("rev", 0),
              one.oneOf("standing", Standing.values()),
              optional(one, "into", MAX_FAMILY),
              optional(one, "called", MAX_ENTRY)));
      one.end();
    }
    return decisions;
  }

  private static @Nullable String optional(Fields f, String name, int max) throws BadMessage {
    return f.has(name) ? f.text(name, 1, max) : null;
  }

  private BallotReader() {}
}
