package io.plenary.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A place where things happen one after the other, with a stage of its own.
 *
 * @param rev rises with every change of this record
 * @param runOrder ids of its activities, in order
 */
public record Room(String id, long rev, String name, List<String> runOrder, Stage stage) {
  public Room {
    runOrder = List.copyOf(runOrder);
  }

  public Room with(Stage next) {
    return new Room(id, rev + 1, name, runOrder, next);
  }

  /** The next revision with a changed run order. */
  Room ordered(Consumer<List<String>> edit) {
    List<String> order = new ArrayList<>(runOrder);
    edit.accept(order);
    return new Room(id, rev + 1, name, order, stage);
  }
}
