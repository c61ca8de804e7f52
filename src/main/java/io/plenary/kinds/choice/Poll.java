package io.plenary.kinds.choice;

import io.plenary.activity.ActivityType;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;

/** A poll and where it stands; its votes are elsewhere. */
public record Poll(BallotState at, PollQuestion question) implements BallotActivity {
  public static final String KIND = "poll";
  private static final ActivityType TYPE = ActivityType.of(KIND, "poll");
  private static final ChoiceBallots BALLOTS = new ChoiceBallots();

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<PollQuestion, Choice> paper() {
    return new BallotPaper<>(BALLOTS, question);
  }

  @Override
  public String title() {
    return question.text();
  }

  @Override
  public Poll titled(String title) {
    return new Poll(
        at, new PollQuestion(title, question.options(), question.maxChoices(), question.abstain()));
  }

  @Override
  public Poll at(BallotState next) {
    return new Poll(next, question);
  }
}
