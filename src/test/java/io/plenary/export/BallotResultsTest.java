package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.voting.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotResultsTest {
  @ParameterizedTest
  @CsvSource({"5, 3, 1, 2", "7, 3, 1, 2", "2, 3, 0, -1", "2, -1, 3, 0", "2, 3, -1, 0"})
  void turnoutReconciles(long connected, long voted, long abstained, long notVoted) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Turnout(connected, voted, abstained, 0, notVoted, 0));
  }

  @Test
  void whoVotedWasThereAndMoreVotesThanPeopleDoNotReconcile() {
    assertEquals(new Turnout(6, 3, 1, 0, 2, 1), Turnout.of(6, 3, 1, 1));
    assertEquals(new Turnout(4, 3, 1, 0, 0, 0), Turnout.of(3, 3, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Turnout(3, 3, 1, 0, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Turnout(3, 3, 1, 0, 0, 0));
  }

  @Test
  void orderOfBallotsSaysNothing() {
    assertEquals(List.of("-", "a", "a,b", "a,b"), ExampleResults.multiple().ballots());
  }

  @Test
  void ballotsThatGiveOtherCountsDoNotAgree() {
    assertThrows(IllegalArgumentException.class, () -> poll(List.of("a", "b"), 2, 2, true));
    assertEquals(false, poll(List.of("a", "b"), 2, 2, false).recountAgrees());
    assertEquals(true, poll(List.of("a", "a"), 2, 2, true).recountAgrees());
    assertThrows(IllegalArgumentException.class, () -> poll(List.of("a"), 2, 2, true));
    assertThrows(IllegalArgumentException.class, () -> poll(List.of("a", "a", "-"), 2, 2, true));
  }

  private static BallotResults<?> poll(List<String> ballots, long a, long voted, boolean agrees) {
    return ExampleResults.single(
        new Tally(1, 1, Map.of("a", a), voted, 0, 0), Turnout.of(2, voted, 0, 0), ballots, agrees);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0.0",
    "1, 3, 33.3",
    "2, 3, 66.7",
    "3, 3, 100.0",
    "1, 16, 6.3",
    "1, 800, 0.1",
    "1, 100000, 0.0",
    "118, 253, 46.6"
  })
  void percentHasOneDecimal(long count, long base, BigDecimal percent) {
    assertEquals(percent, Percent.of(count, base));
  }

  @Test
  void nobodyHasNoPercent() {
    assertEquals(null, Percent.of(0, 0));
  }
}
