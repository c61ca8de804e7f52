package io.plenary.kinds.ranking;

import io.plenary.words.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and how it may be answered: the part of a ranking that is frozen once a vote is in.
 *
 * @param options 2 to 15
 * @param places how many places people may give, 1 to the number of options
 * @param shuffled whether the options begin in an order of each person's own
 * @param abstain label of the explicit way to abstain; null offers none
 */
public record RankingSettings(
    String question,
    List<RankingOption> options,
    int places,
    boolean shuffled,
    Unranked unranked,
    @Nullable String abstain) {
  public RankingSettings {
    options = List.copyOf(options);
  }

  /** What an option counts on the ballot of somebody who gave it no place. */
  public enum Unranked implements Word {
    /** The mean of the points of the places left. */
    MEAN,
    /** Nothing. */
    ZERO
  }

  /** Ids of the options, in their order. */
  List<String> ids() {
    return options.stream().map(RankingOption::id).toList();
  }
}
