package io.plenary.kinds.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.kinds.ranking.RankingSettings.Unranked;
import io.plenary.voting.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ballots say together, against a count that walks through them one by one. */
class RankingResultTest {
  @Property
  void equalsAPlainCount(
      @ForAll @IntRange(min = 2, max = 15) int options,
      @ForAll @IntRange(min = 1, max = 15) int places,
      @ForAll Unranked unranked,
      @ForAll @IntRange(max = 40) int people,
      @ForAll Random random) {
    RankingSettings settings = Rankings.settings(options, Math.min(places, options), unranked);
    List<List<String>> orders =
        IntStream.range(0, people).mapToObj(i -> Rankings.order(settings, random)).toList();
    RankingResult result = result(settings, orders);
    List<String> ids = settings.ids();
    for (int i = 0; i < options; i++) {
      String id = ids.get(i);
      double points = orders.stream().mapToDouble(o -> points(settings, o, id)).sum();
      assertEquals(2 * points, result.doublePoints().get(i).doubleValue(), id + " of " + orders);
      assertEquals(
          orders.stream().filter(o -> !o.isEmpty() && o.get(0).equals(id)).count(),
          result.firsts().get(i));
      for (int place = 0; place < settings.places(); place++) {
        int at = place;
        assertEquals(
            orders.stream().filter(o -> o.size() > at && o.get(at).equals(id)).count(),
            result.ranks().get(place).get(i));
      }
      for (int j = 0; j < options; j++) {
        assertEquals(prefer(orders, id, ids.get(j)), result.pairs().get(i).get(j));
      }
    }
    assertEquals(winner(ids, orders), result.winner());
  }

  /** By the definition: places that were not given share the points that are left. */
  private static double points(RankingSettings settings, List<String> order, String id) {
    if (order.isEmpty()) return 0;
    int options = settings.options().size();
    int at = order.indexOf(id);
    if (at >= 0) return options - at;
    if (settings.unranked() == Unranked.ZERO) return 0;
    return IntStream.range(order.size(), options).map(place -> options - place).average().orElse(0);
  }

  private static long prefer(List<List<String>> orders, String one, String other) {
    return orders.stream().filter(o -> Rankings.before(o, one, other)).count();
  }

  private static String winner(List<String> ids, List<List<String>> orders) {
    for (String one : ids) {
      boolean beats = true;
      for (String other : ids) {
        if (!other.equals(one) && prefer(orders, one, other) <= prefer(orders, other, one)) {
          beats = false;
        }
      }
      if (beats) return one;
    }
    return null;
  }

  @Test
  void theTopScoreAndThePairwiseWinnerMayDiffer() {
    RankingSettings settings = Rankings.settings(3, 3, Unranked.MEAN);
    RankingResult result = result(settings, orders("abc", "abc", "abc", "bca", "bca"));
    assertEquals(List.of(22L, 24L, 14L), result.doublePoints(), "b has the top score");
    assertEquals("a", result.winner(), "a beats b and c, three to two");
    assertEquals(List.of(3L, 2L, 0L), result.firsts());
    assertEquals(
        List.of(List.of(3L, 2L, 0L), List.of(0L, 3L, 2L), List.of(2L, 0L, 3L)), result.ranks());
    assertEquals(
        List.of(List.of(0L, 3L, 3L), List.of(2L, 0L, 5L), List.of(2L, 0L, 0L)), result.pairs());
  }

  @Test
  void aCycleHasNoWinner() {
    RankingResult result =
        result(Rankings.settings(3, 3, Unranked.MEAN), orders("abc", "bca", "cab"));
    assertNull(result.winner());
    assertEquals(List.of(12L, 12L, 12L), result.doublePoints());
  }

  @Test
  void whoTiesWithOneBeatsNotEverybody() {
    assertNull(result(Rankings.settings(2, 2, Unranked.MEAN), orders("ab", "ba")).winner());
    assertNull(result(Rankings.settings(3, 1, Unranked.MEAN), orders("a", "b")).winner());
    assertEquals(
        "a", result(Rankings.settings(3, 1, Unranked.MEAN), orders("a", "b", "a")).winner());
  }

  @Test
  void anOptionWithoutAPlaceGetsTheMeanOfThoseLeftOrNothing() {
    var orders = orders("a", "ab", "");
    assertEquals(
        List.of(16L, 10L, 7L, 7L),
        result(Rankings.settings(4, 2, Unranked.MEAN), orders).doublePoints());
    assertEquals(
        List.of(16L, 6L, 0L, 0L),
        result(Rankings.settings(4, 2, Unranked.ZERO), orders).doublePoints());
  }

  @ParameterizedTest
  @EnumSource
  void ofNobodyNothingIsSaid(Unranked unranked) {
    RankingResult result = result(Rankings.settings(2, 1, unranked), orders("", ""));
    assertEquals(List.of(0L, 0L), result.doublePoints());
    assertEquals(List.of(0L, 0L), result.firsts());
    assertNull(result.winner());
  }

  @Test
  void twoOptionsAndFifteen() {
    RankingResult two = result(Rankings.settings(2, 1, Unranked.MEAN), orders("a", "a", "b"));
    assertEquals(List.of(10L, 8L), two.doublePoints());
    assertEquals("a", two.winner());
    String all = "abcdefghijklmno";
    RankingResult fifteen =
        result(
            Rankings.settings(15, 15, Unranked.ZERO),
            orders(all, all, new StringBuilder(all).reverse().toString()));
    assertEquals("a", fifteen.winner());
    assertEquals(2 * (15 + 15 + 1), fifteen.doublePoints().get(0));
    assertEquals(2 * (1 + 1 + 15), fifteen.doublePoints().get(14));
  }

  private static RankingResult result(RankingSettings settings, List<List<String>> orders) {
    Tally tally = Rankings.tally(settings, orders);
    return RankingResult.of(settings, tally);
  }

  private static List<List<String>> orders(String... letters) {
    List<List<String>> all = new ArrayList<>();
    for (String word : letters) all.add(word.isEmpty() ? List.of() : List.of(word.split("")));
    return all;
  }
}
