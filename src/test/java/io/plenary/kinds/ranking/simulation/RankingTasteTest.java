package io.plenary.kinds.ranking.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.ranking.RankingSettings;
import io.plenary.kinds.ranking.wire.RankingWire;
import io.plenary.protocol.RoomBallot;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingTasteTest {
  private static RankingWire.Ranking ranking(int options, int places) {
    return new RankingWire.Ranking(
        new RoomBallot("r", 1, ActivityState.OPEN, Results.STAGE, null, null, null, null),
        "What first?",
        IntStream.rangeClosed(1, options)
            .mapToObj(i -> new RankingWire.Option("o" + i, "Option " + i))
            .toList(),
        places,
        false,
        RankingSettings.Unranked.MEAN,
        null);
  }

  @Property(tries = 300)
  void everyOrderFits(
      @ForAll @IntRange(min = 2, max = 15) int options,
      @ForAll @IntRange(min = 1, max = 15) int most,
      @ForAll long seed) {
    int places = Math.min(options, most);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      List<String> order = new RankingTaste().answer(ranking(options, places), seed, random);
      assertTrue(!order.isEmpty() && order.size() <= places);
      assertEquals(order.size(), new HashSet<>(order).size());
    }
  }

  @Test
  void aRoomLeansAsAWholeAndEveryOptionHasItsChance() {
    Map<String, Integer> firsts = new HashMap<>();
    Map<Integer, Integer> lengths = new HashMap<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3_000; i++) {
      List<String> order = new RankingTaste().answer(ranking(6, 4), 3, random);
      firsts.merge(order.get(0), 1, Integer::sum);
      lengths.merge(order.size(), 1, Integer::sum);
    }
    assertEquals(6, firsts.size());
    assertTrue(firsts.values().stream().anyMatch(n -> n > 800), firsts::toString);
    assertEquals(4, lengths.size());
    assertTrue(lengths.get(4) > 2_000, lengths::toString);
  }
}
