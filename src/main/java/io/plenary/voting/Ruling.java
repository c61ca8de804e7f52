package io.plenary.voting;

import io.plenary.words.Standing;

/**
 * What moderators decided of one family of answers in people's own words.
 *
 * @param rev counts the decisions, from 1
 * @param standing whether screens may show it; of a joined one nothing is asked
 * @param into the family that it is counted as, "" when it stands for itself
 * @param text what it is called, "" for the form that most people used
 */
public record Ruling(long rev, Standing standing, String into, String text) {
  /** Of one that nobody has decided anything about. */
  public static final Ruling NONE = new Ruling(0, Standing.UNDECIDED, "", "");
}
