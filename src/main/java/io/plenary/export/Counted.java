package io.plenary.export;

import io.plenary.voting.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an activity with ballots, as a file may say them.
 *
 * @param tally of the ballots that are in the file, or what was published last
 * @param withheld whether people answered, and too few to show what: then a file says null for
 *     every number, and the tally is empty
 */
public record Counted(Tally tally, boolean withheld) {
  /** What a file says of a number. */
  public @Nullable Long shown(long count) {
    return withheld ? null : (Long) count;
  }

  /** The same for one that need not be whole. */
  public @Nullable Double shown(double number) {
    return withheld ? null : (Double) number;
  }

  /** A number in percent of those who voted, to one decimal; null when nobody did. */
  public @Nullable Double percent(long count) {
    var percent = Percent.of(count, tally.voted());
    return percent == null ? null : (Double) percent.doubleValue();
  }
}
