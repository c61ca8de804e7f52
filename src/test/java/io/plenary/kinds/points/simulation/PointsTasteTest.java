package io.plenary.kinds.points.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.points.wire.PointsWire;
import io.plenary.protocol.RoomBallot;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PointsTasteTest {
  private static PointsWire.PointsPoll poll(int options, int total, int step) {
    return new PointsWire.PointsPoll(
        new RoomBallot("p", 1, ActivityState.OPEN, Results.STAGE, null, null, null, null),
        "What for?",
        IntStream.rangeClosed(1, options)
            .mapToObj(i -> new PointsWire.Option("o" + i, "Option " + i))
            .toList(),
        total,
        step,
        null);
  }

  @Property(tries = 300)
  void everyAnswerAddsUp(
      @ForAll @IntRange(min = 2, max = 10) int options,
      @ForAll @IntRange(min = 1, max = 10) int step,
      @ForAll @IntRange(min = 1, max = 100) int steps,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5; i++) {
      int sum = 0;
      Set<String> ids = new HashSet<>();
      for (String entry :
          new PointsTaste().answer(poll(options, step * steps, step), seed, random)) {
        String[] of = entry.split(":");
        assertTrue(ids.add(of[0]));
        int points = Integer.parseInt(of[1]);
        assertTrue(points > 0 && points % step == 0);
        sum += points;
      }
      assertEquals(step * steps, sum);
    }
  }

  @Test
  void aRoomLeansAsAWholeAndEveryOptionGetsSome() {
    Map<String, Integer> sums = new HashMap<>();
    int toOne = 0;
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2_000; i++) {
      List<String> answer = new PointsTaste().answer(poll(5, 100, 5), 3, random);
      if (answer.size() == 1) toOne++;
      for (String entry : answer) {
        String[] of = entry.split(":");
        sums.merge(of[0], Integer.parseInt(of[1]), Integer::sum);
      }
    }
    assertEquals(5, sums.size());
    int most = sums.values().stream().mapToInt(n -> n).max().orElse(0);
    int least = sums.values().stream().mapToInt(n -> n).min().orElse(0);
    assertTrue(most > 2 * least, sums::toString);
    assertTrue(toOne > 40 && toOne < 400, "gave all to one: " + toOne);
  }
}
