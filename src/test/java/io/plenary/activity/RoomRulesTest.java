package io.plenary.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Rearrangement.Countdown;
import io.plenary.activity.Stage.View;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.words.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoomRulesTest {
  private static ModelStore store(State... states) {
    return new ModelStore(
        Polls.state(
            IntStream.range(0, states.length)
                .mapToObj(i -> Polls.poll("p" + i, states[i]))
                .toArray(Poll[]::new)));
  }

  private static Room room(ModelStore store) {
    return store.state().room(Polls.HALL);
  }

  private static void commit(ModelStore store, Change change) {
    assertEquals(io.plenary.activity.service.EventStore.Outcome.COMMITTED, store.commit(change));
  }

  private static Reason refused(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(RuleViolation.class, work).reason();
  }

  @Test
  void openingLocksTheOtherAndPutsItOnStage() {
    ModelStore store = store(State.DRAFT, State.OPEN, State.LOCKED);
    commit(store, Lifecycle.open(store.state(), "p2", 1));
    assertEquals(
        List.of(State.DRAFT, State.LOCKED, State.OPEN),
        store.state().inOrder(room(store)).values().stream().map(a -> ((Poll) a).state()).toList());
    assertEquals(Stage.showing("p2"), room(store).stage());
  }

  @Test
  void twoWhoOpenAtOnceCollide() {
    ModelStore store = store(State.DRAFT, State.DRAFT);
    Change one = Lifecycle.open(store.state(), "p0", 1);
    Change two = Lifecycle.open(store.state(), "p1", 1);
    commit(store, one);
    assertEquals(io.plenary.activity.service.EventStore.Outcome.CONFLICT, store.commit(two));
  }

  /**
   * After any move the same activities are there, the moved one where it was asked for, and the
   * others in their order.
   */
  @Property
  void aMoveIsAPermutation(
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll @IntRange(max = 11) int which,
      @ForAll @IntRange(max = 12) int where) {
    ModelStore store =
        store(IntStream.range(0, size).mapToObj(i -> State.DRAFT).toArray(State[]::new));
    String moved = "p" + which % size;
    String after = where == 0 ? null : "p" + (where - 1) % size;
    List<String> before = room(store).runOrder();
    Change change = RoomRules.move(store.state(), moved, after);
    if (!change.isEmpty()) commit(store, change);
    List<String> now = room(store).runOrder();
    List<String> others = new ArrayList<>(now);
    assertTrue(others.remove(moved));
    List<String> were = new ArrayList<>(before);
    were.remove(moved);
    assertEquals(were, others);
    if (!moved.equals(after)) {
      assertEquals(after == null ? 0 : now.indexOf(after) + 1, now.indexOf(moved));
    }
    assertEquals(before.equals(now), change.isEmpty(), "what changes nothing writes nothing");
  }

  @Test
  void nothingMovesAfterWhatIsGone() {
    ModelStore store = store(State.DRAFT, State.DRAFT);
    assertEquals(Reason.CONFLICT, refused(() -> RoomRules.move(store.state(), "p0", "gone")));
    assertEquals(Reason.UNKNOWN_ROOM, refused(() -> RoomRules.move(store.state(), "gone", "p0")));
  }

  @Test
  void whatIsNewComesWhereItWasAskedForOrAtTheEnd() {
    ModelStore store = store(State.DRAFT, State.DRAFT);
    commit(store, RoomRules.add(store.state(), Polls.HALL, Polls.poll("top", State.DRAFT), null));
    commit(store, RoomRules.add(store.state(), Polls.HALL, Polls.poll("mid", State.DRAFT), "p0"));
    commit(store, RoomRules.add(store.state(), Polls.HALL, Polls.poll("end", State.DRAFT), "gone"));
    assertEquals(List.of("top", "p0", "mid", "p1", "end"), room(store).runOrder());
  }

  @Test
  void aRunOrderHasAnEnd() {
    ModelStore store =
        store(IntStream.range(0, 99).mapToObj(i -> State.DRAFT).toArray(State[]::new));
    commit(store, RoomRules.add(store.state(), Polls.HALL, Polls.poll("last", State.DRAFT), null));
    assertEquals(
        Reason.LIMIT_REACHED,
        refused(
            () -> RoomRules.add(store.state(), Polls.HALL, Polls.poll("more", State.DRAFT), null)));
  }

  @Test
  void theStageFallsBackWhenItsActivityGoes() {
    for (View view : View.values()) {
      ModelStore store =
          new ModelStore(
              Polls.state(
                  1,
                  new Stage(view, "p0"),
                  Polls.poll("p0", State.OPEN),
                  Polls.poll("p1", State.DRAFT)));
      commit(store, RoomRules.drop(store.state(), store.state().activities().get("p1")));
      assertEquals(new Stage(view, "p0"), room(store).stage());
      commit(store, RoomRules.drop(store.state(), store.state().activities().get("p0")));
      assertEquals(Stage.join(), room(store).stage());
      assertTrue(room(store).runOrder().isEmpty() && store.state().activities().isEmpty());
    }
  }

  @Test
  void theJoinScreenCoversAndRemembers() {
    ModelStore store = store(State.DRAFT, State.DRAFT);
    assertEquals(
        Reason.WRONG_STATE,
        refused(() -> RoomRules.stage(store.state(), Polls.HALL, View.ACTIVITY, null)));
    assertEquals(
        Reason.UNKNOWN_ACTIVITY,
        refused(() -> RoomRules.stage(store.state(), Polls.HALL, View.ACTIVITY, "gone")));
    assertEquals(
        Reason.UNKNOWN_ROOM,
        refused(() -> RoomRules.stage(store.state(), "nowhere", View.JOIN, null)));
    commit(store, RoomRules.stage(store.state(), Polls.HALL, View.ACTIVITY, "p1"));
    commit(store, RoomRules.stage(store.state(), Polls.HALL, View.JOIN, null));
    assertEquals(new Stage(View.JOIN, "p1"), room(store).stage());
    assertTrue(RoomRules.stage(store.state(), Polls.HALL, View.JOIN, null).isEmpty());
    commit(store, RoomRules.stage(store.state(), Polls.HALL, View.ACTIVITY, null));
    assertEquals(Stage.showing("p1"), room(store).stage());
  }

  @Test
  void howTheStageShowsItIsTheRoomsAndAnotherActivityBeginsInItsOwnOrder() {
    ModelStore store = store(State.DRAFT, State.DRAFT);
    commit(store, RoomRules.stage(store.state(), Polls.HALL, View.ACTIVITY, "p0"));
    commit(store, arrange(store, true, null, null));
    commit(store, arrange(store, null, 125, Theme.LIGHT));
    Arrangement all = new Arrangement(true, 125, Theme.LIGHT);
    assertEquals(all, room(store).stage().arrangement());
    assertTrue(arrange(store, true, 125, null).isEmpty());
    commit(store, RoomRules.stage(store.state(), Polls.HALL, View.BLANK, null));
    commit(store, RoomRules.stage(store.state(), Polls.HALL, View.ACTIVITY, null));
    commit(store, Lifecycle.open(store.state(), "p0", 1));
    assertEquals(new Stage(View.ACTIVITY, "p0", all), room(store).stage());
    commit(store, Lifecycle.open(store.state(), "p1", 1));
    assertEquals(
        new Stage(View.ACTIVITY, "p1", new Arrangement(false, 125, Theme.LIGHT)),
        room(store).stage());
  }

  private static Change arrange(ModelStore store, Boolean byResult, Integer zoom, Theme theme) {
    Rearrangement wanted = new Rearrangement(byResult, zoom, theme, null);
    return RoomRules.arrange(store.state(), Polls.HALL, wanted, 0);
  }

  @Test
  void aStageThatGetsTheThemeOfTheEventFollowsItAgain() {
    ModelStore store = store(State.DRAFT);
    commit(store, arrange(store, null, null, Theme.LIGHT));
    assertEquals(Theme.LIGHT, room(store).stage().arrangement().theme());
    commit(store, arrange(store, null, null, Theme.DARK));
    assertNull(room(store).stage().arrangement().theme());
    assertTrue(arrange(store, null, null, Theme.DARK).isEmpty());
  }

  private static Change countdown(ModelStore store, Long until, long now) {
    Rearrangement wanted = new Rearrangement(null, null, null, new Countdown(until));
    return RoomRules.arrange(store.state(), Polls.HALL, wanted, now);
  }

  @Test
  void aCountdownEndsWithinADayAndGoesOnWhateverIsShown() {
    ModelStore store = store(State.DRAFT, State.DRAFT);
    long now = 1_000_000;
    long day = 24 * 60 * 60 * 1_000;
    assertEquals(Reason.BAD_DRAFT, refused(() -> countdown(store, now, now)));
    assertEquals(Reason.BAD_DRAFT, refused(() -> countdown(store, now + day + 1, now)));
    commit(store, countdown(store, now + day, now));
    assertEquals(now + day, room(store).stage().arrangement().until());
    assertTrue(countdown(store, now + day, now + day).isEmpty(), "said again, as it stands");
    commit(store, arrange(store, true, null, null));
    commit(store, Lifecycle.open(store.state(), "p1", 1));
    assertEquals(new Arrangement(false, 100, null, now + day), room(store).stage().arrangement());
    commit(store, countdown(store, null, now));
    assertEquals(Arrangement.PLAIN, room(store).stage().arrangement());
    assertTrue(countdown(store, null, now).isEmpty());
  }

  /** One room of three polls in any states, any of them (or none) on stage, covered or not. */
  @Property
  void attendeesSeeWhatIsOpenElseWhatWasOpenAndIsOnStage(
      @ForAll State a,
      @ForAll State b,
      @ForAll State c,
      @ForAll @IntRange(max = 3) int staged,
      @ForAll boolean covered) {
    List<Poll> polls = List.of(Polls.poll("p0", a), Polls.poll("p1", b), Polls.poll("p2", c));
    String chosen = staged == 3 ? null : "p" + staged;
    Stage stage = new Stage(covered || chosen == null ? View.JOIN : View.ACTIVITY, chosen);
    EventState state = Polls.state(1, stage, polls.toArray(Poll[]::new));
    Activity seen = RoomRules.forAttendees(state, state.room(Polls.HALL));
    if (polls.stream().anyMatch(Activity::open)) assertTrue(seen.open());
    else if (chosen != null
        && (polls.get(staged).state() == State.LOCKED || polls.get(staged).isFinal())) {
      assertEquals(chosen, seen.id());
    } else {
      assertNull(seen);
    }
    assertFalse(
        seen != null && ((Poll) seen).state() == State.DRAFT, "a draft reaches no attendee");
    assertEquals(
        chosen,
        RoomRules.onStage(state, state.room(Polls.HALL)) == null
            ? null
            : RoomRules.onStage(state, state.room(Polls.HALL)).id());
  }
}
