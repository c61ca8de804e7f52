package io.plenary.kinds.rating;

import io.plenary.voting.Tally;
import java.util.List;

/**
 * What ballots say together, by statement in the order of the rating.
 *
 * @param distributions of each statement how many gave it each point
 * @param noOpinion of each statement how many have no opinion on it
 */
public record RatingResult(List<Distribution> distributions, List<Long> noOpinion) {
  public RatingResult {
    distributions = List.copyOf(distributions);
    noOpinion = List.copyOf(noOpinion);
  }

  /**
   * What screens are told of it, in the shape in which the wire says it.
   *
   * @param counts of each statement, from the lowest point
   */
  public record Told(List<List<Long>> counts, List<Long> noOpinion) {}

  public Told told() {
    return new Told(distributions.stream().map(Distribution::counts).toList(), noOpinion);
  }

  public static RatingResult of(RatingSettings rating, Tally tally) {
    RatingScale scale = rating.scale();
    return new RatingResult(
        rating.ids().stream()
            .map(
                id ->
                    new Distribution(
                        scale.first(),
                        scale.values().stream()
                            .map(value -> tally.count(RatingBallots.entry(id, value)))
                            .toList()))
            .toList(),
        rating.ids().stream().map(id -> tally.count(RatingBallots.entry(id, null))).toList());
  }
}
