package io.plenary.poll;

import io.plenary.room.Activity;

/**
 * A poll and where it stands; its votes are elsewhere.
 *
 * @param round counts resets and edits of the question; a vote is for one round
 */
public record Poll(String id, long rev, long round, Question question, State state, Results results) implements Activity {
  public static final String KIND = "poll";

  /**
   * A draft was not opened since it was made or reset. FINAL takes no votes ever again; SEALED is FINAL once nobody can find out
   * any more who voted what.
   */
  public enum State { DRAFT, OPEN, LOCKED, FINAL, SEALED }

  /** Who is sent the counts; organisers always are. */
  public enum Results { HIDDEN, STAGE, EVERYONE }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String title() {
    return question.text();
  }

  @Override
  public boolean open() {
    return state == State.OPEN;
  }

  @Override
  public boolean closed() {
    return state == State.LOCKED || isFinal();
  }

  @Override
  public boolean isFinal() {
    return state == State.FINAL || state == State.SEALED;
  }

  @Override
  public boolean sealed() {
    return state == State.SEALED;
  }

  @Override
  public Poll lock() {
    return with(State.LOCKED);
  }

  @Override
  public Poll fresh(String newId) {
    return new Poll(newId, 1, 1, question, State.DRAFT, results);
  }

  Poll with(State next) {
    return new Poll(id, rev + 1, round, question, next, results);
  }

  Poll with(Results next) {
    return new Poll(id, rev + 1, round, question, state, next);
  }
}
