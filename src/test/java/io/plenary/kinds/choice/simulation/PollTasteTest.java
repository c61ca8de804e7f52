package io.plenary.kinds.choice.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.protocol.RoomBallot;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PollTasteTest {
  @Property(tries = 300)
  void everyChoiceFitsThePoll(
      @ForAll @IntRange(min = 2, max = 20) int options,
      @ForAll @IntRange(min = 1, max = 20) int most,
      @ForAll boolean lastIsExclusive,
      @ForAll long seed) {
    ChoiceWire.Poll poll = poll(options, Math.min(options, most), lastIsExclusive);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      List<String> choice = new PollTaste().answer(poll, seed, random);
      assertFalse(choice.isEmpty());
      assertTrue(choice.size() <= poll.maxChoices());
      assertEquals(choice.stream().distinct().count(), choice.size());
      assertTrue(
          choice.size() == 1 || !lastIsExclusive || !choice.contains("o" + options),
          "exclusive stands alone");
    }
  }

  @Test
  void theSameSeedChoosesTheSameAndEveryOptionHasItsChance() {
    ChoiceWire.Poll poll = poll(6, 1, false);
    SplittableRandom one = new SplittableRandom(5);
    SplittableRandom two = new SplittableRandom(5);
    Set<String> seen = new HashSet<>();
    IntStream.range(0, 2_000)
        .forEach(
            i -> {
              List<String> choice = new PollTaste().answer(poll, 3, one);
              assertEquals(choice, new PollTaste().answer(poll, 3, two));
              seen.addAll(choice);
            });
    assertEquals(6, seen.size());
  }

  private static ChoiceWire.Poll poll(int n, int most, boolean lastIsExclusive) {
    List<ChoiceWire.Option> options =
        IntStream.rangeClosed(1, n)
            .mapToObj(i -> new ChoiceWire.Option("o" + i, "Option " + i, lastIsExclusive && i == n))
            .toList();
    return new ChoiceWire.Poll(
        new RoomBallot("poll1", 1, ActivityState.OPEN, Results.STAGE, null, null, null, null),
        "Which?",
        options,
        most,
        null);
  }
}
