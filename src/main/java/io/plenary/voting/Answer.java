package io.plenary.voting;

import java.util.List;

/**
 * What a person sent, before it was checked.
 *
 * @param entries what was chosen or given, in the order it was sent; each kind says what an entry
 *     is
 * @param abstain whether the person chose to give nothing
 */
public record Answer(List<String> entries, boolean abstain) {
  public static final Answer ABSTAINED = new Answer(List.of(), true);

  public Answer {
    entries = List.copyOf(entries);
  }
}
