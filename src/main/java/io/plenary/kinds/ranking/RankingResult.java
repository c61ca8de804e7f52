package io.plenary.kinds.ranking;

import io.plenary.kinds.ranking.RankingSettings.Unranked;
import io.plenary.voting.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What ballots say together. Options stand in the order of the ranking everywhere.
 *
 * @param doublePoints of each option twice the sum of its points, which is always whole: of N
 *     options the first place gives N, the last 1
 * @param ranks of each place from the first, how many gave it to each option
 * @param pairs of each option, how many prefer it to each option
 * @param winner id of the option that beats every other one to one; null when none does
 */
public record RankingResult(
    List<Long> doublePoints,
    List<List<Long>> ranks,
    List<List<Long>> pairs,
    @Nullable String winner) {

  /** What screens are told of it, in the shape in which the wire says it. */
  public record Told(List<Long> doublePoints, List<Long> firsts, @Nullable String winner) {}

  /** How many gave each option the first place. */
  public List<Long> firsts() {
    return ranks.get(0);
  }

  public Told told() {
    return new Told(doublePoints, firsts(), winner);
  }

  public static RankingResult of(RankingSettings ranking, Tally tally) {
    List<String> ids = ranking.ids();
    List<List<Long>> ranks =
        IntStream.rangeClosed(1, ranking.places())
            .mapToObj(
                place ->
                    ids.stream().map(id -> tally.count(RankingBallots.place(id, place))).toList())
            .toList();
    List<Long> ranked =
        IntStream.range(0, ids.size())
            .mapToObj(option -> ranks.stream().mapToLong(place -> place.get(option)).sum())
            .toList();
    List<List<Long>> pairs = new RankingPairs(ranking).of(tally, ranked);
    List<Long> points = new ArrayList<>();
    String winner = null;
    for (int option = 0; option < ids.size(); option++) {
      points.add(
          ranking.unranked() == Unranked.ZERO
              ? byPlaces(ranks, option, ids.size())
              : byPairs(pairs, option, tally.voted()));
      if (beatsAll(pairs, option)) winner = ids.get(option);
    }
    return new RankingResult(List.copyOf(points), ranks, pairs, winner);
  }

  private static long byPlaces(List<List<Long>> ranks, int option, int options) {
    long sum = 0;
    for (int i = 0; i < ranks.size(); i++) sum += 2L * (options - i) * ranks.get(i).get(option);
    return sum;
  }

  /**
   * The points of a place are 1 and one for every option behind it. With the mean of the places
   * left, two options without a place are half a point to each other: so twice the points are N + 1
   * for each ballot, one more for each option it is preferred to, and one less for each that is
   * preferred to it.
   */
  private static long byPairs(List<List<Long>> pairs, int option, long voted) {
    long sum = voted * (pairs.size() + 1);
    for (int i = 0; i < pairs.size(); i++) {
      sum += pairs.get(option).get(i) - pairs.get(i).get(option);
    }
    return sum;
  }

  private static boolean beatsAll(List<List<Long>> pairs, int option) {
    return IntStream.range(0, pairs.size())
        .filter(other -> other != option)
        .allMatch(other -> pairs.get(option).get(other) > pairs.get(other).get(option));
  }
}
