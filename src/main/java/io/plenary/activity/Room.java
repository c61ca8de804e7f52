package io.plenary.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place where things happen one after the other, with a stage of its own.
 *
 * @param rev rises with every change of this record
 * @param code what people type to join this room, without spaces; null while its event has this
 *     room alone and the event's code leads here
 * @param runOrder ids of what happens one after the other, in order
 * @param alwaysOn ids of what is there beside it, all the time
 */
public record Room(
    String id,
    long rev,
    String name,
    @Nullable String code,
    List<String> runOrder,
    List<String> alwaysOn,
    Stage stage) {
  public Room {
    runOrder = List.copyOf(runOrder);
    alwaysOn = List.copyOf(alwaysOn);
  }

  /** A room without a code, in which nothing stands. */
  public Room(String id, long rev, String name, List<String> runOrder, Stage stage) {
    this(id, rev, name, runOrder, List.of(), stage);
  }

  /** A room without a code. */
  public Room(
      String id, long rev, String name, List<String> runOrder, List<String> alwaysOn, Stage stage) {
    this(id, rev, name, null, runOrder, alwaysOn, stage);
  }

  /** Whether the activity is of this room, in its run order or always on. */
  public boolean holds(String activity) {
    return runOrder.contains(activity) || alwaysOn.contains(activity);
  }

  public Room with(Stage next) {
    return new Room(id, rev + 1, name, code, runOrder, alwaysOn, next);
  }

  Room named(String next) {
    return new Room(id, rev + 1, next, code, runOrder, alwaysOn, stage);
  }

  Room coded(@Nullable String next) {
    return new Room(id, rev + 1, name, next, runOrder, alwaysOn, stage);
  }

  /** The next revision with a changed run order. */
  Room ordered(Consumer<List<String>> edit) {
    return new Room(id, rev + 1, name, code, edited(runOrder, edit), alwaysOn, stage);
  }

  /** The next revision with other activities always on. */
  Room alwaysOn(Consumer<List<String>> edit) {
    return new Room(id, rev + 1, name, code, runOrder, edited(alwaysOn, edit), stage);
  }

  /** The next revision without an activity; a stage that shows it falls back to the join screen. */
  Room without(String activity) {
    Stage left = activity.equals(stage.activity()) ? stage.with(Stage.View.JOIN, null) : stage;
    Consumer<List<String>> gone = ids -> ids.remove(activity);
    return new Room(id, rev + 1, name, code, edited(runOrder, gone), edited(alwaysOn, gone), left);
  }

  private static List<String> edited(List<String> ids, Consumer<List<String>> edit) {
    List<String> next = new ArrayList<>(ids);
    edit.accept(next);
    return next;
  }
}
