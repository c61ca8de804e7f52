package io.plenary.transport;

import io.plenary.metrics.Count;
import io.plenary.metrics.Meters;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import java.util.Arrays;

/** Counts what became of votes, by what their phones were told. */
final class VoteOutcomes {
  private final Count counted;
  private final Count[] byCode;

  VoteOutcomes(Meters meters) {
    counted = meters.votes("counted");
    byCode =
        Arrays.stream(ErrorCode.values())
            .map(code -> meters.votes(code.wire()))
            .toArray(Count[]::new);
  }

  void note(ServerMessage answer) {
    if (answer instanceof ServerMessage.VoteCounted) counted.increment();
    else if (answer instanceof ServerMessage.VoteRefused refused) {
      byCode[refused.code().ordinal()].increment();
    } else if (answer instanceof ServerMessage.Error error) {
      byCode[error.code().ordinal()].increment();
    }
  }
}
