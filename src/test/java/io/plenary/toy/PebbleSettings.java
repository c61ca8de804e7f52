package io.plenary.toy;

import java.util.List;

/**
 * What is asked.
 *
 * @param abstain label of the way to abstain; null offers none
 */
public record PebbleSettings(String question, String abstain) {
  /** The jars into which people put their pebbles. */
  static final List<String> JARS = List.of("a", "b", "c");

  /** How many each person has. */
  static final int MOST = 4;
}
