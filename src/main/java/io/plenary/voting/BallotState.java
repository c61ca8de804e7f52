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
 * @param notes what whoever runs it wants to remember, for nobody else; empty when there is nothing
 */
public record BallotState(
    String id,
    long rev,
    long round,
    State state,
    Results results,
    Results chosen,
    boolean smallGroup,
    String notes) {

  /** One whose counts are seen as chosen, and in steps. */
  public BallotState(String id, long rev, long round, State state, Results chosen) {
    this(id, rev, round, state, chosen, chosen, false);
  }

  /** One without notes. */
  public BallotState(
      String id,
      long rev,
      long round,
      State state,
      Results results,
      Results chosen,
      boolean smallGroup) {
    this(id, rev, round, state, results, chosen, smallGroup, "");
  }

  /** Of an activity that was made just now. */
  public static BallotState draft(String id, Results chosen) {
    return new BallotState(id, 1, 1, State.DRAFT, chosen);
  }

  public BallotState with(State next) {
    return new BallotState(id, rev + 1, round, next, results, chosen, smallGroup, notes);
  }

  /** Open; whoever voted before it was reopened keeps what was said to them. */
  public BallotState opened(EventDetails event) {
    boolean small = state == State.DRAFT ? event.smallGroup() : smallGroup;
    return new BallotState(id, rev + 1, round, State.OPEN, results, chosen, small, notes);
  }

  /** Reveals or hides. Before it was ever open nothing can be revealed: then this is the choice. */
  public BallotState shown(Results next) {
    Results choice = state == State.DRAFT ? next : chosen;
    return new BallotState(id, rev + 1, round, state, next, choice, smallGroup, notes);
  }

  /**
   * Another choice. What was revealed or hidden in this round, against the choice before, stays so.
   */
  public BallotState chosen(Results next) {
    Results seen = results == chosen ? next : results;
    return new BallotState(id, rev + 1, round, state, seen, next, smallGroup, notes);
  }

  /** Something else is asked, in a round of its own; its results are seen as chosen. */
  public BallotState asking(Results next) {
    return new BallotState(id, rev + 1, round + 1, state, next, next, smallGroup, notes);
  }

  /** The next round as a draft; its results are seen as chosen. */
  public BallotState again() {
    return new BallotState(id, rev + 1, round + 1, State.DRAFT, chosen, chosen, false, notes);
  }

  /** With other notes; nothing that anybody is asked or told changes by it. */
  public BallotState noted(String next) {
    return new BallotState(id, rev + 1, round, state, results, chosen, smallGroup, next);
  }

  /** As new and never answered, under another id, with its notes. */
  public BallotState fresh(String newId) {
    return draft(newId, chosen).with(notes);
  }

  /** As it was made, with these notes. */
  public BallotState with(String madeWith) {
    return new BallotState(id, rev, round, state, results, chosen, smallGroup, madeWith);
  }
}
