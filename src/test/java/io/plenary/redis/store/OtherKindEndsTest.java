package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity;
import io.plenary.activity.Room;
import io.plenary.activity.RoomRules;
import io.plenary.activity.Stage;
import io.plenary.activity.service.Anonymiser;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.Changes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Finaliser;
import io.plenary.activity.service.Kinds;
import io.plenary.activity.service.RoomCodes;
import io.plenary.event.EventRules;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.redis.Await;
import io.plenary.toy.Toy;
import io.plenary.toy.ToyKind;
import io.plenary.voting.service.BallotActivityKind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Another kind is made in new rooms, hears of what moved, and is finalised, anonymised and noted
 * without a word of it in the services.
 */
class OtherKindEndsTest extends StoreTest {
  private static final Duration AFTER = Duration.ofHours(48);
  private final ToyKind toys = new ToyKind();
  private final List<ChangeNotification> pollHints = new ArrayList<>();
  private int forgotten;
  private EventCache board;
  private RedisEventStore events;
  private RedisEventIndex index;
  private Kinds kinds;
  private Catalog catalog;
  private Changes changes;

  @BeforeEach
  void create() {
    Context owner = vertx.getOrCreateContext();
    events = new RedisEventStore(link, ENTROPY, ToyFormat.POLLS_AND_TOYS);
    board = new EventCache(events, owner);
    index = new RedisEventIndex(vertx, link, FORMATS);
    kinds = new Kinds(board);
    kinds.add(toys);
    kinds.add(new BallotActivityKind(new PollKind(), null, pollHints::add, null));
    changes = new Changes(events, board, owner);
    Iterator<String> ids =
        List.of("e", "r", "t", "x", "e2", "r2", "t2", "x2", "t3", "x3").iterator();
    Iterator<String> codes = List.of("ABCDEF", "GHJKLM").iterator();
    catalog =
        new Catalog(
            events,
            index,
            board,
            kinds,
            new RoomCodes(events, board, owner, () -> "none"),
            owner,
            ids::next,
            codes::next);
    toys.ready = true;
    toys.destroyed.clear();
    Await.result(catalog.create(event("e", "ABCDEF").details(), List.of()));
  }

  private LoadedEvent load() {
    return Await.result(board.refresh("e"));
  }

  private Toy toy() {
    return (Toy)
        load().state().activities().values().stream()
            .filter(Toy.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private void open() {
    Toy draft = toy();
    Await.result(changes.run("e", s -> RoomRules.open(s, draft.with(Toy.State.OPEN))));
  }

  private void look(long afterTheEvent) {
    Anonymiser anonymiser =
        new Anonymiser(
            kinds,
            changes,
            () -> {
              forgotten++;
              return Future.succeededFuture();
            },
            board.failures());
    var now = EventRules.end(event("e", "ABCDEF").details()).plusSeconds(afterTheEvent);
    Await.result(
        new Finaliser(events, index, kinds, changes, anonymiser, board.failures(), AFTER, () -> now)
            .look());
  }

  @Test
  void itStandsInEveryNewRoomAndInItsCopyAsNew() {
    Room room = load().state().rooms().get(0);
    assertEquals(List.of(toy().id()), room.alwaysOn());
    assertEquals(List.of(), room.runOrder());
    open();
    String copy = Await.result(catalog.duplicate("e", d -> d));
    LoadedEvent copied = Await.result(board.get(copy));
    assertEquals(
        1, copied.state().activities().size(), "one, and not a second beside the copied one");
    assertEquals(
        Toy.State.DRAFT, ((Toy) copied.state().activities().values().iterator().next()).state());
  }

  @Test
  void hintsGoToTheKindTheyAreOf() {
    load();
    kinds.moved(new ChangeNotification("e", toy().id()));
    assertEquals(List.of(new ChangeNotification("e", toy().id())), toys.hints);
    assertEquals(List.of(), pollHints);
    kinds.moved(new ChangeNotification("e", ""));
    kinds.moved(new ChangeNotification("elsewhere", "some"));
    assertEquals(
        List.of(new ChangeNotification("e", ""), new ChangeNotification("elsewhere", "some")),
        pollHints);
    assertEquals(3, toys.hints.size());
    Activity other = new Reactions("o", 1, 1, true);
    assertThrows(IllegalArgumentException.class, () -> kinds.of(other));
    assertThrows(IllegalArgumentException.class, () -> kinds.add(new ToyKind()));
    assertEquals(Stage.join(), load().state().rooms().get(0).stage());
  }

  @Test
  void itEndsLongAfterItsEventAndIsAnonymisedAndNoted() {
    look(AFTER.toSeconds());
    assertEquals(Toy.State.DRAFT, toy().state(), "never used, so there is nothing to end");
    open();
    toys.idleMillis = 1;
    look(AFTER.toSeconds());
    assertEquals(Toy.State.OPEN, toy().state(), "in use a moment ago");
    toys.idleMillis = Long.MAX_VALUE;
    look(AFTER.toSeconds() - 1);
    assertEquals(Toy.State.OPEN, toy().state());
    toys.ready = false;
    look(2 * AFTER.toSeconds());
    assertEquals(Toy.State.FINAL, toy().state());
    assertEquals(0, forgotten, "nothing is destroyed yet, so there is nothing to forget");
    toys.ready = true;
    look(0);
    assertEquals(Toy.State.ANONYMISED, toy().state());
    assertEquals(Set.of(toy().id()), toys.destroyed);
    assertEquals(1, forgotten);
    look(2 * AFTER.toSeconds());
    assertEquals(1, forgotten, "anonymised once is anonymised");
    assertTrue(toy().rev() > 1);
  }
}
