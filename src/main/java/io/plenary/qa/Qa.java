package io.plenary.qa;

import io.plenary.room.Activity;

/**
 * Questions from the room: whether and how they are taken. The questions themselves are elsewhere. It stands in its room beside the run
 * order, so it stays open while polls come and go.
 *
 * @param round counts resets; a question and an upvote are for one round
 * @param asking whether new questions are taken while it is OPEN; upvotes may go on without
 * @param hidden whether it was off when it became final, and so stays unseen
 */
public record Qa(String id, long rev, long round, State state, boolean asking, QaSettings settings, boolean hidden) implements Activity {
  public static final String KIND = "qa";

  /**
   * DRAFT is off: attendees see nothing of it. OPEN is on. LOCKED can be read, and nothing asked or upvoted. FINAL stays so for good;
   * SEALED is FINAL once nobody can find out any more who asked and who upvoted.
   */
  public enum State { DRAFT, OPEN, LOCKED, FINAL, SEALED }

  public Qa(String id, long rev, long round, State state, boolean asking, QaSettings settings) {
    this(id, rev, round, state, asking, settings, false);
  }

  /** One for a new room: off, and ready to take questions when it is turned on. */
  public static Qa off(String id) {
    return new Qa(id, 1, 1, State.DRAFT, true, QaSettings.usual());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String title() {
    return "Questions";
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
    return state == State.FINAL || sealed();
  }

  @Override
  public boolean sealed() {
    return state == State.SEALED;
  }

  /** Whether people see it. */
  public boolean shown() {
    return state != State.DRAFT && !hidden;
  }

  /** Whether a question may be asked now. */
  public boolean takesQuestions() {
    return open() && asking;
  }

  @Override
  public Qa lock() {
    return with(State.LOCKED);
  }

  @Override
  public Qa fresh(String newId) {
    return new Qa(newId, 1, 1, State.DRAFT, true, settings);
  }

  Qa with(State next) {
    return new Qa(id, rev + 1, round, next, asking, settings, hidden);
  }

  Qa finalised() {
    return new Qa(id, rev + 1, round, State.FINAL, asking, settings, state == State.DRAFT);
  }

  Qa with(State next, boolean takes, QaSettings set) {
    return new Qa(id, rev + 1, round, next, takes, set);
  }
}
