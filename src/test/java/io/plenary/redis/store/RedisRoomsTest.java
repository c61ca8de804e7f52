package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.RoomPlan;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.activity.service.EventStore.Place;
import io.plenary.activity.service.RoomCodes;
import io.plenary.redis.Await;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rooms come and go in the real store, with their links, codes and people. */
class RedisRoomsTest extends StoreTest {
  private static final Map<String, String> CODES =
      Map.of("r1", "AAAAAA", "r2", "BBBBBB", "r3", "CCCCCC");
  private RedisEventStore events;
  private RedisJoinStore joins;

  @BeforeEach
  void event() {
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    joins = new RedisJoinStore(link);
    assertTrue(
        Await.result(
            events.create(
                event("e", "H7K2MQ"),
                List.of(room("r1", "p")),
                List.of(poll("p", 1, 1, State.OPEN)))));
  }

  private LoadedEvent load() {
    return Await.result(events.load("e"));
  }

  private Outcome commit(Change change) {
    return Await.result(events.commit("e", change));
  }

  private Change add(String id, String name) {
    return RoomPlan.add(load().state(), id, name, List.of(), CODES);
  }

  @Test
  void aRoomHasLinksOfItsOwnAndTheFirstKeepsItsPeople() {
    Await.result(joins.join("e", "r1", List.of("x", "y")));
    assertEquals(Outcome.COMMITTED, commit(add("r2", "Annexe")));
    LoadedEvent loaded = load();
    assertEquals(List.of("r1", "r2"), loaded.state().rooms().stream().map(Room::id).toList());
    assertEquals(
        List.of("AAAAAA", "BBBBBB"), loaded.state().rooms().stream().map(Room::code).toList());
    assertEquals(Set.of("r1", "r2"), loaded.links().stage().keySet());
    assertNotEquals(loaded.links().remote().get("r1"), loaded.links().remote().get("r2"));
    assertEquals(2, Await.result(joins.joined("e", "r1")), "as before, when the room was alone");
    assertEquals(0, Await.result(joins.joined("e", "r2")));
    assertEquals(1, Await.result(joins.join("e", "r2", List.of("x"))).room());
    assertEquals(2, Await.result(joins.joined("e", null)), "one person in two rooms is one person");
    assertEquals(
        0,
        Await.result(joins.join("e", "nowhere", List.of("x"))).room(),
        "a room that is gone notes nobody");
    assertFalse(keys().contains("plenary:{e}:joined:nowhere"));
  }

  @Test
  @DisplayName("R8 a room's people are its own, whatever rooms were deleted and added beside it")
  void r8_aRoomsPeopleAreItsOwn() {
    commit(add("r2", "Annexe"));
    Await.result(joins.join("e", "r1", List.of("a", "b", "c")));
    Await.result(joins.join("e", "r2", List.of("d", "e", "f", "g", "h", "i", "j")));
    assertEquals(
        Outcome.COMMITTED,
        commit(RoomPlan.drop(load().state(), "r2", load().state().room("r2").rev())));
    assertEquals(
        Outcome.COMMITTED,
        commit(RoomPlan.add(load().state(), "r3", "Library", List.of(), Map.of("r3", "CCCCCC"))));
    assertEquals(3, Await.result(joins.joined("e", "r1")));
    assertEquals(0, Await.result(joins.joined("e", "r3")));
    assertEquals(
        10, Await.result(joins.joined("e", null)), "who has joined the event has joined it");
  }

  @Test
  void decisionsOnAnOlderListOfRoomsAreNotCarriedOut() {
    Change second = add("r2", "Annexe");
    Change also = add("r3", "Library");
    assertEquals(Outcome.COMMITTED, commit(second));
    Map<String, String> before = dump();
    assertEquals(Outcome.CONFLICT, commit(also));
    assertEquals(Outcome.CONFLICT, commit(second));
    assertEquals(before, dump());
    Change one = RoomPlan.drop(load().state(), "r1", load().state().room("r1").rev());
    Change other = RoomPlan.drop(load().state(), "r2", load().state().room("r2").rev());
    assertEquals(Outcome.COMMITTED, commit(one));
    assertEquals(Outcome.CONFLICT, commit(other), "an event keeps a room");
    assertEquals(List.of("r2"), load().state().rooms().stream().map(Room::id).toList());
  }

