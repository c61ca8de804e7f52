package io.plenary.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A place where things happen one after the other, with a stage of its own.
 *
 * @param rev rises with every change of this record
 * @param runOrder ids of what happens one after the other, in order
 * @param standing ids of what is there beside it, all the time
 */
public record Room(String id, long rev, String name, List<String> runOrder, List<String> standing, Stage stage) {
  public Room {
    runOrder = List.copyOf(runOrder);
    standing = List.copyOf(standing);
  }

  /** A room in which nothing stands. */
  public Room(String id, long rev, String name, List<String> runOrder, Stage stage) {
    this(id, rev, name, runOrder, List.of(), stage);
  }

  /** Whether the activity is of this room, in its run order or standing. */
  public boolean holds(String activity) {
    return runOrder.contains(activity) || standing.contains(activity);
  }

  public Room with(Stage next) {
    return new Room(id, rev + 1, name, runOrder, standing, next);
  }

  /** The next revision with a changed run order. */
  Room ordered(Consumer<List<String>> edit) {
    return new Room(id, rev + 1, name, edited(runOrder, edit), standing, stage);
  }

  /** The next revision with other activities standing. */
  Room standing(Consumer<List<String>> edit) {
    return new Room(id, rev + 1, name, runOrder, edited(standing, edit), stage);
  }

  /** The next revision without an activity; a stage that shows it falls back to the join screen. */
  Room without(String activity) {
    Stage left = activity.equals(stage.activity()) ? Stage.join() : stage;
    Consumer<List<String>> gone = ids -> ids.remove(activity);
    return new Room(id, rev + 1, name, edited(runOrder, gone), edited(standing, gone), left);
  }

  private static List<String> edited(List<String> ids, Consumer<List<String>> edit) {
    List<String> next = new ArrayList<>(ids);
    edit.accept(next);
    return next;
  }
}
