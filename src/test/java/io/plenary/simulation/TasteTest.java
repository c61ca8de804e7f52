package io.plenary.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.protocol.PollState;
import io.plenary.protocol.Results;
import io.plenary.protocol.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TasteTest {
  @Property(tries = 300)
  void everyChoiceFitsThePoll(
      @ForAll @IntRange(min = 2, max = 20) int options,
      @ForAll @IntRange(min = 1, max = 20) int most,
      @ForAll boolean lastIsExclusive,
      @ForAll long seed) {
    Wire.Poll poll = poll(options, Math.min(options, most), lastIsExclusive);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      List<String> choice = new Taste(seed).choose(poll, random);
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
    Wire.Poll poll = poll(6, 1, false);
    SplittableRandom one = new SplittableRandom(5);
    SplittableRandom two = new SplittableRandom(5);
    Set<String> seen = new HashSet<>();
    IntStream.range(0, 2_000)
        .forEach(
            i -> {
              List<String> choice = new Taste(3).choose(poll, one);
              assertEquals(choice, new Taste(3).choose(poll, two));
              seen.addAll(choice);
            });
    assertEquals(6, seen.size());
  }

  @Test
  void readsThePresentersLink() {
    assertEquals(
        new RemoteLink("ev1", "room1", "s-e_c"),
        RemoteLink.parse("http://10.0.0.1:8080/remote/ev1/room1#s-e_c"));
    assertFalse(
        RemoteLink.parse("http://h/remote/ev1/room1#secret1").toString().contains("secret1"));
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class, () -> RemoteLink.parse("http://h/stage/e/r#s"));
  }

  private static Wire.Poll poll(int n, int most, boolean lastIsExclusive) {
    List<Wire.Option> options =
        IntStream.rangeClosed(1, n)
            .mapToObj(i -> new Wire.Option("o" + i, "Option " + i, lastIsExclusive && i == n))
            .toList();
    return new Wire.Poll(
        "poll1", 1, "Which?", options, most, null, PollState.OPEN, Results.STAGE, null, null, null);
  }
}
