package io.plenary.toy;

import io.plenary.activity.ActivityType;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import java.util.List;
import java.util.Map;

/** A second activity with ballots, which stands in a run order beside choices. */
public record Pebbles(BallotState at, String question) implements BallotActivity {
  public static final String KIND = "pebbles";
  private static final ActivityType TYPE = ActivityType.of(KIND, "spread of pebbles");

  public static Pebbles of(String id, State state) {
    return new Pebbles(new BallotState(id, 1, 1, state, Results.HIDDEN), "Spread your pebbles");
  }

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<List<String>, Map<String, Integer>> paper() {
    return PebbleBallots.PAPER;
  }

  @Override
  public String title() {
    return question;
  }

  @Override
  public Pebbles at(BallotState next) {
    return new Pebbles(next, question);
  }
}
