package io.plenary.poll;

import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.poll.Draft.DraftOption;
import io.plenary.room.Activity;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.Stage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Polls, rooms and states for tests. */
public final class Polls {
  public static final String EVENT = "ev";
  public static final String HALL = "hall";

  private Polls() {}

  public static Draft draft(String question) {
    return new Draft(question, options("Yes", "No", "Maybe"), 2, "I have no view", Poll.Results.HIDDEN);
  }

  public static List<DraftOption> options(String... texts) {
    return Arrays.stream(texts).map(t -> new DraftOption(null, t, false)).toList();
  }

  public static Question question(String text) {
    return draft(text).check();
  }

  public static Poll poll(String id, Poll.State state) {
    return poll(id, 1, 1, state, Poll.Results.HIDDEN);
  }

  public static Poll poll(String id, long rev, long round, Poll.State state, Poll.Results results) {
    return new Poll(id, rev, round, question("Question " + id), state, results);
  }

  /** One event with one room that holds these polls in this order; nothing on stage. */
  public static EventState state(Poll... polls) {
    return state(1, Stage.join(), polls);
  }

  public static EventState state(long version, Stage stage, Poll... polls) {
    Map<String, Activity> all = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (Poll p : polls) {
      all.put(p.id(), p);
      order.add(p.id());
    }
    return new EventState("e1", version, event(), List.of(new Room(HALL, 1, "Main hall", order, stage)), all);
  }

  public static EventState at(EventState state, String epoch, long version) {
    return new EventState(epoch, version, state.event(), state.rooms(), state.activities());
  }

  private static Event event() {
    return new Event(EVENT, 1, "ABC234",
        new EventDetails("Conference", LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 9), ZoneId.of("Europe/London"), List.of()));
  }
}
