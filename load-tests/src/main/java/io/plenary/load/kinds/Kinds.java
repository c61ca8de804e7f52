package io.plenary.load.kinds;

import io.plenary.load.kinds.choice.ChoiceKind;
import io.plenary.load.kinds.number.NumberKind;
import io.plenary.load.kinds.points.PointsKind;
import io.plenary.load.kinds.ranking.RankingKind;
import io.plenary.load.kinds.rating.RatingKind;
import io.plenary.load.kinds.words.WordsKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every kind with ballots that the load tests can play. */
public final class Kinds {
  private static final List<BallotKind> ALL =
      List.of(
          new ChoiceKind(),
          new RankingKind(),
          new PointsKind(),
          new RatingKind(),
          new NumberKind(),
          new WordsKind());

  private Kinds() {}

  /**
   * @throws IllegalArgumentException for a name nobody knows, or none at all
   */
  public static List<BallotKind> named(List<String> names) {
    List<BallotKind> kinds = new ArrayList<>();
    for (String name : names) {
      kinds.add(
          ALL.stream()
              .filter(kind -> kind.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(unknown(name))));
    }
    if (kinds.isEmpty()) throw new IllegalArgumentException("Say at least one kind.");
    return kinds;
  }

  private static String unknown(String name) {
    return "There is no kind "
        + name
        + " with ballots. There are: "
        + ALL.stream().map(BallotKind::name).collect(Collectors.joining(", "))
        + ".";
  }
}
