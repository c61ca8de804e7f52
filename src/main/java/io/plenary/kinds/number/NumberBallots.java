package io.plenary.kinds.number;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotType;
import io.plenary.voting.Contributions;
import io.plenary.voting.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, sent as one entry in plain decimal form ({@code "12.5"}). A ballot adds one to the
 * counter of its value, or of the bin that has it: the name of a counter is the smallest value that
 * goes into it. The text that is kept is the exact number.
 */
final class NumberBallots implements BallotType<NumberSettings, Guess> {
  @Override
  public Guess read(Answer answer, NumberSettings asked) {
    if (answer.abstain()) {
      if (!answer.entries().isEmpty()) throw bad("A vote either gives a number or abstains.");
      if (asked.abstain() == null) throw bad("This poll offers no way to abstain.");
      return new Guess(null);
    }
    if (answer.entries().size() != 1) throw bad("Give one number.");
    BigDecimal value = Decimals.read(answer.entries().get(0));
    if (value == null || value.compareTo(asked.min()) < 0 || value.compareTo(asked.max()) > 0) {
      throw bad(
          "Give a number from "
              + asked.min().toPlainString()
              + " to "
              + asked.max().toPlainString()
              + ", in plain digits.");
    }
    if (!asked.onStep(value)) throw bad(offStep(value, asked));
    return new Guess(value);
  }

  private static String offStep(BigDecimal value, NumberSettings asked) {
    long below =
        value.subtract(asked.min()).divide(asked.step(), 0, RoundingMode.FLOOR).longValueExact();
    return "Give a number in steps of "
        + asked.step().toPlainString()
        + ", such as "
        + asked.value(below).toPlainString()
        + " or "
        + asked.value(below + 1).toPlainString()
        + ".";
  }

  @Override
  public Answer answer(Guess given) {
    return given.value() == null
        ? Answer.ABSTAINED
        : new Answer(List.of(given.value().toPlainString()), false);
  }

  /** Where every value has a counter this is its name, too, and is kept once. */
  @Override
  public String encode(Guess given) {
    return given.value() == null ? ABSTAINED : given.value().toPlainString();
  }

  @Override
  public Guess decode(String text) {
    return new Guess(text.equals(ABSTAINED) ? null : new BigDecimal(text));
  }

  @Override
  public void contributions(NumberSettings asked, Guess given, Contributions to) {
    if (given.value() == null) return;
    Bins bins = asked.bins();
    to.add(counter(asked, bins, (int) (asked.place(given.value()) / bins.width())));
  }

  @Override
  public NumberResult.Told result(NumberSettings asked, Tally tally) {
    @Nullable BigDecimal right = tally.complete() ? asked.right() : null;
    return NumberResult.of(asked, tally).told(right);
  }

  static String counter(NumberSettings asked, Bins bins, int bin) {
    return asked.value(bins.low(bin)).toPlainString();
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_ANSWER, message);
  }
}
