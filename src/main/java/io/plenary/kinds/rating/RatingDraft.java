package io.plenary.kinds.rating;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import io.plenary.kinds.rating.RatingScale.Type;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording;
import io.plenary.voting.Wording.Labelled;
import io.plenary.words.Results;
import io.plenary.words.TextLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rating as an organiser wrote it, before it was checked.
 *
 * @param statements a statement without id (null) is new
 */
public record RatingDraft(
    String question,
    List<Labelled> statements,
    RatingScale scale,
    @Nullable String noOpinion,
    @Nullable String abstain,
    Results results)
    implements BallotDraft<RatingSettings> {
  public static final int MAX_STATEMENTS = 10;

  /** Characters of what an end of the scale is called. */
  public static final int MAX_END = 40;

  @Override
  public String kind() {
    return Rating.KIND;
  }

  @Override
  public Rating activity(BallotState at, RatingSettings asked) {
    return new Rating(at, asked);
  }

  @Override
  public RatingSettings check() {
    String text = Wording.question(question);
    int most = scale.type() == Type.PROMOTER ? 1 : MAX_STATEMENTS;
    if (most == 1 && statements.size() > 1) {
      throw bad("A net promoter score is of one statement. Remove the others.");
    }
    List<Labelled> labels = Wording.labels(statements, 1, most, "rating", "statement");
    return new RatingSettings(
        text,
        labels.stream().map(s -> new Statement(s.known(), s.text())).toList(),
        checked(scale),
        opinion(noOpinion),
        Wording.abstain(abstain, labels));
  }

  private static RatingScale checked(RatingScale scale) {
    boolean named = scale.low() != null || scale.high() != null;
    switch (scale.type()) {
      case AGREEMENT -> {
        if (scale.points() != 5) throw bad("A scale of agreement has 5 points.");
        if (named) throw bad("The ends of a scale of agreement have names already.");
        return scale;
      }
      case PROMOTER -> {
        if (scale.points() != RatingScale.PROMOTER_POINTS) {
          throw bad("The scale of a net promoter score has 11 points, 0 to 10.");
        }
        if (named) throw bad("The ends of a net promoter score have names already.");
        return scale;
      }
      default -> {
        if (scale.points() < RatingScale.FEWEST || scale.points() > RatingScale.MOST) {
          throw bad("A scale has 2 to 10 points.");
        }
        String low = end(scale.low());
        String high = end(scale.high());
        if (low.equals(high)) throw bad("Both ends of the scale have the same name. Change one.");
        return new RatingScale(scale.type(), scale.points(), low, high);
      }
    }
  }

  private static String end(@Nullable String raw) {
    String label = raw == null ? "" : Texts.line(raw);
    if (label.isEmpty()) throw bad("Write what both ends of the scale mean.");
    if (Texts.length(label) > MAX_END) {
      throw bad("The name of an end is longer than " + MAX_END + " characters.");
    }
    return label;
  }

  private static @Nullable String opinion(@Nullable String raw) {
    if (raw == null) return null;
    String label = Texts.line(raw);
    if (label.isEmpty()) throw bad("Write how to have no opinion, or offer no way to.");
    if (Texts.length(label) > TextLimits.ABSTAIN) {
      throw bad("No opinion has more than " + TextLimits.ABSTAIN + " characters.");
    }
    return label;
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_DRAFT, message);
  }
}
