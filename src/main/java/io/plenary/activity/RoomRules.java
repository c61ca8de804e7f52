package io.plenary.activity;

import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Change.PutRoom;
import io.plenary.activity.Change.Write;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of run order and stage, the same for every kind of activity. */
public final class RoomRules {
  /** More than a week of conference; keeps a snapshot for organisers within one message. */
  public static final int MAX_ACTIVITIES = 100;

  private RoomRules() {}

  /**
   * Shows the join screen, nothing, or an activity of this room. {@code activity} null with
   * ACTIVITY means the one chosen before.
   */
  public static Change stage(
      EventState state, String roomId, Stage.View view, @Nullable String activity) {
    Room room = state.room(roomId);
    String shown = activity != null ? activity : room.stage().activity();
    if (view == Stage.View.ACTIVITY && shown == null) {
      throw new RuleViolation(Reason.WRONG_STATE, "Choose which activity the stage shall show.");
    }
    if (shown != null && !room.holds(shown)) {
      throw new RuleViolation(
          Reason.UNKNOWN_ACTIVITY,
          "There is no such activity in this room. It may have been deleted.");
    }
    Stage next = room.stage().with(view, shown);
    return next.equals(room.stage()) ? Change.none() : Change.of(new PutRoom(room.with(next)));
  }

  /**
   * Changes how the stage of a room shows what it shows.
   *
   * @param now in epoch milliseconds
   */
  public static Change arrange(EventState state, String roomId, Rearrangement wanted, long now) {
    Room room = state.room(roomId);
    Arrangement before = room.stage().arrangement();
    Arrangement next = wanted.of(before, state.event().details().look().theme(), now);
    return next.equals(before)
        ? Change.none()
        : Change.of(new PutRoom(room.with(room.stage().arranged(next))));
  }

  /**
   * Opens an activity of the run order: the one that was open in the room is locked, and the stage
   * shows the opened one, all in one change. What stands in the room opens beside whatever is open,
   * and leaves the stage alone.
   *
   * @param opened the activity in its next revision, open
   */
  public static Change open(EventState state, Activity opened) {
    Room room = state.roomOf(opened.id());
    if (room.alwaysOn().contains(opened.id())) {
      return Change.of(new PutActivity(opened, Answers.KEEP));
    }
    List<Write> writes = new ArrayList<>();
    state.inOrder(room).values().stream()
        .filter(a -> a.open() && !a.id().equals(opened.id()))
        .forEach(a -> writes.add(new PutActivity(a.lock(), Answers.KEEP)));
    writes.add(new PutActivity(opened, Answers.KEEP));
    writes.add(
        new PutRoom(
            room.with(
                room.stage().with(Stage.View.ACTIVITY, opened.id())))); // two at once collide here
    return new Change(writes);
  }

  /**
   * Adds a new activity after another one, at the end when {@code after} is gone, at the top when
   * it is null.
   */
  public static Change add(
      EventState state, String roomId, Activity fresh, @Nullable String after) {
    Room room = state.room(roomId);
    notAlwaysOn(room, fresh.id());
    notAlwaysOn(room, after);
    if (room.runOrder().size() >= MAX_ACTIVITIES) throw full();
    Room next =
        room.ordered(order -> order.add(after == null ? 0 : place(order, after), fresh.id()));
    return Change.of(new PutActivity(fresh, Answers.KEEP), new PutRoom(next));
  }

  /**
   * What a new room may begin with.
   *
   * @throws RuleViolation {@link Reason#LIMIT_REACHED}, or {@link Reason#CONFLICT} when two of one
   *     kind would stand in it
   */
  public static void begin(List<? extends Activity> runOrder, List<? extends Activity> alwaysOn) {
    if (runOrder.size() > MAX_ACTIVITIES) throw full();
    if (alwaysOn.stream().map(Activity::kind).distinct().count() < alwaysOn.size()) {
      throw new RuleViolation(
          Reason.CONFLICT,
          "Of what stands beside the run order, a room has one of each kind. Remove the second"
              + " one.");
    }
  }

  /** Adds a new activity that stands beside the run order: at most one of each kind. */
  public static Change stand(EventState state, String roomId, Activity fresh) {
    Room room = state.room(roomId);
    if (state.alwaysOn(room).values().stream().anyMatch(a -> a.kind().equals(fresh.kind()))) {
      throw new RuleViolation(
          Reason.CONFLICT, "This room has one already. Somebody else may have added it just now.");
    }
    return Change.of(
        new PutActivity(fresh, Answers.KEEP),
        new PutRoom(room.alwaysOn(ids -> ids.add(fresh.id()))));
  }

  /** Moves an activity of the run order to after another one of its room, or to the top. */
  public static Change move(EventState state, String activity, @Nullable String after) {
    Room room = state.roomOf(activity);
    notAlwaysOn(room, activity);
    notAlwaysOn(room, after);
    if (activity.equals(after)) return Change.none();
    if (after != null && !room.runOrder().contains(after)) {
      throw new RuleViolation(
          Reason.CONFLICT,
          "The activity to move it after is gone. Look at the run order and try again.");
    }
    Room next =
        room.ordered(
            order -> {
              order.remove(activity);
              order.add(after == null ? 0 : place(order, after), activity);
            });
    return next.runOrder().equals(room.runOrder()) ? Change.none() : Change.of(new PutRoom(next));
  }

  /** Deletes an activity; a stage that shows it falls back to the join screen. */
  public static Change drop(EventState state, Activity activity) {
    Room room = state.roomOf(activity.id());
    return Change.of(new Change.DropActivity(activity), new PutRoom(room.without(activity.id())));
  }

  /**
   * What attendees of a room see of its run order: what is open, else what was open and is on
   * stage, else nothing (null). What stands in the room they see beside it.
   */
  public static @Nullable Activity forAttendees(EventState state, Room room) {
    for (Activity a : state.inOrder(room).values()) {
      if (a.open()) return a;
    }
    Activity staged = onStage(state, room);
    return staged != null && staged.closed() && !room.alwaysOn().contains(staged.id())
        ? staged
        : null;
  }

  /**
   * The activity chosen for the stage, also while the join screen covers it; null when there is
   * none.
   */
  public static @Nullable Activity onStage(EventState state, Room room) {
    return room.stage().activity() == null ? null : state.activities().get(room.stage().activity());
  }

  private static void notAlwaysOn(Room room, @Nullable String activity) {
    if (activity != null && room.alwaysOn().contains(activity)) {
      throw new RuleViolation(
          Reason.WRONG_STATE, "This stands beside the run order, so it has no place in it.");
    }
  }

  private static RuleViolation full() {
    return new RuleViolation(
        Reason.LIMIT_REACHED,
        "A room's run order holds at most " + MAX_ACTIVITIES + " activities.");
  }

  private static int place(List<String> order, String after) {
    int at = order.indexOf(after);
    return at < 0 ? order.size() : at + 1;
  }
}
