package io.plenary.kinds.reactions;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityType;

/**
 * Whether a room may react: an activity that stands beside everything else. It counts taps and
 * knows nobody, so it has no round to vote in again, and nothing to make anonymous.
 */
public record Reactions(String id, long rev, long round, boolean on) implements Activity {
  public static final String KIND = "reactions";

  private static final ActivityType TYPE = new Type();

  private record Type() implements ActivityType {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String noun() {
      return "room's reactions";
    }

    @Override
    public String objection(Step step) {
      return "Reactions are turned on and off, and nothing else can be done with them: nothing is"
          + " kept of who reacted.";
    }
  }

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public String title() {
    return "Reactions";
  }

  /** Off is a draft: there is nothing left to read. */
  @Override
  public State state() {
    return on ? State.OPEN : State.DRAFT;
  }

  @Override
  public Reactions with(State next) {
    return turned(next == State.OPEN);
  }

  @Override
  public Reactions lock() {
    return turned(false);
  }

  @Override
  public Reactions again() {
    return new Reactions(id, rev + 1, round + 1, false);
  }

  @Override
  public Reactions fresh(String newId) {
    return new Reactions(newId, 1, 1, on);
  }

  Reactions turned(boolean next) {
    return new Reactions(id, rev + 1, round, next);
  }
}
