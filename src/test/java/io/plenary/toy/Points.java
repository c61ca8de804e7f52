package io.plenary.toy;

import io.plenary.activity.ActivityType;
import io.plenary.event.EventDetails;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import java.util.List;
import java.util.Map;

/** A second activity with ballots, which stands in a run order beside choices. */
public record Points(
    String id, long rev, long round, State state, Results results, boolean smallGroup)
    implements BallotActivity {
  public static final String KIND = "points";
  private static final ActivityType TYPE = new Type();

  private record Type() implements ActivityType {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String noun() {
      return "spread of points";
    }
  }

  public static Points of(String id, State state) {
    return new Points(id, 1, 1, state, Results.HIDDEN, false);
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
    return "Spread your points";
  }

  @Override
  public Results chosen() {
    return results;
  }

  @Override
  public Points with(State next) {
    return new Points(id, rev + 1, round, next, results, smallGroup);
  }

  @Override
  public Points opened(EventDetails event) {
    return new Points(id, rev + 1, round, State.OPEN, results, event.smallGroup());
  }

  @Override
  public Points shown(Results next) {
    return new Points(id, rev + 1, round, state, next, smallGroup);
  }

  @Override
  public Points again() {
    return new Points(id, rev + 1, round + 1, State.DRAFT, results, smallGroup);
  }

  @Override
  public Points fresh(String newId) {
    return new Points(newId, 1, 1, State.DRAFT, results, false);
  }
}
