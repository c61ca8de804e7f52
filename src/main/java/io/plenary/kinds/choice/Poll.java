package io.plenary.kinds.choice;

import io.plenary.activity.ActivityType;
import io.plenary.event.EventDetails;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;

/**
 * A poll and where it stands; its votes are elsewhere.
 *
 * @param round counts resets and edits of the question; a vote is for one round
 * @param results who sees the counts now
 * @param chosen who an organiser chose to see them: every new round begins with it, whatever was
 *     revealed in this one
 * @param smallGroup whether every vote shows at once, instead of in steps of several; decided when
 *     a draft is opened, and said to phones
 */
public record Poll(
    String id,
    long rev,
    long round,
    Question question,
    State state,
    Results results,
    Results chosen,
    boolean smallGroup)
    implements BallotActivity {
  public static final String KIND = "poll";
  private static final ActivityType TYPE = new Type();
  private static final ChoiceBallots BALLOTS = new ChoiceBallots();

  private record Type() implements ActivityType {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String noun() {
      return "poll";
    }
  }

  /** One whose counts are seen as chosen, and in steps. */
  public Poll(String id, long rev, long round, Question question, State state, Results chosen) {
    this(id, rev, round, question, state, chosen, false);
  }

  /** One whose counts are seen as chosen. */
  public Poll(
      String id,
      long rev,
      long round,
      Question question,
      State state,
      Results chosen,
      boolean smallGroup) {
    this(id, rev, round, question, state, chosen, chosen, smallGroup);
  }

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<Question, Choice> paper() {
    return new BallotPaper<>(BALLOTS, question);
  }

  @Override
  public String title() {
    return question.text();
  }

  @Override
  public Poll fresh(String newId) {
    return new Poll(newId, 1, 1, question, State.DRAFT, chosen);
  }

  @Override
  public Poll with(State next) {
    return new Poll(id, rev + 1, round, question, next, results, chosen, smallGroup);
  }

  /** Reveals or hides. Before it was ever open nothing can be revealed: then this is the choice. */
  @Override
  public Poll shown(Results next) {
    return new Poll(
        id,
        rev + 1,
        round,
        question,
        state,
        next,
        state == State.DRAFT ? next : chosen,
        smallGroup);
  }

  /**
   * Another choice. What was revealed or hidden in this round, against the choice before, stays so.
   */
  Poll chosen(Results next) {
    return new Poll(
        id, rev + 1, round, question, state, results == chosen ? next : results, next, smallGroup);
  }

  /** Another question, in a round of its own. */
  Poll asking(Question next, Results seen) {
    return new Poll(id, rev + 1, round + 1, next, state, seen, smallGroup);
  }

  /** Its results are seen as chosen. */
  @Override
  public Poll again() {
    return new Poll(id, rev + 1, round + 1, question, State.DRAFT, chosen);
  }

  /** Open; whoever voted before it was reopened keeps what was said to them. */
  @Override
  public Poll opened(EventDetails event) {
    return new Poll(
        id,
        rev + 1,
        round,
        question,
        State.OPEN,
        results,
        chosen,
        state == State.DRAFT ? event.smallGroup() : smallGroup);
  }
}
