package io.plenary.toy;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityType;

/**
 * The smallest activity there can be: a bell that people ring. What another kind needs beside polls
 * is proved with it.
 */
public record Toy(String id, long rev, long round, String title, State state) implements Activity {
  public static final String KIND = "toy";
  private static final ActivityType TYPE = ActivityType.of(KIND, "bell");

  public static Toy of(String id, State state) {
    return new Toy(id, 1, 1, "Ring " + id, state);
  }

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public Toy again() {
    return new Toy(id, rev + 1, round + 1, title, State.DRAFT);
  }

  @Override
  public Toy fresh(String newId) {
    return new Toy(newId, 1, 1, title, State.DRAFT);
  }

  @Override
  public Toy with(State next) {
    return new Toy(id, rev + 1, round, title, next);
  }
}
