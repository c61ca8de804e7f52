package io.plenary.kinds.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity;
import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.Room;
import io.plenary.activity.RoomRules;
import io.plenary.activity.Stage;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.event.EventRules;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing leads out of final. */
class FinaliseRulesTest {
  private static final PollQuestion QUESTION =
      new PollQuestion(
          "What first?",
          List.of(new PollOption("a", "This", false), new PollOption("b", "That", false)),
          1,
          null);
  private static final PollDraft SAME =
      new PollDraft(
          "What first?",
          List.of(
              new PollDraft.DraftOption("a", "This", false),
              new PollDraft.DraftOption("b", "That", false)),
          1,
          null,
          Results.EVERYONE);
  private static final PollDraft OTHER =
      new PollDraft("What next?", SAME.options(), 1, null, Results.EVERYONE);

  private static EventDetails details(String last) {
    return new EventDetails(
        "Spring conference",
        LocalDate.of(2027, 3, 8),
        LocalDate.parse(last),
        ZoneId.of("Europe/London"),
        List.of());
  }

  private static EventState event(State p, State q) {
    return new EventState(
        "x",
        1,
        new Event("e", 1, "ABCDEF", details("2027-03-09")),
        List.of(new Room("r", 1, "Main hall", List.of("p", "q"), Stage.join())),
        Map.of(
            "p",
            new Poll(new BallotState("p", 4, 2, p, Results.HIDDEN), QUESTION),
            "q",
            new Poll(new BallotState("q", 4, 2, q, Results.HIDDEN), QUESTION)));
  }

  /** As the store would commit it. */
  private static EventState after(EventState state, Change change) {
    Map<String, Activity> activities = new HashMap<>(state.activities());
    List<Room> rooms = state.rooms();
    for (Change.Write write : change.writes()) {
      if (write instanceof Change.PutActivity put) activities.put(put.next().id(), put.next());
      if (write instanceof Change.PutRoom put) rooms = List.of(put.next());
    }
    return new EventState(state.epoch(), state.version() + 1, state.event(), rooms, activities);
  }

  private static Poll poll(EventState state, String id) {
    return Polls.in(state, id);
  }

  private static Reason refused(EventState state, Function<EventState, Change> rule) {
    return assertThrows(RuleViolation.class, () -> rule.apply(state)).reason();
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"OPEN", "LOCKED"})
  void endsAPollThatWasOpenedAndKeepsItsVotes(State was) {
    Change change = Lifecycle.finalise(event(was, State.DRAFT), "p", 4);
    assertEquals(
        List.of(
            new Change.PutActivity(
                new Poll(new BallotState("p", 5, 2, State.FINAL, Results.HIDDEN), QUESTION),
                Change.Answers.KEEP)),
        change.writes());
  }

  @Test
  void endsNoDraftAndNothingSomebodyElseChanged() {
    assertEquals(
        Reason.WRONG_STATE,
        refused(event(State.DRAFT, State.DRAFT), s -> Lifecycle.finalise(s, "p", 4)));
    assertEquals(
        Reason.CONFLICT,
        refused(event(State.OPEN, State.DRAFT), s -> Lifecycle.finalise(s, "p", 3)));
    assertEquals(
        Reason.UNKNOWN_ACTIVITY,
        refused(event(State.OPEN, State.DRAFT), s -> Lifecycle.finalise(s, "z", 4)));
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"FINAL", "ANONYMISED"})
  void isOverForGoodButCanStillBeShown(State is) {
    EventState state = event(is, State.OPEN);
    assertTrue(Lifecycle.finalise(state, "p", 1).isEmpty(), "it is already so");
    assertTrue(Lifecycle.lock(state, "p", 1).isEmpty());
    assertEquals(Reason.WRONG_STATE, refused(state, s -> Lifecycle.open(s, "p", 4)));
    assertEquals(Reason.WRONG_STATE, refused(state, s -> Lifecycle.reset(s, "p", 4)));
    assertEquals(Reason.WRONG_STATE, refused(state, s -> Lifecycle.edit(s, "p", 4, OTHER)));
    assertEquals(
        Results.EVERYONE, poll(after(state, Lifecycle.edit(state, "p", 4, SAME)), "p").results());
    assertEquals(
        State.DRAFT, poll(after(state, Lifecycle.duplicate(state, "p", "n")), "n").state());
    assertFalse(RoomRules.move(state, "p", "q").isEmpty());
    assertFalse(Lifecycle.delete(state, "p", 4).isEmpty());
    EventState staged =
        after(
            event(is, State.LOCKED),
            RoomRules.stage(event(is, State.LOCKED), "r", Stage.View.ACTIVITY, "p"));
    assertEquals(
        "p", RoomRules.forAttendees(staged, staged.room("r")).id(), "people see its result");
  }

  @Test
  void isAnonymisedOnlyWhenFinalAndOnce() {
    EventState state = event(State.FINAL, State.OPEN);
    assertEquals(
        State.ANONYMISED, poll(after(state, Lifecycle.anonymise(state, "p")), "p").state());
    for (State other : List.of(State.DRAFT, State.OPEN, State.LOCKED, State.ANONYMISED)) {
      assertTrue(Lifecycle.anonymise(event(other, State.OPEN), "p").isEmpty());
    }
  }

  /** Whatever organisers do, in whatever order, a final poll stays final and of its round. */
  @Property(tries = 500)
  void nothingLeadsOutOfFinal(@ForAll List<Byte> actions) {
    EventState state = event(State.OPEN, State.DRAFT);
    boolean ended = false;
    for (byte action : actions) {
      Poll was = poll(state, action % 2 == 0 ? "p" : "q");
      try {
        state = after(state, act(state, Math.floorMod(action, 17) / 2, was));
      } catch (RuleViolation e) {
        assertTrue(was.isFinal() || was.state() == State.DRAFT, e.getMessage());
      }
      Poll now = poll(state, was.id());
      ended |= now.isFinal();
      if (was.isFinal()) {
        assertEquals(
            List.of(true, was.round(), was.question()),
            List.of(now.isFinal(), now.round(), now.question()));
      }
    }
    net.jqwik.api.statistics.Statistics.label("a poll was final").collect(ended);
  }

  private static Change act(EventState state, int action, Poll poll) {
    return switch (action) {
      case 0, 1 -> Lifecycle.finalise(state, poll.id(), poll.rev());
      case 2 -> Lifecycle.open(state, poll.id(), poll.rev());
      case 3 -> Lifecycle.lock(state, poll.id(), poll.rev());
      case 4 -> Lifecycle.reset(state, poll.id(), poll.rev());
      case 5 -> Lifecycle.edit(state, poll.id(), poll.rev(), OTHER);
      case 6 -> Lifecycle.show(state, poll.id(), poll.rev(), Results.STAGE);
      default -> Lifecycle.anonymise(state, poll.id());
    };
  }

  @Test
  void anEventEndsWithItsLastDayWhereItTakesPlace() {
    assertEquals(Instant.parse("2027-03-10T00:00:00Z"), EventRules.end(details("2027-03-09")));
    assertEquals(
        Instant.parse("2027-03-28T23:00:00Z"),
        EventRules.end(details("2027-03-28")),
        "the day summer time began");
  }
}
