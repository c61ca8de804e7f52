package io.plenary.kinds.choice;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.kinds.choice.PollDraft.DraftOption;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.BallotState;
import io.plenary.voting.VoteRules;
import io.plenary.words.Results;
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

  /** What a ballot contributes is the same for every question with options. */
  public static final BallotPaper<PollQuestion, Choice> PAPER =
      new Poll(new BallotState("p", 1, 1, Poll.State.OPEN, Results.HIDDEN), question("Which?"))
          .paper();

  private Polls() {}

  /** The word of a ballot that chooses these options, or abstains when there are none. */
  public static String word(String... options) {
    return PAPER.word(options.length == 0 ? Choice.abstaining() : Choice.of(options));
  }

  public static PollDraft draft(String question) {
    return new PollDraft(
        question, options("Yes", "No", "Maybe"), 2, "I have no view", Results.HIDDEN);
  }

  public static List<DraftOption> options(String... texts) {
    return Arrays.stream(texts).map(t -> new DraftOption(null, t, false)).toList();
  }

  public static PollQuestion question(String text) {
    return draft(text).check();
  }

  public static Poll poll(String id, Poll.State state) {
    return poll(id, 1, 1, state, Results.HIDDEN);
  }

  public static Poll poll(String id, long rev, long round, Poll.State state, Results results) {
    return new Poll(new BallotState(id, rev, round, state, results), question("Question " + id));
  }

  /** The poll that is there. */
  public static Poll in(EventState state, String id) {
    return (Poll) VoteRules.ballot(state, id);
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
    return new EventState(
        "e1", version, event(), List.of(new Room(HALL, 1, "Main hall", order, stage)), all);
  }

  public static EventState at(EventState state, String epoch, long version) {
    return new EventState(epoch, version, state.event(), state.rooms(), state.activities());
  }

  private static Event event() {
    return new Event(
        EVENT,
        1,
        "ABC234",
        new EventDetails(
            "Conference",
            LocalDate.of(2027, 3, 8),
            LocalDate.of(2027, 3, 9),
            ZoneId.of("Europe/London"),
            List.of()));
  }
}
