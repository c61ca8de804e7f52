package io.plenary.kinds.points;

import io.plenary.activity.ActivityType;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;

/**
 * A poll in which people share points between options, and where it stands; its votes are
 * elsewhere.
 */
public record PointsPoll(BallotState at, PointsSettings asked) implements BallotActivity {
  public static final String KIND = "points";
  static final String NOUN = "points poll";
  private static final ActivityType TYPE = ActivityType.of(KIND, NOUN);
  private static final PointsBallots BALLOTS = new PointsBallots();

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<PointsSettings, ?> paper() {
    return new BallotPaper<>(BALLOTS, asked);
  }

  @Override
  public String title() {
    return asked.question();
  }

  @Override
  public PointsPoll titled(String title) {
    return new PointsPoll(
        at,
        new PointsSettings(title, asked.options(), asked.total(), asked.step(), asked.abstain()));
  }

  @Override
  public PointsPoll at(BallotState next) {
    return new PointsPoll(next, asked);
  }
}
