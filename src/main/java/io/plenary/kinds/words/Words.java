package io.plenary.kinds.words;

import io.plenary.activity.ActivityType;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;
import io.plenary.voting.Rulings;
import java.util.List;

/** A word cloud and where it stands; what people wrote is elsewhere. */
public record Words(BallotState at, WordsSettings asked) implements BallotActivity {
  public static final String KIND = "words";
  private static final ActivityType TYPE = ActivityType.of(KIND, "word cloud");
  private static final WordsBallots BALLOTS = new WordsBallots();

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public BallotPaper<WordsSettings, List<Term>> paper() {
    return new BallotPaper<>(BALLOTS, asked);
  }

  @Override
  public String title() {
    return asked.question();
  }

  @Override
  public Words titled(String title) {
    return new Words(
        at,
        new WordsSettings(
            title,
            asked.entries(),
            asked.length(),
            asked.approveFirst(),
            asked.languages(),
            asked.abstain()));
  }

  @Override
  public Words at(BallotState next) {
    return new Words(next, asked);
  }

  /**
   * The family of what somebody wrote, as counters name it.
   *
   * @throws io.plenary.event.RuleViolation when nobody can write it in exactly this form
   */
  public String familyOf(String form) {
    Term term = Terms.of(form, asked);
    if (!term.form().equals(form)) {
      throw new RuleViolation(Reason.BAD_ANSWER, "It would be written “" + term.form() + "”.");
    }
    return Term.escaped(term.family());
  }

  /** The family under which a person is counted for what they wrote, as counters name it. */
  public String countedAs(String form, Rulings rulings) {
    String own = Term.escaped(Terms.family(form, asked.languages()));
    String into = rulings.of(own).into();
    return into.isEmpty() ? own : into;
  }

  /** As counters name it. */
  public static String family(String word) {
    return Term.escaped(word);
  }

  /**
   * @param family as counters name it
   */
  public static String counter(String family, String form) {
    return family + "/" + Term.escaped(form);
  }
}
