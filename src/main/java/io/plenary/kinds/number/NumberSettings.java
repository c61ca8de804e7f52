package io.plenary.kinds.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and how it may be answered: the part of a number poll that is frozen once a vote is
 * in. All numbers are in their shortest form ({@link Decimals}).
 *
 * @param max more than {@code min}, by a whole number of steps
 * @param step more than 0
 * @param unit what stands behind a number, 1 to {@value NumberDraft#MAX_UNIT} characters; null:
 *     nothing
 * @param right the true value, one that can be answered; null when there is none. The room is told
 *     of it with the complete result
 * @param abstain label of the explicit way to abstain; null offers none
 */
public record NumberSettings(
    String question,
    BigDecimal min,
    BigDecimal max,
    BigDecimal step,
    @Nullable String unit,
    @Nullable BigDecimal right,
    @Nullable String abstain) {
  private static final BigDecimal TWO = new BigDecimal(2);

  /** Counters of the answers. */
  public Bins bins() {
    return Bins.of(place(max));
  }

  /** Whether somebody can answer this. */
  boolean offers(BigDecimal value) {
    return value.compareTo(min) >= 0 && value.compareTo(max) <= 0 && onStep(value);
  }

  /** Whether so many whole steps from the smallest lead to it. */
  boolean onStep(BigDecimal value) {
    return value.subtract(min).remainder(step).signum() == 0;
  }

  /** Steps from the smallest value. */
  public long place(BigDecimal value) {
    return value.subtract(min).divide(step).longValueExact();
  }

  /** The value at a place. */
  public BigDecimal value(long place) {
    return halfway(2 * place);
  }

  /** The value at half of so many steps from the smallest. */
  public BigDecimal halfway(long twice) {
    return Decimals.shortest(min.add(step.multiply(BigDecimal.valueOf(twice)).divide(TWO)));
  }
}
