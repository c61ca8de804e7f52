package io.plenary.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Ending.Phase;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.toy.Toy;
import io.plenary.words.Results;
import io.plenary.words.Theme;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How an event ends, whatever kinds there are in it. */
class EventLifeTest {
  private final ModelStore store =
      new ModelStore(
          Polls.state(
              1,
              Stage.showing("p"),
              Polls.poll("p", State.OPEN),
              Polls.poll("q", State.DRAFT),
              Polls.poll("l", State.LOCKED)));

  private void commit(Change change) {
    assertEquals(Outcome.COMMITTED, store.commit(EventLife.allowed(store.state(), change)));
  }

  private Activity activity(String id) {
    return store.state().activities().get(id);
  }

  private RuleViolation refused(Function<EventState, Change> rule) {
    return assertThrows(
        RuleViolation.class, () -> EventLife.allowed(store.state(), rule.apply(store.state())));
  }

  private Room hall() {
    return store.state().room(Polls.HALL);
  }

  private void end() {
    commit(EventLife.end(store.state(), store.state().event().rev()));
  }

  private void reopen() {
    commit(EventLife.reopen(store.state(), store.state().event().rev()));
  }

  private void beside() {
    commit(RoomRules.stand(store.state(), Polls.HALL, Toy.of("t", State.OPEN)));
    commit(RoomRules.stand(store.state(), Polls.HALL, new Reactions("r", 1, 1, true)));
  }

  @Test
  @DisplayName("E11: one step closes everything that is open, whatever its kind, and leaves drafts")
  void ends() {
    beside();
    end();
    assertEquals(State.LOCKED, activity("p").state());
    assertEquals(State.DRAFT, activity("q").state());
    assertEquals(State.LOCKED, activity("t").state());
    assertFalse(activity("r").open());
    assertEquals(Phase.ENDED, store.state().event().ending().phase());
    assertEquals(Stage.View.JOIN, hall().stage().view(), "where the stage says goodbye");
    assertEquals("p", hall().stage().activity(), "and what was chosen can be shown again");
    assertTrue(EventLife.end(store.state(), 1).isEmpty(), "it is already so");
  }

  @Test
  @DisplayName("E11: nothing opens in an event that has ended, whatever the command")
  void nothingOpens() {
    beside();
    end();
    List<Function<EventState, Change>> commands =
        List.of(
            s -> Lifecycle.open(s, "q", activity("q").rev()),
            s -> Lifecycle.open(s, "p", activity("p").rev()),
            s -> Change.of(new PutActivity(activity("t").with(State.OPEN), Change.Answers.KEEP)),
            s -> Change.of(new PutActivity(activity("r").with(State.OPEN), Change.Answers.KEEP)));
    for (Function<EventState, Change> command : commands) {
      RuleViolation said = refused(command);
      assertEquals(Reason.WRONG_STATE, said.reason());
      assertEquals(
          "This event has ended, so nothing opens in it. Reopen the event first.",
          said.getMessage());
    }
    commit(Lifecycle.duplicate(store.state(), "p", "copy"));
    assertEquals(State.DRAFT, activity("copy").state(), "what opens nothing is done");
  }

  @Test
  @DisplayName("E11: taken back, what the end closed is open again, and on stage as before")
  void reopens() {
    beside();
    end();
    reopen();
    for (String id : List.of("p", "t", "r")) assertTrue(activity(id).open(), id);
    assertEquals(State.LOCKED, activity("l").state(), "it was locked before");
    assertEquals(Stage.showing("p"), hall().stage());
    assertFalse(store.state().event().ending().ended());
    assertTrue(EventLife.reopen(store.state(), 9).isEmpty(), "it is already so");
  }

  @Test
  @DisplayName("E11: what somebody changed after the end stays as they left it")
  void reopensOnlyWhatWasLeftAlone() {
    end();
    commit(Lifecycle.reset(store.state(), "p", activity("p").rev()));
    reopen();
    assertEquals(State.DRAFT, activity("p").state());
    assertEquals(Stage.View.JOIN, hall().stage().view());
  }

  @Test
  @DisplayName("E11: in an event of several rooms every stage shows what is open again")
  void reopensSeveralRooms() {
    commit(RoomPlan.add(store.state(), "r2", "Second", List.of(), Map.of()));
    commit(RoomPlan.add(store.state(), "r3", "Third", List.of(), Map.of()));
    commit(RoomRules.add(store.state(), "r2", Polls.poll("s", State.DRAFT), null));
    commit(Lifecycle.open(store.state(), "s", 1));
    end();
    assertEquals(State.LOCKED, activity("s").state());
    reopen();
    for (String id : List.of("p", "s")) assertTrue(activity(id).open(), id);
    assertEquals(Stage.showing("p"), hall().stage());
    assertEquals(Stage.showing("s"), store.state().room("r2").stage());
    assertEquals(Stage.join(), store.state().room("r3").stage());
  }

  @Test
  @DisplayName("E11: what was noted or shown after the end does not keep it closed")
  void reopensWhatWasOnlyNoted() {
    end();
    commit(Lifecycle.note(store.state(), "p", "Thank the panel."));
    commit(Lifecycle.show(store.state(), "p", activity("p").rev(), Results.EVERYONE));
    reopen();
    assertTrue(activity("p").open());
    assertEquals("Thank the panel.", ((WithNotes) activity("p")).notes());
    assertEquals(Stage.showing("p"), hall().stage());
  }

