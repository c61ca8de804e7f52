package io.plenary.voting;

import java.util.List;

/**
 * What a server plays to itself before people come.
 *
 * @param activity open
 * @param answers entries of the answers that each person gives, one after the other and again
 */
public record Rehearsal(BallotActivity activity, List<List<String>> answers) {
  public Rehearsal {
    answers = List.copyOf(answers);
  }
}
