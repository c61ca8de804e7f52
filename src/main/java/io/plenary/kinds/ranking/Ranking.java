package io.plenary.kinds.ranking;

import io.plenary.activity.ActivityType;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;

/** A ranking and where it stands; its votes are elsewhere. */
public record Ranking(BallotState at, RankingSettings asked) implements BallotActivity {
  public static final String KIND = "ranking";
  private static final ActivityType TYPE = ActivityType.of(KIND, "ranking");
  private static final RankingBallots BALLOTS = new RankingBallots();

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<RankingSettings, RankOrder> paper() {
    return new BallotPaper<>(BALLOTS, asked);
  }

  @Override
  public String title() {
    return asked.question();
  }

  @Override
  public Ranking titled(String title) {
    return new Ranking(
        at,
        new RankingSettings(
            title,
            asked.options(),
            asked.places(),
            asked.shuffled(),
            asked.unranked(),
            asked.abstain()));
  }

  @Override
  public Ranking at(BallotState next) {
    return new Ranking(next, asked);
  }
}
