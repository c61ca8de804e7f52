package io.plenary.kinds.points;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and how it may be answered: the part of a points poll that is frozen once a vote is
 * in.
 *
 * @param options 2 to 10
 * @param total points that each person gives, all of them: 1 to 1000
 * @param step points are given in multiples of it; divides the total
 * @param abstain label of the explicit way to abstain; null offers none
 */
public record PointsSettings(
    String question, List<PointsOption> options, int total, int step, @Nullable String abstain) {
  public PointsSettings {
    options = List.copyOf(options);
  }

  /** Ids of the options, in their order. */
  List<String> ids() {
    return options.stream().map(PointsOption::id).toList();
  }
}
