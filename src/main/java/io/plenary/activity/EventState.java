package io.plenary.activity;

import io.plenary.event.Event;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything organisers have said of one event, at one moment; no votes. Immutable, so any thread
 * may read it.
 *
 * @param epoch lineage of the versions; another epoch means that versions cannot be compared
 * @param version rises with every committed change of anything in here
 * @param opened when activities were opened last, by id, in epoch milliseconds of the store's
 *     clock; a draft is not in it
 */
public record EventState(
    String epoch,
    long version,
    Event event,
    List<Room> rooms,
    Map<String, Activity> activities,
    Map<String, Long> opened) {
  public EventState {
    rooms = List.copyOf(rooms);
    activities = Map.copyOf(activities);
    opened = Map.copyOf(opened);
  }

  /** Of which is not known when anything was opened. */
  public EventState(
      String epoch, long version, Event event, List<Room> rooms, Map<String, Activity> activities) {
    this(epoch, version, event, rooms, activities, Map.of());
  }

  /** When the activity was opened last, in epoch milliseconds; null when that is not known. */
  public @Nullable Long openedAt(Activity activity) {
    return opened.get(activity.id());
  }

  /**
   * @throws RuleViolation {@link Reason#UNKNOWN_ROOM}
   */
  public Room room(String id) {
    return rooms.stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new RuleViolation(Reason.UNKNOWN_ROOM, "There is no such room in this event."));
  }

  /** The room that holds the activity, in its run order or always on. */
  public Room roomOf(String activity) {
    return rooms.stream()
        .filter(r -> r.holds(activity))
        .findFirst()
        .orElseThrow(
            () -> new RuleViolation(Reason.UNKNOWN_ROOM, "This is in no room of the event."));
  }

  /** Whether the activity is in the run order of its room, not beside one. */
  public boolean runs(Activity activity) {
    return rooms.stream().anyMatch(room -> room.runOrder().contains(activity.id()));
  }

  /** The activities of a room's run order, in order, by id. */
  public Map<String, Activity> inOrder(Room room) {
    return found(room.runOrder());
  }

  /** What stands in a room, by id. */
  public Map<String, Activity> alwaysOn(Room room) {
    return found(room.alwaysOn());
  }

  private Map<String, Activity> found(List<String> ids) {
    Map<String, Activity> out = new LinkedHashMap<>();
    ids.forEach(
        id -> {
          Activity a = activities.get(id);
          if (a != null) out.put(id, a);
        });
    return out;
  }
}
