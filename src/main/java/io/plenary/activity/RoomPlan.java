package io.plenary.activity;

import io.plenary.activity.Change.AddRoom;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.DropActivity;
import io.plenary.activity.Change.DropRoom;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Change.PutRoom;
import io.plenary.activity.Change.SameRooms;
import io.plenary.activity.Change.Write;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules of which rooms an event has. Once it has several, each has a join code of its own. */
public final class RoomPlan {
  public static final int MAX_ROOMS = 20;
  private static final int MAX_NAME = 60;

  private RoomPlan() {}

  /**
   * Adds a room.
   *
   * @param alwaysOn what stands in it, new
   * @param codes free join codes by room id: of the new room, and of every room that has none yet
   */
  public static Change add(
      EventState state,
      String id,
      String name,
      List<? extends Activity> alwaysOn,
      Map<String, String> codes) {
    if (state.rooms().size() >= MAX_ROOMS) throw full();
    List<Write> writes = new ArrayList<>();
    writes.add(new SameRooms(state.rooms()));
    List<String> ids = alwaysOn.stream().map(Activity::id).toList();
    writes.add(
        new AddRoom(
            new Room(id, 1, free(state, name, null), codes.get(id), List.of(), ids, Stage.join())));
    alwaysOn.forEach(a -> writes.add(new PutActivity(a, Answers.KEEP)));
    state.rooms().stream()
        .filter(r -> r.code() == null && codes.containsKey(r.id()))
        .forEach(r -> writes.add(new PutRoom(r.coded(codes.get(r.id())))));
    return new Change(writes);
  }

  /**
   * What a new event may begin with.
   *
   * @param names of its rooms, as somebody wrote them
   * @return the same, cleaned
   * @throws RuleViolation {@link Reason#LIMIT_REACHED}, or {@link Reason#BAD_DRAFT} when one is no
   *     name, or two are the same
   */
  public static List<String> begin(List<String> names) {
    if (names.size() > MAX_ROOMS) throw full();
    List<String> clean = names.stream().map(RoomPlan::clean).toList();
    for (int i = 0; i < clean.size(); i++) {
      String name = clean.get(i);
      if (clean.subList(0, i).stream().anyMatch(name::equalsIgnoreCase)) {
        throw new RuleViolation(
            Reason.BAD_DRAFT, "Two rooms are called " + name + ". Give one of them another name.");
      }
    }
    return clean;
  }

  /** Gives a room another name. */
  public static Change rename(EventState state, String roomId, long rev, String name) {
    Room room = state.room(roomId);
    String clean = free(state, name, roomId);
    if (clean.equals(room.name())) return Change.none();
    seen(room, rev);
    return Change.of(new SameRooms(state.rooms()), new PutRoom(room.named(clean)));
  }

  /** Deletes a room with everything in it; an event keeps at least one. */
  public static Change drop(EventState state, String roomId, long rev) {
    Room room = state.room(roomId);
    if (state.rooms().size() == 1) {
      throw new RuleViolation(
          Reason.WRONG_STATE, "This is the event's only room. Delete the event instead.");
    }
    seen(room, rev);
    List<Write> writes = new ArrayList<>();
    state.inOrder(room).values().forEach(a -> writes.add(new DropActivity(a)));
    state.alwaysOn(room).values().forEach(a -> writes.add(new DropActivity(a)));
    writes.add(new DropRoom(room));
    return new Change(writes);
  }

  private static void seen(Room room, long rev) {
    if (room.rev() != rev) {
      throw new RuleViolation(
          Reason.CONFLICT,
          "Somebody else changed this room just now. Look at it and do it again if you still want"
              + " to.");
    }
  }

  /**
   * @throws RuleViolation {@link Reason#BAD_DRAFT} when it is no name, or another room has it
   */
  private static String free(EventState state, String name, @Nullable String but) {
    String clean = clean(name);
    if (state.rooms().stream()
        .anyMatch(r -> r.name().equalsIgnoreCase(clean) && !r.id().equals(but))) {
      throw new RuleViolation(Reason.BAD_DRAFT, "Another room has this name already.");
    }
    return clean;
  }

  private static String clean(String name) {
    String clean = Texts.line(name);
    if (clean.isEmpty()) throw new RuleViolation(Reason.BAD_DRAFT, "Give the room a name.");
    if (Texts.length(clean) > MAX_NAME) {
      throw new RuleViolation(
          Reason.BAD_DRAFT, "The name is longer than " + MAX_NAME + " characters.");
    }
    return clean;
  }

  private static RuleViolation full() {
    return new RuleViolation(Reason.LIMIT_REACHED, "An event has at most " + MAX_ROOMS + " rooms.");
  }
}