  @Test
  @DisplayName("E11: what was put on stage after the end gives way to what is open again")
  void theStageShowsWhatIsOpenAgain() {
    end();
    commit(RoomRules.stage(store.state(), Polls.HALL, Stage.View.ACTIVITY, "l"));
    reopen();
    assertEquals("p", hall().stage().activity());
    assertEquals(Stage.View.ACTIVITY, hall().stage().view());
  }

  @Test
  @DisplayName("E11: how the stage was arranged stays so, over the end and back")
  void theArrangementStays() {
    Rearrangement wanted =
        new Rearrangement(true, 125, Theme.LIGHT, new Rearrangement.Countdown(9L));
    commit(RoomRules.arrange(store.state(), Polls.HALL, wanted, 1));
    Arrangement before = hall().stage().arrangement();
    assertEquals(new Arrangement(true, 125, Theme.LIGHT, 9L), before);
    end();
    assertEquals(before, hall().stage().arrangement());
    reopen();
    assertEquals(new Stage(Stage.View.ACTIVITY, "p", before), hall().stage());
  }

  @Test
  @DisplayName("E11: while the event goes on, what is locked beside the run order is not finalised")
  void finalisesTheRunOrderAlone() {
    commit(RoomRules.stand(store.state(), Polls.HALL, Toy.of("t", State.LOCKED)));
    finalise();
    assertEquals(State.FINAL, activity("l").state());
    assertEquals(State.LOCKED, activity("t").state());
  }

  @Test
  @DisplayName("E11: finalised again, whatever was seen, nothing is left to do")
  void finalisesOnce() {
    finalise();
    assertTrue(finalised(7).isEmpty());
    end();
    finalise();
    assertTrue(finalised(1).isEmpty());
  }

  @Test
  @DisplayName("E11: an end that is finalised cannot be taken back, and nothing opens any more")
  void finalised() {
    beside();
    end();
    finalise();
    assertEquals(Phase.FINALISED, store.state().event().ending().phase());
    assertEquals(State.FINAL, activity("p").state());
    assertEquals(State.FINAL, activity("l").state());
    assertEquals(State.DRAFT, activity("q").state());
    assertEquals(
        "This event is finalised, so its end cannot be taken back. Duplicate it to use it again.",
        refused(s -> EventLife.reopen(s, s.event().rev())).getMessage());
    assertEquals(
        "This event is over and finalised, so nothing opens in it any more. Duplicate it to use it"
            + " again.",
        refused(s -> Lifecycle.open(s, "q", activity("q").rev())).getMessage());
  }

  private void finalise() {
    commit(finalised(store.state().event().rev()));
  }

  private Change finalised(long rev) {
    return EventLife.finalise(
        store.state(),
        rev,
        a ->
            a.closed() && !a.isFinal()
                ? Lifecycle.finalise(store.state(), a.id(), a.rev())
                : Change.none());
  }

  @Test
  @DisplayName(
      "E11: of an event that goes on, finalising all takes what is locked and leaves the rest")
  void finalisesWhatIsLocked() {
    finalise();
    assertEquals(State.FINAL, activity("l").state());
    assertEquals(State.OPEN, activity("p").state());
    assertFalse(store.state().event().ending().ended());
    end();
    assertEquals(State.LOCKED, activity("p").state());
  }

  @Test
  @DisplayName("E11: whoever decided on an older event is told, and nothing happens")
  void conflicts() {
    assertEquals(Reason.CONFLICT, refused(s -> EventLife.end(s, 7)).reason());
    assertEquals(
        Reason.CONFLICT,
        refused(
                s ->
                    EventLife.finalise(
                        s, 7, a -> Change.of(new PutActivity(a.lock(), Change.Answers.KEEP))))
            .reason());
    end();
    assertEquals(Reason.CONFLICT, refused(s -> EventLife.reopen(s, 1)).reason());
  }

  @Test
  @DisplayName(
      "E11: an opening that is decided on the moment before the end is not committed after it")
  void theyCollide() {
    EventState before = store.state();
    commit(RoomRules.stand(before, Polls.HALL, new Reactions("r", 1, 1, false)));
    EventState seen = store.state();
    Change opening =
        EventLife.allowed(
            seen,
            Change.of(
                new PutActivity(seen.activities().get("r").with(State.OPEN), Change.Answers.KEEP)));
    Change poll =
        EventLife.allowed(seen, Lifecycle.open(seen, "q", seen.activities().get("q").rev()));
    end();
    assertEquals(Outcome.CONFLICT, store.commit(opening));
    assertEquals(Outcome.CONFLICT, store.commit(poll));
    assertFalse(activity("r").open());
  }

  @Test
  void anArchivedEventIsAsItWas() {
    commit(EventLife.archive(store.state(), true));
    assertTrue(store.state().event().archived());
    assertTrue(activity("p").open());
    assertTrue(EventLife.archive(store.state(), true).isEmpty());
    commit(EventLife.archive(store.state(), false));
    assertFalse(store.state().event().archived());
  }
}
