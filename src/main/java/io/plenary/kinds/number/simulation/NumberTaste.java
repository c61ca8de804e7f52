package io.plenary.kinds.number.simulation;

import io.plenary.kinds.number.wire.NumberWire.NumberPoll;
import io.plenary.simulation.Taste;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * How simulated people guess: around a value of the room, with few far from it, and most say a
 * round number.
 */
public final class NumberTaste implements Taste<NumberPoll> {
  private static final double ROUND = 0.6;

  /** Parts of the range to which a round number is rounded. */
  private static final long PARTS = 20;

  @Override
  public Class<NumberPoll> ballot() {
    return NumberPoll.class;
  }

  @Override
  public List<String> answer(NumberPoll number, long room, RandomGenerator random) {
    BigDecimal min = new BigDecimal(number.min());
    BigDecimal step = new BigDecimal(number.step());
    long places = new BigDecimal(number.max()).subtract(min).divide(step).longValueExact();
    Random lean = new Random(room ^ number.question().hashCode());
    double middle = 0.15 + 0.5 * lean.nextDouble();
    double drawn = middle + 0.14 * random.nextGaussian() + 0.05 * random.nextExponential();
    long place = Math.round(Math.min(1, Math.max(0, drawn)) * places);
    long each = Math.max(1, places / PARTS);
    if (random.nextDouble() < ROUND) place = Math.round((double) place / each) * each;
    BigDecimal value = min.add(step.multiply(BigDecimal.valueOf(Math.min(place, places))));
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    return List.of((whole ? value.setScale(0) : value.stripTrailingZeros()).toPlainString());
  }
}
