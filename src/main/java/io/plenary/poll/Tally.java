package io.plenary.poll;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts of one round of a poll.
 *
 * @param version rises with every batch of votes and every reset, never falls within an epoch; 0 is older than any that was counted
 * @param counts by option id; an absent option has none
 * @param voted people whose counted vote chooses something: the base of percentages
 * @param abstained people whose counted vote abstains
 * @param late people whose latest vote came too late
 */
public record Tally(long round, long version, Map<String, Long> counts, long voted, long abstained, long late) {
  public Tally {
    Map<String, Long> some = new HashMap<>(counts);
    some.values().removeIf(n -> n == 0); // the last voter of an option may have gone to another
    counts = Map.copyOf(some);
  }

  public static Tally none(long round) {
    return new Tally(round, 0, Map.of(), 0, 0, 0);
  }

  public long count(String option) {
    return counts.getOrDefault(option, 0L);
  }

  public boolean hasVotes() {
    return voted + abstained > 0;
  }
}
