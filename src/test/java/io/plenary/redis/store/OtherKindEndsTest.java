package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.EventRules;
import io.plenary.hub.Broker.Hint;
import io.plenary.poll.service.PollKind;
import io.plenary.redis.Await;
import io.plenary.room.Activity;
import io.plenary.room.Room;
import io.plenary.room.RoomRules;
import io.plenary.room.Stage;
import io.plenary.room.service.Board;
import io.plenary.room.service.Catalog;
import io.plenary.room.service.Changes;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.Finaliser;
import io.plenary.room.service.Kinds;
import io.plenary.room.service.RoomCodes;
import io.plenary.room.service.Sealer;
import io.plenary.toy.Toy;
import io.plenary.toy.ToyKind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another kind is made in new rooms, hears of what moved, and is finalised, sealed and noted without a word of it in the services. */
class OtherKindEndsTest extends StoreTest {
  private static final Duration AFTER = Duration.ofHours(48);
  private final ToyKind toys = new ToyKind();
  private final List<Hint> pollHints = new ArrayList<>();
  private int forgotten;
  private Board board;
  private Kinds kinds;
  private Catalog catalog;
  private Changes changes;

  @BeforeEach
  void create() {
    Context owner = vertx.getOrCreateContext();
    RedisEventStore events = new RedisEventStore(link, ENTROPY, ToyFormat.POLLS_AND_TOYS);
    board = new Board(events, owner);
    kinds = new Kinds(board);
    kinds.add(toys);
    kinds.add(new PollKind(null, pollHints::add, null));
    changes = new Changes(events, board, owner);
    Iterator<String> ids = List.of("e", "r", "t", "x", "e2", "r2", "t2", "x2", "t3", "x3").iterator();
    Iterator<String> codes = List.of("ABCDEF", "GHJKLM").iterator();
    catalog = new Catalog(events, board, kinds, new RoomCodes(events, board, owner, () -> "none"), owner, ids::next, codes::next);
    toys.ready = true;
    toys.destroyed.clear();
    Await.result(catalog.create(event("e", "ABCDEF").details(), List.of()));
  }

  private Loaded load() {
    return Await.result(board.refresh("e"));
  }

  private Toy toy() {
    return (Toy) load().state().activities().values().stream().filter(Toy.class::isInstance).findFirst().orElseThrow();
  }

  private void open() {
    Toy draft = toy();
    Await.result(changes.run("e", s -> RoomRules.open(s, draft.with(Toy.State.OPEN))));
  }

  private void look(long afterTheEvent) {
    Sealer sealer = new Sealer(kinds, changes, () -> {
      forgotten++;
      return Future.succeededFuture();
    });
    var now = EventRules.end(event("e", "ABCDEF").details()).plusSeconds(afterTheEvent);
    Await.result(new Finaliser(catalog, kinds, changes, sealer, AFTER, () -> now).look());
  }

  @Test
  void itStandsInEveryNewRoomAndInItsCopyAsNew() {
    Room room = load().state().rooms().get(0);
    assertEquals(List.of(toy().id()), room.standing());
    assertEquals(List.of(), room.runOrder());
    open();
    String copy = Await.result(catalog.duplicate("e"));
    Loaded copied = Await.result(board.get(copy));
    assertEquals(1, copied.state().activities().size(), "one, and not a second beside the copied one");
    assertEquals(Toy.State.DRAFT, ((Toy) copied.state().activities().values().iterator().next()).state());
  }

  @Test
  void hintsGoToTheKindTheyAreOf() {
    load();
    kinds.moved(new Hint("e", toy().id()));
    assertEquals(List.of(new Hint("e", toy().id())), toys.hints);
    assertEquals(List.of(), pollHints);
    kinds.moved(new Hint("e", ""));
    kinds.moved(new Hint("elsewhere", "some"));
    assertEquals(List.of(new Hint("e", ""), new Hint("elsewhere", "some")), pollHints);
    assertEquals(3, toys.hints.size());
    Activity other = new Activity() {
      @Override public String id() { return "o"; }
      @Override public long rev() { return 1; }
      @Override public long round() { return 1; }
      @Override public String kind() { return "other"; }
      @Override public String title() { return "Other"; }
      @Override public boolean open() { return false; }
      @Override public boolean closed() { return false; }
      @Override public boolean isFinal() { return false; }
      @Override public boolean sealed() { return false; }
      @Override public Activity lock() { return this; }
      @Override public Activity fresh(String id) { return this; }
    };
    assertThrows(IllegalArgumentException.class, () -> kinds.of(other));
    assertThrows(IllegalArgumentException.class, () -> kinds.add(new ToyKind()));
    assertEquals(Stage.join(), load().state().rooms().get(0).stage());
  }

  @Test
  void itEndsLongAfterItsEventAndIsSealedAndNoted() {
    look(AFTER.toSeconds());
    assertEquals(Toy.State.DRAFT, toy().state(), "never used, so there is nothing to end");
    open();
    toys.restingMs = 1;
    look(AFTER.toSeconds());
    assertEquals(Toy.State.OPEN, toy().state(), "in use a moment ago");
    toys.restingMs = Long.MAX_VALUE;
    look(AFTER.toSeconds() - 1);
    assertEquals(Toy.State.OPEN, toy().state());
    toys.ready = false;
    look(AFTER.toSeconds());
    assertEquals(Toy.State.FINAL, toy().state());
    assertEquals(0, forgotten, "nothing is destroyed yet, so there is nothing to forget");
    toys.ready = true;
    look(0);
    assertEquals(Toy.State.SEALED, toy().state());
    assertEquals(Set.of(toy().id()), toys.destroyed);
    assertEquals(1, forgotten);
    look(AFTER.toSeconds());
    assertEquals(1, forgotten, "sealed once is sealed");
    assertTrue(toy().rev() > 1);
  }
}
