package io.plenary.kinds.rating;

import io.plenary.kinds.rating.RatingScale.Type;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Ratings for tests. Statements are called a, b, c and so on. */
public final class Ratings {
  public static final RatingScale AGREEMENT = new RatingScale(Type.AGREEMENT, 5, null, null);
  public static final RatingScale PROMOTER = new RatingScale(Type.PROMOTER, 11, null, null);

  /** Two statements, three points, no opinion and a way to abstain. */
  public static final BallotPaper<RatingSettings, ?> PAPER =
      paper(settings(2, points(3), "No opinion"));

  private Ratings() {}

  public static RatingScale points(int points) {
    return new RatingScale(Type.POINTS, points, "Poor", "Good");
  }

  public static RatingSettings settings(
      int statements, RatingScale scale, @Nullable String noOpinion) {
    return new RatingSettings(
        "How good is it?",
        IntStream.range(0, statements)
            .mapToObj(i -> new Statement(id(i), "Statement " + id(i)))
            .toList(),
        scale,
        noOpinion,
        "I have no view");
  }

  public static BallotPaper<RatingSettings, ?> paper(RatingSettings settings) {
    return new BallotPaper<>(new RatingBallots(), settings);
  }

  /** Every answer that {@link #PAPER} takes, its entries in either order. */
  public static Arbitrary<List<String>> answers() {
    Arbitrary<String> points = Arbitraries.of("1", "2", "3", "none");
    return Combinators.combine(points, points, Arbitraries.of(true, false))
        .as((a, b, turned) -> turned ? List.of("b:" + b, "a:" + a) : List.of("a:" + a, "b:" + b));
  }

  /** One to the counter of each entry. */
  public static Map<String, Long> adds(List<String> entries) {
    return entries.stream().collect(Collectors.toMap(entry -> entry, entry -> 1L));
  }

  /** What somebody may answer, or nothing, of somebody who abstains. */
  static List<String> answer(RatingSettings settings, Random random) {
    List<String> entries = new ArrayList<>();
    if (random.nextInt(8) == 0) return entries;
    for (String id : settings.ids()) {
      boolean none = random.nextInt(6) == 0;
      if (none && settings.noOpinion() != null) entries.add(id + ":none");
      if (none && !(entries.isEmpty() && settings.ids().indexOf(id) == settings.ids().size() - 1)) {
        continue;
      }
      int first = settings.scale().type() == Type.PROMOTER ? 0 : 1;
      entries.removeIf(e -> e.startsWith(id + ":"));
      entries.add(id + ":" + (first + random.nextInt(settings.scale().points())));
    }
    return entries;
  }

  /** The tally of these answers; an empty one abstains. */
  static Tally tally(RatingSettings settings, List<List<String>> answers) {
    var paper = paper(settings);
    List<String> words =
        answers.stream().map(a -> paper.write(new Answer(a, a.isEmpty()))).toList();
    return new Recount(Tally.none(1), words).recounted(paper);
  }

  static String id(int statement) {
    return Character.toString((char) ('a' + statement));
  }
}
