package io.plenary.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomPlanTest {
  private static final Map<String, String> CODES =
      Map.of(Polls.HALL, "AAAAAA", "r2", "BBBBBB", "r3", "CCCCCC");
  private final ModelStore store = new ModelStore(Polls.state(Polls.poll("p", Poll.State.OPEN)));

  private EventState run(Change change) {
    assertEquals(Outcome.COMMITTED, store.commit(change));
    return store.state();
  }

  private EventState add(String id, String name) {
    return run(RoomPlan.add(store.state(), id, name, List.of(), CODES));
  }

  private static Reason refusal(Runnable rule) {
    return assertThrows(RuleViolation.class, rule::run).reason();
  }

  @Test
  void theSecondRoomGivesBothACode() {
    assertNull(store.state().rooms().get(0).code());
    EventState two = add("r2", " Annexe ");
    assertEquals(List.of("AAAAAA", "BBBBBB"), two.rooms().stream().map(Room::code).toList());
    assertEquals("Annexe", two.room("r2").name());
    EventState three = add("r3", "Library");
    assertEquals("AAAAAA", three.room(Polls.HALL).code(), "it keeps the first one");
    assertEquals(List.of("p"), three.room(Polls.HALL).runOrder());
  }

  @Test
  void twoWhoAddTheSecondRoomAtOnceDoNotBothMakeOne() {
    EventState one = store.state();
    run(RoomPlan.add(one, "r2", "Annexe", List.of(), CODES));
    assertEquals(
        Outcome.CONFLICT, store.commit(RoomPlan.add(one, "r3", "Library", List.of(), CODES)));
  }

  @Test
  @DisplayName("R5 two rooms whose names read the same are the same, composed or not")
  void r5_composedAndDecomposedNamesAreTheSame() {
    add("r2", "Caf\u00e9");
    assertEquals(
        Reason.BAD_DRAFT,
        refusal(() -> RoomPlan.add(store.state(), "r3", "Cafe\u0301", List.of(), CODES)));
    assertEquals(
        Reason.BAD_DRAFT, refusal(() -> RoomPlan.begin(List.of("Caf\u00e9", "cafe\u0301"))));
  }

  @Test
  void namesAreThereAndTellRoomsApart() {
    add("r2", "Annexe");
    for (String bad : new String[] {"", "  ", "annexe", "x".repeat(61)}) {
      assertEquals(
          Reason.BAD_DRAFT,
          refusal(() -> RoomPlan.add(store.state(), "r3", bad, List.of(), CODES)),
          bad);
    }
    Room annexe = store.state().room("r2");
    assertEquals(
        "ANNEXE",
        run(RoomPlan.rename(store.state(), "r2", annexe.rev(), "ANNEXE")).room("r2").name());
    assertEquals(
        Reason.CONFLICT,
        refusal(() -> RoomPlan.rename(store.state(), "r2", annexe.rev(), "Library")));
    assertTrue(
        RoomPlan.rename(store.state(), "r2", annexe.rev(), "ANNEXE").isEmpty(),
        "what is so already is no conflict");
    assertEquals(
        Reason.UNKNOWN_ROOM, refusal(() -> RoomPlan.rename(store.state(), "none", 1, "x")));
  }

  @Test
  void aNewEventBeginsWithRoomsLikeAnyOther() {
    assertEquals(List.of("Hall", "Annexe"), RoomPlan.begin(List.of(" Hall", "Annexe\u202E")));
    for (String bad : new String[] {"", "\u200B", "hall ", "x".repeat(61)}) {
      assertEquals(Reason.BAD_DRAFT, refusal(() -> RoomPlan.begin(List.of("Hall", bad))), bad);
    }
    List<String> most =
        java.util.stream.IntStream.range(0, RoomPlan.MAX_ROOMS).mapToObj(i -> "Room " + i).toList();
    assertEquals(most, RoomPlan.begin(most));
    assertEquals(
        Reason.LIMIT_REACHED,
        refusal(
            () ->
                RoomPlan.begin(
                    java.util.stream.Stream.concat(
                            most.stream(), java.util.stream.Stream.of("One more"))
                        .toList())));
  }

  @Test
  void aRoomGoesWithEverythingInIt() {
    add("r2", "Annexe");
    Room hall = store.state().room(Polls.HALL);
    assertEquals(
        Reason.CONFLICT, refusal(() -> RoomPlan.drop(store.state(), Polls.HALL, hall.rev() + 1)));
    EventState left = run(RoomPlan.drop(store.state(), Polls.HALL, hall.rev()));
    assertEquals(List.of("r2"), left.rooms().stream().map(Room::id).toList());
    assertEquals(Set.of(), left.activities().keySet());
    assertEquals(
        Reason.WRONG_STATE,
        refusal(() -> RoomPlan.drop(left, "r2", left.room("r2").rev())),
        "the last one stays");
  }

  @Test
  void twoWhoDeleteTheLastTwoRoomsAtOnceLeaveOne() {
    EventState two = add("r2", "Annexe");
    Change second = RoomPlan.drop(two, "r2", two.room("r2").rev());
    run(RoomPlan.drop(two, Polls.HALL, two.room(Polls.HALL).rev()));
    assertEquals(Outcome.CONFLICT, store.commit(second));
  }

  @Test
  void thereAreOnlySoMany() {
    for (int i = 2; i <= RoomPlan.MAX_ROOMS; i++) {
      run(
          RoomPlan.add(
              store.state(), "x" + i, "Room " + i, List.of(), Map.of("x" + i, "CODE" + i)));
    }
    assertEquals(Reason.LIMIT_REACHED, refusal(() -> add("r2", "One more")));
  }
}
