package io.plenary.kinds.number;

import io.plenary.activity.ActivityType;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;

/** A poll that people answer with a number, and where it stands; its votes are elsewhere. */
public record NumberPoll(BallotState at, NumberSettings asked) implements BallotActivity {
  public static final String KIND = "number";
  static final String NOUN = "number poll";
  private static final ActivityType TYPE = ActivityType.of(KIND, NOUN);
  private static final NumberBallots BALLOTS = new NumberBallots();

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<NumberSettings, ?> paper() {
    return new BallotPaper<>(BALLOTS, asked);
  }

  @Override
  public String title() {
    return asked.question();
  }

  @Override
  public NumberPoll titled(String title) {
    return new NumberPoll(
        at,
        new NumberSettings(
            title,
            asked.min(),
            asked.max(),
            asked.step(),
            asked.unit(),
            asked.right(),
            asked.abstain()));
  }

  @Override
  public NumberPoll at(BallotState next) {
    return new NumberPoll(next, asked);
  }
}
