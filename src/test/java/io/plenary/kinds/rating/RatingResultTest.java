package io.plenary.kinds.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What ballots say together, against a count that walks through a list of all answers. */
class RatingResultTest {
  @Property(tries = 200)
  void equalsAPlainCount(
      @ForAll @IntRange(min = 1, max = 10) int statements,
      @ForAll @IntRange(min = 2, max = 12) int points,
      @ForAll boolean opinion,
      @ForAll @IntRange(max = 60) int people,
      @ForAll Random random) {
    RatingScale scale =
        points == 12 ? Ratings.AGREEMENT : points == 11 ? Ratings.PROMOTER : Ratings.points(points);
    RatingSettings settings = Ratings.settings(statements, scale, opinion ? "None" : null);
    List<List<String>> answers =
        IntStream.range(0, people).mapToObj(i -> Ratings.answer(settings, random)).toList();
    RatingResult result = RatingResult.of(settings, Ratings.tally(settings, answers));
    for (int i = 0; i < statements; i++) {
      String of = Ratings.id(i) + ":";
      List<Integer> given = new ArrayList<>();
      long none = 0;
      for (List<String> answer : answers) {
        for (String entry : answer) {
          if (!entry.startsWith(of)) continue;
          String point = entry.substring(2);
          if (point.equals("none")) none++;
          else given.add(Integer.parseInt(point));
        }
      }
      Distribution found = result.distributions().get(i);
      assertEquals(none, result.noOpinion().get(i));
      assertEquals(given.size(), found.rated());
      assertEquals(given.stream().mapToInt(p -> p).sum(), found.sum());
      for (int quarters = 1; quarters <= 3; quarters++) {
        assertEquals(
            quantile(given, quarters / 4.0), found.doubleQuantile(quarters) / 2.0, given::toString);
      }
      double middle = (scale.first() * 2 + scale.points() - 1) / 2.0;
      assertEquals(count(given, p -> p > middle), found.above());
      assertEquals(count(given, p -> p < middle), found.below());
      if (points == 11) {
        assertEquals(count(given, p -> p == 9 || p == 10), found.promoters());
        assertEquals(count(given, p -> p <= 6), found.detractors());
      }
    }
  }

  private static long count(List<Integer> given, IntPredicate which) {
    return given.stream().filter(which::test).count();
  }

  /**
   * The mean of the least point that so many gave at most, and the least that more than so many
   * gave at most: looked for among all points there could be.
   */
  private static double quantile(List<Integer> given, double share) {
    if (given.isEmpty()) return 0;
    double least = Double.NaN;
    double next = Double.NaN;
    for (int point = 11; point >= 0; point--) {
      int limit = point;
      double upTo = (double) count(given, p -> p <= limit) / given.size();
      if (upTo >= share) least = point;
      if (upTo > share) next = point;
    }
    return (least + next) / 2;
  }

  @Test
  void thePointsOfKnownAnswers() {
    Distribution given = new Distribution(1, List.of(1L, 0L, 2L, 3L, 2L));
    assertEquals(8, given.rated());
    assertEquals(7, given.doubleQuantile(2) - 1, "both in the middle are 4");
    assertEquals(6, given.doubleQuantile(1), "between 3 and 3");
    assertEquals(9, given.doubleQuantile(3), "half-way between 4 and 5");
    assertEquals(5, given.above());
    assertEquals(1, given.below());
    assertEquals(0, new Distribution(1, List.of(0L, 0L)).doubleQuantile(2), "of nobody");
    assertEquals(new Distribution(1, List.of(2L, 2L)).doubleQuantile(2), 3, "half-way");
  }

  @Test
  void screensAreToldCountsAlone() {
    RatingSettings settings = Ratings.settings(2, Ratings.points(3), "No opinion");
    var told =
        RatingResult.of(
                settings,
                Ratings.tally(
                    settings,
                    List.of(
                        List.of("a:1", "b:none"),
                        List.of("a:3", "b:none"),
                        List.of(),
                        List.of("a:3", "b:2"))))
            .told();
    assertEquals(List.of(List.of(1L, 0L, 2L), List.of(0L, 1L, 0L)), told.counts());
    assertEquals(List.of(0L, 2L), told.noOpinion());
  }
}
