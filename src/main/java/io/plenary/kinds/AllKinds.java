package io.plenary.kinds;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.kinds.qa.service.QaFormat;
import io.plenary.kinds.reactions.service.ReactionFormat;
import io.plenary.voting.service.BallotFormat;
import io.plenary.voting.service.BallotKind;
import java.util.List;
import java.util.stream.Stream;

/** Every kind there is: the one place outside their folders that names them all. */
public final class AllKinds {
  private AllKinds() {}

  /** Those in which everybody has one ballot. */
  public static List<BallotKind<?>> ballots() {
    return List.of(new PollKind());
  }

  /** How all kinds stand in the store, these ballots among them. */
  public static List<ActivityFormat> formats(List<BallotKind<?>> ballots) {
    return Stream.<ActivityFormat>concat(
            ballots.stream().map(BallotFormat::new),
            Stream.of(new QaFormat(), new ReactionFormat()))
        .toList();
  }
}
