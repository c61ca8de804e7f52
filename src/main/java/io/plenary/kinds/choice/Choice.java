package io.plenary.kinds.choice;

import java.util.List;
import java.util.TreeSet;

/**
 * What one person chose.
 *
 * @param options ids of the chosen options, sorted; empty when abstaining
 */
public record Choice(List<String> options, boolean abstain) {
  /** Sorts, so that equal choices are equal whatever the order they were tapped in. */
  public Choice {
    options = List.copyOf(new TreeSet<>(options));
  }

  public static Choice of(String... options) {
    return new Choice(List.of(options), false);
  }

  public static Choice abstaining() {
    return new Choice(List.of(), true);
  }
}
