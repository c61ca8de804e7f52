package io.plenary.toy;

import io.plenary.activity.ActivityType;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import java.util.Map;

/** A kind of ballots that no server but those of the tests has: people spread pebbles. */
public record Pebbles(BallotState at, PebbleSettings asked) implements BallotActivity {
  public static final String KIND = "pebbles";

  private static final ActivityType TYPE = ActivityType.of(KIND, "spread of pebbles");

  /** One with a way to abstain. */
  public static Pebbles asking(String question, BallotState at) {
    return new Pebbles(at, new PebbleSettings(question, "No view"));
  }

  public static Pebbles of(String id, State state) {
    return asking("Spread your pebbles", new BallotState(id, 1, 1, state, Results.HIDDEN));
  }

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<PebbleSettings, Map<String, Integer>> paper() {
    return new BallotPaper<>(new PebbleBallots(), asked);
  }

  @Override
  public String title() {
    return asked.question();
  }

  @Override
  public Pebbles at(BallotState next) {
    return new Pebbles(next, asked);
  }
}
