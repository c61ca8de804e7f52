package io.plenary.voting;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;

/**
 * Judges a vote before it goes to the store. Whether the poll is still open is judged here only to
 * spare the store: the script that counts decides again, by its own clock and with the grace for
 * votes cast in time.
 */
public final class VoteRules {
  private VoteRules() {}

  /**
   * @throws RuleViolation {@link Reason#UNKNOWN_ACTIVITY}
   */
  public static BallotActivity ballot(EventState state, String id) {
    if (state.activities().get(id) instanceof BallotActivity found) return found;
    throw new RuleViolation(
        Reason.UNKNOWN_ACTIVITY, "There is no such activity. It may have been deleted.");
  }

  /**
   * The word of an answer that may be counted.
   *
   * @throws RuleViolation {@link Reason#NOT_OPEN}, {@link Reason#ACTIVITY_CHANGED} or {@link
   *     Reason#BAD_ANSWER}
   */
  public static String judge(BallotActivity poll, long round, Answer answer) {
    if (poll.round() != round) {
      throw new RuleViolation(
          Reason.ACTIVITY_CHANGED,
          "The poll was reset or changed after this vote was made. Vote again.");
    }
    if (poll.state() == Activity.State.DRAFT) {
      throw new RuleViolation(Reason.NOT_OPEN, "This poll is not open for voting.");
    }
    return poll.paper().write(answer);
  }
}
