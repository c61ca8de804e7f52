package io.plenary.kinds.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.Tally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be answered, and what is kept of it. */
class NumberBallotsTest {
  /** All in whole numbers of a scale of six decimals. */
  @Property
  void takesExactlyWhatIsInRangeAndOnAStep(
      @ForAll @LongRange(min = -3_000_000, max = 3_000_000) long min,
      @ForAll @IntRange(min = 1, max = 70_000) int step,
      @ForAll @IntRange(min = 1, max = 90) int steps,
      @ForAll @IntRange(min = -2, max = 92) int at,
      @ForAll @IntRange(max = 3) int off) {
    long max = min + (long) step * steps;
    long value = min + (long) step * at + off;
    NumberSettings asked = NumberPolls.settings(text(min), text(max), text(step), null);
    Answer answer = new Answer(List.of(text(value)), false);
    boolean fits = value >= min && value <= max && (value - min) % step == 0;
    var paper = NumberPolls.paper(asked);
    if (fits) assertEquals(answer, paper.answer(paper.write(answer)));
    else assertThrows(RuleViolation.class, () -> paper.write(answer));
  }

  /** Millionths in the shortest plain form, without a decimal type. */
  private static String text(long millionths) {
    BigInteger[] parts =
        BigInteger.valueOf(Math.abs(millionths)).divideAndRemainder(BigInteger.valueOf(1_000_000));
    String behind = "%06d".formatted(parts[1].intValue()).replaceAll("0+$", "");
    return (millionths < 0 ? "-" : "") + parts[0] + (behind.isEmpty() ? "" : "." + behind);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none,      false, Give one number.",
        "1 2,       false, Give one number.",
        "1,         true,  A vote either gives a number or abstains.",
        "101,       false, 'Give a number from -5 to 100, in plain digits.'",
        "-5.5,      false, 'Give a number from -5 to 100, in plain digits.'",
        "'1,5',     false, 'Give a number from -5 to 100, in plain digits.'",
        "1e2,       false, 'Give a number from -5 to 100, in plain digits.'",
        "+1,        false, 'Give a number from -5 to 100, in plain digits.'",
        "NaN,       false, 'Give a number from -5 to 100, in plain digits.'",
        "1.0000001, false, 'Give a number from -5 to 100, in plain digits.'",
        "٣,         false, 'Give a number from -5 to 100, in plain digits.'",
        "1.3,       false, 'Give a number in steps of 0.5, such as 1 or 1.5.'",
        "-4.9,      false, 'Give a number in steps of 0.5, such as -5 or -4.5.'",
      })
  void aRefusalSaysWhatToDo(String entries, boolean abstain, String said) {
    List<String> each = entries == null ? List.of() : List.of(entries.split(" "));
    var paper = NumberPolls.paper(NumberPolls.settings("-5", "100", "0.5", null));
    RuleViolation refused =
        assertThrows(RuleViolation.class, () -> paper.write(new Answer(each, abstain)));
    assertEquals(Reason.BAD_ANSWER, refused.reason());
    assertEquals(said, refused.getMessage());
  }

  @Test
  void equalNumbersAreOneText() {
    var paper = NumberPolls.paper(NumberPolls.settings("-5", "100", "0.5", null));
    for (String written : List.of("1.5", "01.5", "1.50", "1.500000")) {
      assertEquals("1.5", paper.write(new Answer(List.of(written), false)), "one word, kept once");
    }
    assertEquals("0", paper.write(new Answer(List.of("-0.0"), false)));
    var wide = NumberPolls.WIDE;
    assertEquals("3995|3990", wide.write(new Answer(List.of("3995"), false)), "exact, and its bin");
    assertEquals("3990", wide.write(new Answer(List.of("3990"), false)));
  }

  @Test
  void theRightValueIsToldWithTheCompleteResultAlone() {
    NumberSettings asked = NumberPolls.settings("0", "100", "1", "42");
    Tally open = new Tally(1, 1, Map.of("40", 5L), 5, 0, 0, 5, false);
    Tally over = new Tally(1, 1, Map.of("40", 5L), 5, 0, 0, 5, true);
    NumberBallots ballots = new NumberBallots();
    assertNull(ballots.result(asked, open).right());
    assertEquals("42", ballots.result(asked, over).right());
    assertEquals(List.of(40), ballots.result(asked, over).bins());
    assertEquals(List.of(5L), ballots.result(asked, over).counts());
    assertEquals(new BigDecimal("42"), asked.right());
  }
}
