package io.plenary.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Stage.View;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.toy.Toy;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What stands in a room: there beside the run order, never in its way. */
class AlwaysOnTest {
  private final ModelStore store =
      new ModelStore(
          Polls.state(Polls.poll("p0", Poll.State.OPEN), Polls.poll("p1", Poll.State.DRAFT)));

  AlwaysOnTest() {
    commit(RoomRules.stand(store.state(), Polls.HALL, Toy.of("t", Toy.State.DRAFT)));
  }

  private void commit(Change change) {
    assertEquals(Outcome.COMMITTED, store.commit(change));
  }

  private Room room() {
    return store.state().room(Polls.HALL);
  }

  private Activity activity(String id) {
    return store.state().activities().get(id);
  }

  private static Reason refused(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(RuleViolation.class, work).reason();
  }

  @Test
  void itIsOfTheRoomAndNotInItsRunOrder() {
    assertEquals(List.of("t"), room().alwaysOn());
    assertEquals(List.of("p0", "p1"), room().runOrder());
    assertEquals(room(), store.state().roomOf("t"));
    assertEquals(List.of("t"), List.copyOf(store.state().alwaysOn(room()).keySet()));
    assertEquals(
        Reason.CONFLICT,
        refused(() -> RoomRules.stand(store.state(), Polls.HALL, Toy.of("t2", Toy.State.DRAFT))));
  }

  @Test
  void aNewRoomHasOneOfAKindAndSoManyActivities() {
    List<Poll> most =
        java.util.stream.IntStream.range(0, RoomRules.MAX_ACTIVITIES)
            .mapToObj(i -> Polls.poll("x" + i, Poll.State.DRAFT))
            .toList();
    RoomRules.begin(most, List.of(Toy.of("a", Toy.State.DRAFT)));
    assertEquals(
        Reason.CONFLICT,
        refused(
            () ->
                RoomRules.begin(
                    most, List.of(Toy.of("a", Toy.State.DRAFT), Toy.of("b", Toy.State.DRAFT)))));
    List<Poll> more = new java.util.ArrayList<>(most);
    more.add(Polls.poll("y", Poll.State.DRAFT));
    assertEquals(Reason.LIMIT_REACHED, refused(() -> RoomRules.begin(more, List.of())));
  }

  @Test
  void openingItLocksNothingAndLeavesTheStage() {
    Room before = room();
    commit(RoomRules.open(store.state(), ((Toy) activity("t")).with(Toy.State.OPEN)));
    assertTrue(activity("p0").open() && activity("t").open());
    assertEquals(before, room());
    commit(Lifecycle.open(store.state(), "p1", 1));
    assertTrue(activity("t").open() && !activity("p0").open());
  }

  @Test
  void itHasNoPlaceInTheRunOrder() {
    assertEquals(Reason.WRONG_STATE, refused(() -> RoomRules.move(store.state(), "t", null)));
    assertEquals(Reason.WRONG_STATE, refused(() -> RoomRules.move(store.state(), "p0", "t")));
    assertEquals(
        Reason.WRONG_STATE,
        refused(
            () ->
                RoomRules.add(store.state(), Polls.HALL, Polls.poll("n", Poll.State.DRAFT), "t")));
    assertEquals(
        Reason.WRONG_STATE,
        refused(() -> RoomRules.add(store.state(), Polls.HALL, (Toy) activity("t"), null)));
    commit(RoomRules.move(store.state(), "p1", null));
    commit(RoomRules.add(store.state(), Polls.HALL, Polls.poll("n", Poll.State.DRAFT), null));
    assertEquals(List.of("t"), room().alwaysOn());
  }

  @Test
  void theStageMayShowItAndFallsBackWhenItGoes() {
    commit(RoomRules.stage(store.state(), Polls.HALL, View.ACTIVITY, "t"));
    assertEquals(activity("t"), RoomRules.onStage(store.state(), room()));
    commit(RoomRules.drop(store.state(), activity("t")));
    assertEquals(Stage.join(), room().stage());
    assertEquals(List.of(), room().alwaysOn());
    assertEquals(List.of("p0", "p1"), room().runOrder());
  }

  /**
   * Whatever state it is in and wherever it is shown, the phones' one activity comes from the run
   * order.
   */
  @Property
  void itIsNeverTheOneActivityOfAttendees(
      @ForAll Toy.State toy, @ForAll Poll.State poll, @ForAll @IntRange(max = 2) int staged) {
    ModelStore some = new ModelStore(Polls.state(Polls.poll("p", poll)));
    some.commit(RoomRules.stand(some.state(), Polls.HALL, Toy.of("t", toy)));
    String shown = staged == 0 ? null : staged == 1 ? "p" : "t";
    if (shown != null) some.commit(RoomRules.stage(some.state(), Polls.HALL, View.ACTIVITY, shown));
    Activity seen = RoomRules.forAttendees(some.state(), some.state().room(Polls.HALL));
    boolean visible = poll == Poll.State.OPEN || ("p".equals(shown) && poll != Poll.State.DRAFT);
    if (visible) assertEquals("p", seen.id());
    else assertNull(seen);
  }

  @Test
  void aChangeOfItIsSeenByRevision() {
    Toy seen = (Toy) activity("t");
    commit(Change.of(new PutActivity(seen.with(Toy.State.OPEN), Change.Answers.KEEP)));
    assertEquals(
        Outcome.CONFLICT,
        store.commit(Change.of(new PutActivity(seen.with(Toy.State.LOCKED), Change.Answers.KEEP))));
  }
}
