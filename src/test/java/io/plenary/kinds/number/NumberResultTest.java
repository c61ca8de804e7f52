package io.plenary.kinds.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Median, quartiles and histogram, beside those of somebody who counts in another way. */
class NumberResultTest {
  private static final String[] STEPS = {"1", "0.5", "0.1", "5", "0.000001", "250"};

  private record Case(NumberSettings asked, List<BigDecimal> answers) {}

  private static Case random(Random random) {
    BigDecimal step = new BigDecimal(STEPS[random.nextInt(STEPS.length)]);
    int most = random.nextBoolean() ? 499 : 40_000;
    int steps = 1 + random.nextInt(random.nextBoolean() ? 30 : most);
    BigDecimal min = step.multiply(new BigDecimal(random.nextInt(2_000) - 1_000));
    BigDecimal max = min.add(step.multiply(new BigDecimal(steps)));
    int lean = random.nextInt(steps + 1);
    List<BigDecimal> answers = new ArrayList<>();
    int people = 1 + random.nextInt(120);
    for (int i = 0; i < people; i++) {
      int near = lean + (int) Math.round(random.nextGaussian() * steps / 12);
      int at = random.nextInt(4) == 0 ? random.nextInt(steps + 1) : near;
      answers.add(min.add(step.multiply(new BigDecimal(Math.max(0, Math.min(steps, at))))));
    }
    String right = random.nextInt(3) == 0 ? max.toPlainString() : null;
    return new Case(
        NumberPolls.settings(min.toPlainString(), max.toPlainString(), step.toPlainString(), right),
        answers);
  }

  /** The quantile by its definition, of a sorted list of what stands for each answer. */
  private static BigDecimal quantile(List<BigDecimal> sorted, int quarters) {
    int n = sorted.size();
    int at = (int) Math.ceil(n * quarters / 4.0);
    BigDecimal one = sorted.get(at - 1);
    BigDecimal other = n * quarters % 4 == 0 ? sorted.get(at) : one;
    return one.add(other).divide(new BigDecimal(2));
  }

  /** What stands for an answer: itself, or the middle of its bin, found by walking the values. */
  private static BigDecimal standsFor(BigDecimal answer, NumberSettings asked) {
    long width = asked.bins().width();
    if (width == 1) return answer;
    BigDecimal wide = asked.step().multiply(new BigDecimal(width));
    BigDecimal low = asked.min();
    while (low.add(wide).compareTo(answer) <= 0) low = low.add(wide);
    List<BigDecimal> values = new ArrayList<>();
    for (BigDecimal v = low; v.compareTo(low.add(wide)) < 0; v = v.add(asked.step())) {
      if (v.compareTo(asked.max()) <= 0) values.add(v);
    }
    return values.get(values.size() / 2);
  }

  @Test
  void statisticsOf200PollsAreThoseOfAnIndependentCount() {
    Random random = new Random(7);
    int inBins = 0;
    for (int i = 0; i < 200; i++) {
      Case poll = random(random);
      NumberSettings asked = poll.asked();
      NumberResult result = NumberResult.of(asked, NumberPolls.tally(asked, poll.answers()));
      if (!asked.bins().exact()) inBins++;
      List<BigDecimal> sorted = new ArrayList<>();
      poll.answers().forEach(a -> sorted.add(standsFor(a, asked)));
      Collections.sort(sorted);
      for (int quarters = 1; quarters <= 3; quarters++) {
        assertEquals(0, quantile(sorted, quarters).compareTo(result.quantile(quarters)), "" + i);
      }
      checkBars(poll, Histogram.of(result));
    }
    assertTrue(inBins > 30, "enough with bins: " + inBins);
  }

  private static void checkBars(Case poll, List<Histogram.Bar> bars) {
    NumberSettings asked = poll.asked();
    assertTrue(!bars.isEmpty() && bars.size() <= Histogram.MOST);
    long sum = 0;
    for (int at = 0; at < bars.size(); at++) {
      Histogram.Bar bar = bars.get(at);
      long count =
          poll.answers().stream()
              .filter(a -> a.compareTo(bar.from()) >= 0 && a.compareTo(bar.to()) <= 0)
              .count();
      assertEquals(count, bar.count());
      sum += count;
      if (at == 0) continue;
      BigDecimal gap = bar.from().subtract(bars.get(at - 1).to());
      assertEquals(0, gap.compareTo(asked.step()), "no value between two bars");
    }
    assertEquals(poll.answers().size(), sum, "everybody is in one bar");
    if (asked.right() != null) {
      assertTrue(bars.stream().anyMatch(b -> b.to().compareTo(asked.right()) >= 0));
    }
    if (bars.size() > 1) {
      BigDecimal wide = bars.get(1).from().subtract(bars.get(0).from()).divide(asked.step());
      String digits = wide.stripTrailingZeros().unscaledValue().toString();
      assertTrue(List.of("1", "2", "5").contains(digits), "round: " + wide);
      assertEquals(0, wide.longValueExact() % asked.bins().width());
    }
  }

  @Test
  void ofNobodyNothingIsSaid() {
    NumberSettings asked = NumberPolls.settings("0", "10", "1", "3");
    NumberResult none = NumberResult.of(asked, NumberPolls.tally(asked, List.of()));
    assertNull(none.quantile(2));
    assertEquals(List.of(), Histogram.of(none));
    assertEquals(List.of(), none.told(null).bins());
  }

  @Test
  void theMedianLiesHalfWayBetweenTwo() {
    NumberSettings asked = NumberPolls.settings("0", "10", "0.000001", null);
    var answers = List.of(new BigDecimal("1"), new BigDecimal("1.000001"));
    NumberSettings fine = NumberPolls.settings("1", "1.0001", "0.000001", null);
    NumberResult result = NumberResult.of(fine, NumberPolls.tally(fine, answers));
    assertEquals(new BigDecimal("1.0000005"), result.quantile(2));
    assertEquals(50_000, asked.bins().width(), "10,000,001 values in 500 bins or fewer");
  }
}
