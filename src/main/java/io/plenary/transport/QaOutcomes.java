package io.plenary.transport;

import io.plenary.metrics.Count;
import io.plenary.metrics.Meters;
import io.plenary.protocol.QaServerMessage.QuestionAsked;
import io.plenary.protocol.QaServerMessage.QuestionRefused;
import io.plenary.protocol.QaServerMessage.UpvoteCounted;
import io.plenary.protocol.QaServerMessage.UpvoteRefused;
import io.plenary.protocol.ServerMessage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts what became of questions and upvotes, by what their phones were told. */
final class QaOutcomes {
  private final Meters meters;

  QaOutcomes(Meters meters) {
    this.meters = meters;
  }

  void question(ServerMessage answer) {
    String refused = answer instanceof QuestionRefused r ? r.code().wire() : null;
    note(meters::questions, answer instanceof QuestionAsked ? "stored" : refused, answer);
  }

  void upvote(ServerMessage answer) {
    String refused = answer instanceof UpvoteRefused r ? r.code().wire() : null;
    note(meters::upvotes, answer instanceof UpvoteCounted ? "counted" : refused, answer);
  }

  private static void note(
      Function<String, Count> meter, @Nullable String outcome, ServerMessage answer) {
    String said =
        outcome == null && answer instanceof ServerMessage.Error e ? e.code().wire() : outcome;
    if (said != null) meter.apply(said).increment();
  }
}
