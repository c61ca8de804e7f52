package io.plenary.kinds.points;

import io.plenary.voting.Tally;
import java.util.List;

/**
 * What ballots say together, in the order of the options and in the shape in which the wire says
 * it.
 *
 * @param points of each option, the sum of what it was given; divided by who voted it is the mean
 * @param givers how many gave each option any
 */
public record PointsResult(List<Long> points, List<Long> givers) {
  public static PointsResult of(PointsSettings asked, Tally tally) {
    return new PointsResult(
        asked.ids().stream().map(tally::count).toList(),
        asked.ids().stream().map(id -> tally.count(PointsBallots.givers(id))).toList());
  }
}
