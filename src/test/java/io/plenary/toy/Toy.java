package io.plenary.toy;

import io.plenary.room.Activity;

/** The smallest activity there can be: a bell that people ring. What another kind needs beside polls is proved with it. */
public record Toy(String id, long rev, long round, String title, State state) implements Activity {
  public static final String KIND = "toy";

  public enum State { DRAFT, OPEN, LOCKED, FINAL, SEALED }

  public static Toy of(String id, State state) {
    return new Toy(id, 1, 1, "Ring " + id, state);
  }

  @Override
  public String kind() {
    return KIND;
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
  public Toy lock() {
    return with(State.LOCKED);
  }

  @Override
  public Toy fresh(String newId) {
    return new Toy(newId, 1, 1, title, State.DRAFT);
  }

  public Toy with(State next) {
    return new Toy(id, rev + 1, round, title, next);
  }
}
