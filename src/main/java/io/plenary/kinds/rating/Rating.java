package io.plenary.kinds.rating;

import io.plenary.activity.ActivityType;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;

/** A rating and where it stands; its votes are elsewhere. */
public record Rating(BallotState at, RatingSettings asked) implements BallotActivity {
  public static final String KIND = "rating";
  private static final ActivityType TYPE = ActivityType.of(KIND, "rating");
  private static final RatingBallots BALLOTS = new RatingBallots();

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<RatingSettings, ?> paper() {
    return new BallotPaper<>(BALLOTS, asked);
  }

  @Override
  public String title() {
    return asked.question();
  }

  @Override
  public Rating titled(String title) {
    return new Rating(
        at,
        new RatingSettings(
            title, asked.statements(), asked.scale(), asked.noOpinion(), asked.abstain()));
  }

  @Override
  public Rating at(BallotState next) {
    return new Rating(next, asked);
  }
}