  @Test
  @DisplayName(
      "O21 of changes decided on the same rooms one is carried out: a name is given once, by adding"
          + " or renaming")
  void o21_namesAreCheckedInTheCommit() {
    commit(add("r2", "Annexe"));
    EventState seen = load().state();
    Change renamed = RoomPlan.rename(seen, "r1", seen.room("r1").rev(), "Library");
    Change other = RoomPlan.rename(seen, "r2", seen.room("r2").rev(), "library");
    Change added = RoomPlan.add(seen, "r3", "LIBRARY", List.of(), CODES);
    assertEquals(Outcome.COMMITTED, commit(renamed));
    Map<String, String> before = dump();
    assertEquals(Outcome.CONFLICT, commit(other));
    assertEquals(Outcome.CONFLICT, commit(added));
    assertEquals(before, dump());
  }

  @Test
  void aDeletedRoomLeavesNothingBehind() {
    Set<String> before = keys();
    commit(add("r2", "Annexe"));
    Await.result(joins.join("e", "r2", List.of("x")));
    LoadedEvent loaded = load();
    commit(
        new Change(
            List.of(
                new Change.PutActivity(poll("q", 1, 1, State.OPEN), Change.Answers.KEEP),
                new Change.PutRoom(
                    new Room(
                        "r2",
                        2,
                        "Annexe",
                        "BBBBBB",
                        List.of("q"),
                        List.of(),
                        loaded.state().room("r2").stage())))));
    assertEquals(Outcome.COMMITTED, commit(RoomPlan.drop(load().state(), "r2", 2)));
    assertFalse(
        keys().stream().anyMatch(k -> k.contains("r2") || k.contains(":q")), keys().toString());
    assertEquals(Set.of("r1"), load().links().stage().keySet());
    Await.result(events.keepCode("AAAAAA", new Place("e", "r1")));
    Await.result(events.delete("e"));
    assertEquals(Set.of(Keys.REWRITE), keys(), "neither of the event: " + before);
  }

  @Test
  void aCodeIsReservedMadeLastingAndFreed() {
    Place place = new Place("e", "r2");
    assertTrue(Await.result(events.reserveCode("BBBBBB", place)));
    assertFalse(Await.result(events.reserveCode("BBBBBB", new Place("e", "r3"))));
    assertFalse(Await.result(events.reserveCode("H7K2MQ", place)), "an event's code is not free");
    assertEquals(place, Await.result(events.byCode("BBBBBB")));
    assertTrue(send(Command.TTL, "plenary:code:BBBBBB").toInteger() > 0);
    assertFalse(Await.result(events.keepCode("BBBBBB", new Place("e", "r3"))));
    assertTrue(Await.result(events.keepCode("BBBBBB", place)));
    assertEquals(-1, send(Command.TTL, "plenary:code:BBBBBB").toInteger());
    Await.result(events.freeCode("BBBBBB", new Place("other", "r2")));
    assertEquals(place, Await.result(events.byCode("BBBBBB")));
    Await.result(events.freeCode("BBBBBB", place));
    assertNull(Await.result(events.byCode("BBBBBB")));
  }

  /** A crash between reserving, committing and keeping: each node that loads the event mends it. */
  @Test
  void aRoomThatIsThereGetsItsCodeWhateverCrashed() {
    Await.result(events.reserveCode("BBBBBB", new Place("e", "r2")));
    commit(add("r2", "Annexe"));
    EventCache board = new EventCache(events, vertx.getOrCreateContext());
    new RoomCodes(events, board, vertx.getOrCreateContext(), () -> "none");
    assertNull(
        Await.result(events.byCode("AAAAAA")), "this one was never reserved, or has expired");
    Await.result(board.get("e"));
    Await.until(() -> new Place("e", "r1").equals(Await.result(events.byCode("AAAAAA"))));
    Await.until(() -> send(Command.TTL, "plenary:code:BBBBBB").toInteger() == -1);
  }
}
