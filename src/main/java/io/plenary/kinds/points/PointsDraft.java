package io.plenary.kinds.points;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording;
import io.plenary.voting.Wording.Labelled;
import io.plenary.words.Results;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A points poll as an organiser wrote it, before it was checked.
 *
 * @param options an option without id (null) is new
 */
public record PointsDraft(
    String question,
    List<Labelled> options,
    int total,
    int step,
    @Nullable String abstain,
    Results results)
    implements BallotDraft<PointsSettings> {
  public static final int MAX_OPTIONS = 10;
  public static final int MAX_TOTAL = 1_000;

  @Override
  public String kind() {
    return PointsPoll.KIND;
  }

  @Override
  public PointsPoll activity(BallotState at, PointsSettings asked) {
    return new PointsPoll(at, asked);
  }

  @Override
  public PointsSettings check() {
    String text = Wording.question(question);
    List<Labelled> labels = Wording.options(options, MAX_OPTIONS, PointsPoll.NOUN);
    if (total < 1 || total > MAX_TOTAL) {
      throw bad("Everybody has 1 to " + MAX_TOTAL + " points to give.");
    }
    if (step < 1 || total % step != 0) {
      throw bad(
          "Points are given in steps that add up to " + total + ", such as " + total + " or 1.");
    }
    return new PointsSettings(
        text,
        labels.stream().map(o -> new PointsOption(o.known(), o.text())).toList(),
        total,
        step,
        Wording.abstain(abstain, labels));
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_DRAFT, message);
  }
}
