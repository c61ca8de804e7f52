package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.Change.AddRoom;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.DropActivity;
import io.plenary.activity.Change.DropRoom;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Change.PutEvent;
import io.plenary.activity.Change.PutRoom;
import io.plenary.activity.Change.SameRooms;
import io.plenary.activity.Change.Write;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@link EventStore} describes, for one event in memory. Keeps every state it was ever in. */
public final class ModelStore {
  /** A committed change with the states around it. */
  public record Commit(EventState before, Change change, EventState after) {}

  public final List<EventState> history = new ArrayList<>();
  public final List<Commit> commits = new ArrayList<>();
  public final Map<String, Integer> answers = new HashMap<>();

  public ModelStore(EventState first) {
    history.add(first);
  }

  /** Null: there is no event. */
  public EventState state() {
    return history.get(history.size() - 1);
  }

  public void become(EventState next) {
    history.add(next);
  }

  public Outcome commit(Change change) {
    EventState before = state();
    if (before == null) return Outcome.GONE;
    for (Write w : change.writes()) if (moved(before, w)) return Outcome.CONFLICT;
    for (Write w : change.writes()) {
      if (w instanceof PutActivity p
          && p.answers() == Answers.MUST_BE_NONE
          && answers.getOrDefault(p.next().id(), 0) > 0) {
        return Outcome.HAS_ANSWERS;
      }
    }
    become(apply(before, change));
    commits.add(new Commit(before, change, state()));
    return Outcome.COMMITTED;
  }

  private static boolean moved(EventState s, Write w) {
    if (w instanceof PutEvent p) return s.event().rev() != p.next().rev() - 1;
    if (w instanceof SameRooms same) return !revisions(same.rooms()).equals(revisions(s.rooms()));
    if (w instanceof AddRoom a) {
      return s.rooms().stream().anyMatch(r -> r.id().equals(a.fresh().id()));
    }
    if (w instanceof DropRoom d) {
      return s.rooms().size() == 1 || s.room(d.last().id()).rev() != d.last().rev();
    }
    if (w instanceof PutRoom p) return s.room(p.next().id()).rev() != p.next().rev() - 1;
    if (w instanceof PutActivity p) return rev(s, p.next().id()) != p.next().rev() - 1;
    return rev(s, ((DropActivity) w).last().id()) != ((DropActivity) w).last().rev();
  }

  private static List<String> revisions(List<Room> rooms) {
    return rooms.stream().map(r -> r.id() + " " + r.rev()).toList();
  }

  private static long rev(EventState s, String activity) {
    Activity a = s.activities().get(activity);
    return a == null ? 0 : a.rev();
  }

  private EventState apply(EventState s, Change change) {
    Event event = s.event();
    Map<String, Room> rooms =
        s.rooms().stream()
            .collect(
                Collectors.toMap(
                    Room::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    Map<String, Activity> activities = new HashMap<>(s.activities());
    for (Write w : change.writes()) {
      if (w instanceof PutEvent p) event = p.next();
      else if (w instanceof PutRoom p) rooms.put(p.next().id(), p.next());
      else if (w instanceof AddRoom a) rooms.put(a.fresh().id(), a.fresh());
      else if (w instanceof DropRoom d) rooms.remove(d.last().id());
      else if (w instanceof PutActivity p) {
        activities.put(p.next().id(), p.next());
        if (p.answers() == Answers.DELETE) answers.remove(p.next().id());
      } else if (w instanceof DropActivity d) {
        activities.remove(d.last().id());
        answers.remove(d.last().id());
      }
    }
    return new EventState(
        s.epoch(), s.version() + 1, event, List.copyOf(rooms.values()), activities);
  }
}
