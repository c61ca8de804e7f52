package io.plenary.voting;

import io.plenary.activity.Activity.State;
import io.plenary.event.EventDetails;
import io.plenary.words.Results;

/**
 * Where a ballot activity stands: everything of it but what it asks. Every transition makes the
 * next revision.
 *
 * @param round counts resets and edits of what is asked; a vote is for one round
 * @param results who sees the counts now
 * @param chosen who an organiser chose to see them: every new round begins with it, whatever was
 *     revealed in this one
 * @param smallGroup whether every vote shows at once, instead of in steps of several; decided when
 *     a draft is opened, and said to phones
 */
public record BallotState(
    String id,
    long rev,
    long round,
    State state,
    Results results,
    Results chosen,
    boolean smallGroup) {

  /** One whose counts are seen as chosen, and in steps. */
  public BallotState(String id, long rev, long round, State state, Results chosen) {
    this(id, rev, round, state, chosen, chosen, false);
  }

  /** Of an activity that was made just now. */
  public static BallotState draft(String id, Results chosen) {
    return new BallotState(id, 1, 1, State.DRAFT, chosen);
  }

  public BallotState with(State next) {
    return new BallotState(id, rev + 1, round, next, results, chosen, smallGroup);
  }

  /** Open; whoever voted before it was reopened keeps what was said to them. */
  public BallotState opened(EventDetails event) {
    boolean small = state == State.DRAFT ? event.smallGroup() : smallGroup;
    return new BallotState(id, rev + 1, round, State.OPEN, results, chosen, small);
  }

  /** Reveals or hides. Before it was ever open nothing can be revealed: then this is the choice. */
  public BallotState shown(Results next) {
    Results choice = state == State.DRAFT ? next : chosen;
    return new BallotState(id, rev + 1, round, state, next, choice, smallGroup);
  }

  /**
   * Another choice. What was revealed or hidden in this round, against the choice before, stays so.
   */
  public BallotState chosen(Results next) {
    Results seen = results == chosen ? next : results;
    return new BallotState(id, rev + 1, round, state, seen, next, smallGroup);
  }

  /** Something else is asked, in a round of its own; its results are seen as chosen. */
  public BallotState asking(Results next) {
    return new BallotState(id, rev + 1, round + 1, state, next, next, smallGroup);
  }

  /** The next round as a draft; its results are seen as chosen. */
  public BallotState again() {
    return new BallotState(id, rev + 1, round + 1, State.DRAFT, chosen);
  }
}
