package io.plenary.kinds.rating;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotType;
import io.plenary.voting.Contributions;
import io.plenary.voting.Tally;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A point for each statement: kept as {@code "o1:4,o2:none"}, which is its own list of counters.
 *
 * <p>Where no opinion is offered, every statement needs a point or that, so that "no opinion" and
 * "not read" are never the same. Where it is not, statements may be left out, one at least has a
 * point, and every statement has its own number of those who rated it. Whoever has no opinion on
 * any statement has voted: only abstaining answers nothing at all.
 */
final class RatingBallots implements BallotType<RatingSettings, RatingBallot> {
  private static final String BETWEEN = ",";
  private static final char OF = ':';

  /** Stands for the point of who has no opinion. */
  private static final String NO_OPINION = "none";

  @Override
  public RatingBallot read(Answer answer, RatingSettings rating) {
    if (answer.abstain()) {
      if (!answer.entries().isEmpty()) throw bad("A vote either rates or abstains.");
      if (rating.abstain() == null) throw bad("This rating offers no way to abstain.");
      return new RatingBallot(Map.of());
    }
    Map<String, @Nullable Integer> given = new TreeMap<>();
    for (String entry : answer.entries()) {
      String id = statement(entry);
      if (!rating.ids().contains(id)) throw bad("This statement is not in the rating.");
      if (given.containsKey(id)) throw bad("Rate each statement once.");
      given.put(id, point(entry, id, rating));
    }
    if (given.isEmpty()) throw bad("Rate at least one statement.");
    if (rating.noOpinion() != null && given.size() < rating.statements().size()) {
      throw bad("Rate every statement, or say that you have no opinion.");
    }
    return new RatingBallot(given);
  }

  private static @Nullable Integer point(String entry, String id, RatingSettings rating) {
    if (entry.equals(entry(id, null))) {
      if (rating.noOpinion() == null) throw bad("This rating offers no way to have no opinion.");
      return null;
    }
    for (int value : rating.scale().values()) if (entry.equals(entry(id, value))) return value;
    throw bad("This point is not on the scale.");
  }

  private static String statement(String entry) {
    return entry.substring(0, Math.max(0, entry.indexOf(OF)));
  }

  @Override
  public Answer answer(RatingBallot ballot) {
    return new Answer(ballot.entries(), ballot.abstains());
  }

  @Override
  public String encode(RatingBallot ballot) {
    return ballot.abstains() ? ABSTAINED : String.join(BETWEEN, ballot.entries());
  }

  @Override
  public RatingBallot decode(String text) {
    Map<String, @Nullable Integer> given = new TreeMap<>();
    if (!text.equals(ABSTAINED)) {
      for (String entry : text.split(BETWEEN)) {
        String point = entry.substring(entry.indexOf(OF) + 1);
        given.put(statement(entry), point.equals(NO_OPINION) ? null : Integer.valueOf(point));
      }
    }
    return new RatingBallot(given);
  }

  @Override
  public void contributions(RatingSettings rating, RatingBallot ballot, Contributions to) {
    ballot.entries().forEach(to::add);
  }

  @Override
  public RatingResult.Told result(RatingSettings rating, Tally tally) {
    return RatingResult.of(rating, tally).told();
  }

  /**
   * An entry of an answer, and the counter of those who gave it.
   *
   * @param value null for no opinion
   */
  static String entry(String statement, @Nullable Integer value) {
    return statement + OF + (value == null ? NO_OPINION : value.toString());
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_ANSWER, message);
  }
}
