package io.plenary.kinds.number;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording;
import io.plenary.words.Results;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number poll as an organiser wrote it, before it was checked. Numbers are decimal texts, such as
 * {@code "0.5"}.
 *
 * @param unit null: none
 * @param right null: there is no right value
 */
public record NumberDraft(
    String question,
    String min,
    String max,
    String step,
    @Nullable String unit,
    @Nullable String right,
    @Nullable String abstain,
    Results results)
    implements BallotDraft<NumberSettings> {
  public static final int MAX_UNIT = 20;

  @Override
  public String kind() {
    return NumberPoll.KIND;
  }

  @Override
  public NumberPoll activity(BallotState at, NumberSettings asked) {
    return new NumberPoll(at, asked);
  }

  @Override
  public NumberSettings check() {
    String text = Wording.question(question);
    BigDecimal least = number(min, "smallest number");
    BigDecimal most = number(max, "largest number");
    BigDecimal by = number(step, "step");
    if (least.compareTo(most) >= 0) {
      throw bad("The largest number must be larger than the smallest.");
    }
    if (by.signum() <= 0) throw bad("The step must be more than 0, such as 1 or 0.5.");
    NumberSettings asked =
        new NumberSettings(
            text, least, most, by, checkedUnit(), null, Wording.abstain(abstain, List.of()));
    if (!asked.onStep(most)) {
      throw bad(
          "The largest number must be a whole number of steps of "
              + by.toPlainString()
              + " above "
              + least.toPlainString()
              + ".");
    }
    if (right == null) return asked;
    BigDecimal value = number(right, "right value");
    if (!asked.offers(value)) {
      throw bad("The right value must be one that people can answer. Change it or the numbers.");
    }
    return new NumberSettings(text, least, most, by, asked.unit(), value, asked.abstain());
  }

  private static BigDecimal number(String written, String what) {
    BigDecimal number = Decimals.read(written);
    if (number == null) {
      throw bad(
          "The "
              + what
              + " must be a number of at most 1000000000000 with at most "
              + Decimals.PLACES
              + " decimals, such as 10 or 0.5.");
    }
    return number;
  }

  private @Nullable String checkedUnit() {
    if (unit == null) return null;
    String clean = Texts.line(unit);
    if (clean.isEmpty()) throw bad("Write the unit, or leave it out.");
    if (Texts.length(clean) > MAX_UNIT) {
      throw bad("The unit is longer than " + MAX_UNIT + " characters.");
    }
    return clean;
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_DRAFT, message);
  }
}
