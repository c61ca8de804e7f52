package io.plenary.activity;

import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Change.PutEvent;
import io.plenary.activity.Change.PutRoom;
import io.plenary.activity.Change.Write;
import io.plenary.event.Ending;
import io.plenary.event.Ending.Phase;
import io.plenary.event.Event;
import io.plenary.event.EventRules;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an event ends, is taken back, is finalised and is put away. Every rule that takes the
 * revision the organiser saw refuses with {@link Reason#CONFLICT} when the event has changed since,
 * unless what was asked for is already so.
 */
public final class EventLife {
  private EventLife() {}

  /**
   * Ends an event: closes everything that is open, in one change. Votes on their way keep their
   * grace. Every stage leaves what it shows; what was chosen for it stays chosen.
   */
  public static Change end(EventState state, long rev) {
    if (state.event().ending().ended()) return Change.none();
    Event event = seen(state, rev);
    List<Write> writes = new ArrayList<>();
    Set<String> closed = new HashSet<>();
    for (Activity each : inOrder(state)) {
      if (!each.open()) continue;
      closed.add(each.id());
      writes.add(new PutActivity(each.lock(), Answers.KEEP));
    }
    // Of every room, changed or not: whatever opens something at the same time must collide here.
    for (Room room : state.rooms()) {
      Stage stage = room.stage();
      writes.add(new PutRoom(room.with(stage.with(Stage.View.JOIN, stage.activity()))));
    }
    writes.add(new PutEvent(event.with(new Ending(Phase.ENDED, closed))));
    return new Change(writes);
  }

  /**
   * Takes the end back: what it closed is open again, unless somebody has brought it into another
   * state since, and the stage shows it. Notes and results shown or hidden are no other state.
   *
   * @throws RuleViolation {@link Reason#WRONG_STATE} once the event is finalised
   */
  public static Change reopen(EventState state, long rev) {
    Ending ending = state.event().ending();
    if (!ending.ended()) return Change.none();
    if (ending.isFinal()) {
      throw new RuleViolation(
          Reason.WRONG_STATE,
          "This event is finalised, so its end cannot be taken back. Duplicate it to use it"
              + " again.");
    }
    Event event = seen(state, rev);
    List<Write> writes = new ArrayList<>();
    Set<String> opened = new HashSet<>();
    for (Activity each : inOrder(state)) {
      Activity open = each.opened(event.details());
      if (!ending.closed().contains(each.id()) || open.lock().state() != each.state()) continue;
      opened.add(each.id());
      writes.add(new PutActivity(open, Answers.KEEP));
    }
    for (Room room : state.rooms()) {
      String back = onStage(room, opened);
      if (back == null) continue;
      writes.add(new PutRoom(room.with(room.stage().with(Stage.View.ACTIVITY, back))));
    }
    writes.add(new PutEvent(event.with(Ending.NONE)));
    return new Change(writes);
  }

  /**
   * What the stage of a room shows of what is open again: that of its run order, else what it
   * showed before; null when neither is.
   */
  private static @Nullable String onStage(Room room, Set<String> opened) {
    String chosen = room.stage().activity();
    return room.runOrder().stream()
        .filter(opened::contains)
        .findFirst()
        .orElse(chosen != null && opened.contains(chosen) ? chosen : null);
  }

  /** Whether the event is over for the room: it was ended, or its last day is past. */
  public static boolean over(EventState state, Instant now) {
    Event event = state.event();
    return event.ending().ended() || EventRules.past(event.details(), now);
  }

  /**
   * Ends for good whatever may be ended now: of an event that goes on, what is locked in a run
   * order; of one that is ended, everything that was in use, and the event with it. Done again it
   * does nothing, whatever revision was seen.
   *
   * @param finalise what a kind does to end one for good; no change when there is nothing to end
   */
  public static Change finalise(EventState state, long rev, Function<Activity, Change> finalise) {
    Ending ending = state.event().ending();
    List<Write> writes = new ArrayList<>();
    for (Activity each : inOrder(state)) {
      boolean locked = each.state() == Activity.State.LOCKED && state.runs(each);
      if (ending.ended() || locked) writes.addAll(finalise.apply(each).writes());
    }
    if (ending.ended() && !ending.isFinal()) {
      writes.add(new PutEvent(state.event().with(new Ending(Phase.FINALISED, Set.of()))));
    }
    if (writes.isEmpty()) return Change.none();
    seen(state, rev);
    return new Change(writes);
  }

  /** Puts the event away, or takes it out again. */
  public static Change archive(EventState state, boolean archived) {
    Event event = state.event();
    return event.archived() == archived
        ? Change.none()
        : Change.of(new PutEvent(event.archived(archived)));
  }

  /**
   * What may be committed of a change: in an event that is ended nothing is opened. Whatever opens
   * something writes its room, too, so that the end of the event collides with it.
   *
   * @throws RuleViolation {@link Reason#WRONG_STATE}
   */
  public static Change allowed(EventState state, Change change) {
    Map<String, Room> opening = new TreeMap<>();
    for (Write write : change.writes()) {
      if (write instanceof PutActivity put && opens(state, put.next())) {
        state.rooms().stream()
            .filter(room -> room.holds(put.next().id()))
            .forEach(room -> opening.put(room.id(), room));
      }
    }
    boolean ends =
        change.writes().stream()
            .anyMatch(w -> w instanceof PutEvent put && !put.next().ending().ended());
    if (state.event().ending().ended() && !ends && opensAny(state, change)) {
      throw new RuleViolation(
          Reason.WRONG_STATE,
          state.event().ending().isFinal()
              ? "This event is over and finalised, so nothing opens in it any more. Duplicate it to"
                  + " use it again."
              : "This event has ended, so nothing opens in it. Reopen the event first.");
    }
    for (Write write : change.writes()) {
      if (write instanceof PutRoom put) opening.remove(put.next().id());
    }
    if (opening.isEmpty()) return change;
    List<Write> writes = new ArrayList<>(change.writes());
    opening.values().forEach(room -> writes.add(new PutRoom(room.with(room.stage()))));
    return new Change(writes, change.answered());
  }

  private static boolean opensAny(EventState state, Change change) {
    return change.writes().stream()
        .anyMatch(w -> w instanceof PutActivity put && opens(state, put.next()));
  }

  private static boolean opens(EventState state, Activity next) {
    Activity before = state.activities().get(next.id());
    return next.open() && (before == null || !before.open());
  }

  private static List<Activity> inOrder(EventState state) {
    List<Activity> all = new ArrayList<>();
    for (Room room : state.rooms()) {
      all.addAll(state.inOrder(room).values());
      all.addAll(state.alwaysOn(room).values());
    }
    return all;
  }

  /**
   * @throws RuleViolation {@link Reason#CONFLICT} unless the event is as the sender saw it
   */
  public static Event seen(EventState state, long rev) {
    if (state.event().rev() == rev) return state.event();
    throw new RuleViolation(
        Reason.CONFLICT,
        "Somebody else changed the event just now. Look at it and do it again if you still want"
            + " to.");
  }
}
