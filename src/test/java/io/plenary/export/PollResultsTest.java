package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.export.PollResults.OptionResult;
import io.plenary.protocol.PollState;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollResultsTest {
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
    assertEquals(
        List.of(List.of(), List.of("a"), List.of("a", "b"), List.of("a", "b")),
        Results.multiple().ballots());
  }

  @Test
  void ballotsThatGiveOtherCountsDoNotAgree() {
    List<OptionResult> options =
        List.of(new OptionResult("a", "Yes", 2), new OptionResult("b", "No", 0));
    List<List<String>> ballots = List.of(List.of("a"), List.of("b"));
    assertThrows(IllegalArgumentException.class, () -> poll(options, ballots, true));
    assertEquals(false, poll(options, ballots, false).recountAgrees());
    assertThrows(IllegalArgumentException.class, () -> poll(options, List.of(List.of("a")), true));
  }

  private static PollResults poll(
      List<OptionResult> options, List<List<String>> ballots, boolean agrees) {
    return new PollResults(
        "p",
        "Room",
        "Q",
        1,
        PollState.LOCKED,
        1,
        Turnout.of(2, 2, 0, 0),
        options,
        null,
        ballots,
        null,
        agrees);
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
