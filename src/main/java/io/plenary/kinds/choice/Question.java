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
public record Question(
    String text, List<Option> options, int maxChoices, @Nullable String abstain) {
  public Question {
    options = List.copyOf(options);
  }

  public Set<String> optionIds() {
    return options.stream().map(Option::id).collect(Collectors.toUnmodifiableSet());
  }
}
