package io.plenary.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.toy.Toy;
import io.plenary.words.Results;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The lifecycle of kinds that are no polls; what it is for polls stands with their tests. */
class LifecycleTest {
  private static final Map<String, Function<EventState, Change>> FOR_RUN_ORDER =
      Map.of(
          "open", s -> Lifecycle.open(s, "x", 1),
          "lock", s -> Lifecycle.lock(s, "x", 1),
          "show", s -> Lifecycle.show(s, "x", 1, Results.EVERYONE),
          "delete", s -> Lifecycle.delete(s, "x", 1),
          "move", s -> Lifecycle.move(s, "x", null),
          "duplicate", s -> Lifecycle.duplicate(s, "x", "new"),
          "edit", s -> Lifecycle.edit(s, "x", 1, Polls.draft("Another")));

  private final ModelStore store =
      new ModelStore(Polls.state(Polls.poll("p", State.OPEN), Polls.poll("q", State.DRAFT)));

  private void commit(Change change) {
    assertEquals(Outcome.COMMITTED, store.commit(change));
  }

  private Activity activity(String id) {
    return store.state().activities().get(id);
  }

  private RuleViolation refused(Function<EventState, Change> rule) {
    return assertThrows(RuleViolation.class, () -> rule.apply(store.state()));
  }

  private void ring() {
    commit(RoomRules.add(store.state(), Polls.HALL, Toy.of("x", State.DRAFT), "p"));
  }

  @Test
  void aKindThatSaysNothingGoesTheWholeWay() {
    ring();
    assertEquals(
        "This bell is not open, so it cannot be locked.",
        refused(s -> Lifecycle.lock(s, "x", 1)).getMessage());
    assertEquals(
        "This bell was not opened yet, so there is nothing to finalise.",
        refused(s -> Lifecycle.finalise(s, "x", 1)).getMessage());
    commit(Lifecycle.open(store.state(), "x", 1));
    assertTrue(activity("x").open());
    assertEquals(State.LOCKED, activity("p").state(), "one is open at a time");
    assertTrue(Lifecycle.open(store.state(), "x", 1).isEmpty(), "it is already so");
    assertEquals(Reason.CONFLICT, refused(s -> Lifecycle.lock(s, "x", 1)).reason());
    commit(Lifecycle.lock(store.state(), "x", 2));
    commit(Lifecycle.move(store.state(), "x", null));
    commit(Lifecycle.duplicate(store.state(), "x", "copy"));
    assertEquals(List.of("x", "copy", "p", "q"), store.state().room(Polls.HALL).runOrder());
    assertEquals(Toy.of("copy", State.DRAFT).state(), activity("copy").state());
    assertTrue(Lifecycle.duplicate(store.state(), "x", "copy").isEmpty(), "sent again");
    Change again = Lifecycle.reset(store.state(), "x", 3);
    assertEquals(Answers.DELETE, ((PutActivity) again.writes().get(0)).answers());
    commit(again);
    assertEquals(2, activity("x").round());
    commit(Lifecycle.open(store.state(), "x", 4));
    commit(Lifecycle.finalise(store.state(), "x", 5));
    assertEquals(
        "This bell is finalised, so it cannot be opened any more. Duplicate it to ask again.",
        refused(s -> Lifecycle.open(s, "x", 6)).getMessage());
    commit(Lifecycle.anonymise(store.state(), "x"));
    assertTrue(activity("x").anonymised());
    commit(Lifecycle.delete(store.state(), "x", 7));
    assertFalse(store.state().activities().containsKey("x"));
  }

  @Test
  void aDraftOfAnotherKindChangesNothing() {
    ring();
    RuleViolation said = refused(s -> Lifecycle.edit(s, "x", 1, Polls.draft("Another")));
    assertEquals(Reason.BAD_DRAFT, said.reason());
    assertEquals(
        "This is of the kind toy, so it cannot be made one of the kind poll. Create that one beside"
            + " it.",
        said.getMessage());
    assertEquals(
        Reason.CONFLICT,
        refused(s -> Lifecycle.create(s, Polls.HALL, "x", Polls.draft("Another"), null)).reason());
  }

  @Test
  void countsAreShownOnlyOfWhatHasAny() {
    ring();
    assertEquals(
        Reason.WRONG_STATE, refused(s -> Lifecycle.show(s, "x", 1, Results.STAGE)).reason());
  }

  /**
   * Presenters may open what is in the run order, and nobody but organisers and moderators may turn
   * on what stands beside it: the commands for all kinds give nobody more than the kind's own.
   */
  @Test
  void questionsAreResetAndFinalisedAndNothingElse() {
    commit(RoomRules.stand(store.state(), Polls.HALL, Qa.off("x")));
    FOR_RUN_ORDER.forEach(
        (name, rule) ->
            assertTrue(
                List.of(Reason.WRONG_STATE, Reason.BAD_DRAFT).contains(refused(rule).reason()),
                name));
    assertEquals(
        "Questions are off. Make them read-only first, so that you see what is finalised.",
        refused(s -> Lifecycle.finalise(s, "x", 1)).getMessage());
    commit(Lifecycle.reset(store.state(), "x", 1));
    assertEquals(2, activity("x").round());
    commit(Lifecycle.end(store.state(), "x"));
    assertFalse(((Qa) activity("x")).shown(), "what was off stays unseen");
    assertEquals(
        "This Q&A is finalised, so it cannot be reset any more.",
        refused(s -> Lifecycle.reset(s, "x", 3)).getMessage());
  }

  @Test
  void reactionsTakeNoCommandForAllKinds() {
    commit(RoomRules.stand(store.state(), Polls.HALL, new Reactions("x", 1, 1, false)));
    FOR_RUN_ORDER.forEach((name, rule) -> refused(rule));
    assertEquals(Reason.WRONG_STATE, refused(s -> Lifecycle.reset(s, "x", 1)).reason());
    assertEquals(Reason.WRONG_STATE, refused(s -> Lifecycle.finalise(s, "x", 1)).reason());
  }
}
