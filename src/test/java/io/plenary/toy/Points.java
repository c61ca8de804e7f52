package io.plenary.toy;

import io.plenary.activity.ActivityType;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;
import java.util.List;
import java.util.Map;

/** A second activity with ballots, which stands in a run order beside choices. */
public record Points(BallotState at, String question) implements BallotActivity {
  public static final String KIND = "points";
  private static final ActivityType TYPE = ActivityType.of(KIND, "spread of points");

  public static Points of(String id, State state) {
    return new Points(new BallotState(id, 1, 1, state, Results.HIDDEN), "Spread your points");
  }

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<List<String>, Map<String, Integer>> paper() {
    return PointsBallots.PAPER;
  }

  @Override
  public String title() {
    return question;
  }

  @Override
  public Points at(BallotState next) {
    return new Points(next, question);
  }
}
