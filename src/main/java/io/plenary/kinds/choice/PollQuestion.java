package io.plenary.kinds.choice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and how it may be answered: the part of a poll that is frozen once a vote is in.
 *
 * @param maxChoices 1 is single choice
 * @param abstain label of the explicit way to abstain; null offers none
 */
public record PollQuestion(
    String text, List<PollOption> options, int maxChoices, @Nullable String abstain) {
  public PollQuestion {
    options = List.copyOf(options);
  }

  public Set<String> optionIds() {
    return options.stream().map(PollOption::id).collect(Collectors.toUnmodifiableSet());
  }
}
