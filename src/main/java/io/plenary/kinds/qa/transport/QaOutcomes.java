package io.plenary.kinds.qa.transport;

import io.plenary.kinds.qa.wire.QaServerMessage.QuestionAsked;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionRefused;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteCounted;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteRefused;
import io.plenary.metrics.Meters;
import io.plenary.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/** Counts what became of questions and upvotes, by what their phones were told. */
public final class QaOutcomes {
  /** Answers to questions, by {@code outcome}: {@code stored}, or the code of the refusal. */
  private static final String QUESTIONS = "plenary.questions";

  /** Answers to upvotes, by {@code outcome}: {@code counted}, or the code of the refusal. */
  private static final String UPVOTES = "plenary.upvotes";

  private final Meters meters;

  public QaOutcomes(Meters meters) {
    this.meters = meters;
  }

  void question(ServerMessage answer) {
    String refused = answer instanceof QuestionRefused r ? r.code().wire() : null;
    note(QUESTIONS, answer instanceof QuestionAsked ? "stored" : refused, answer);
  }

  void upvote(ServerMessage answer) {
    String refused = answer instanceof UpvoteRefused r ? r.code().wire() : null;
    note(UPVOTES, answer instanceof UpvoteCounted ? "counted" : refused, answer);
  }

  private void note(String meter, @Nullable String outcome, ServerMessage answer) {
    String said =
        outcome == null && answer instanceof ServerMessage.Error e ? e.code().wire() : outcome;
    if (said != null) meters.outcomes(meter, said).increment();
  }
}
