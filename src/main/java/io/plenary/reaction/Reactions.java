package io.plenary.reaction;

import io.plenary.room.Activity;

/**
 * Whether a room may react: an activity that stands beside everything else. It counts taps and knows nobody, so it has no round to vote in
 * again, and nothing to make anonymous.
 */
public record Reactions(String id, long rev, long round, boolean on) implements Activity {
  public static final String KIND = "reactions";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String title() {
    return "Reactions";
  }

  @Override
  public boolean open() {
    return on;
  }

  /** Off is off: there is nothing left to read. */
  @Override
  public boolean closed() {
    return false;
  }

  @Override
  public boolean isFinal() {
    return false;
  }

  @Override
  public boolean sealed() {
    return false;
  }

  @Override
  public Reactions lock() {
    return turned(false);
  }

  @Override
  public Reactions fresh(String newId) {
    return new Reactions(newId, 1, 1, false);
  }

  Reactions turned(boolean next) {
    return new Reactions(id, rev + 1, round, next);
  }
}
