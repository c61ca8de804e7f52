package io.plenary.kinds.reactions.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Hub;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.kinds.reactions.service.ReactionFrames;
import io.plenary.kinds.reactions.service.ReactionTicker;
import io.plenary.kinds.reactions.service.ReactionTotals;
import io.plenary.kinds.reactions.service.ReactionViews;
import io.plenary.redis.Await;
import io.plenary.redis.store.RedisEventStore;
import io.plenary.redis.store.StoreTest;
import io.vertx.core.Context;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two events whose rooms and reactions have the same ids, on one node and one real store. */
class ReactionSameIdsTest extends StoreTest {
  private static final Reactions REACTIONS = new Reactions("x", 1, 1, true);
  private RedisEventStore events;
  private EventCache board;
  private Context owner;

  @BeforeEach
  void create() {
    owner = vertx.getOrCreateContext();
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    board = new EventCache(events, owner);
    for (String event : List.of("e", "f")) {
      Room room = new Room("r", 1, "Main hall", List.of(), List.of("x"), Stage.join());
      assertTrue(
          Await.result(
              events.create(
                  event(event, "ABCDE" + event.toUpperCase(java.util.Locale.ROOT)),
                  List.of(room),
                  List.of(REACTIONS))));
    }
  }

  @Test
  @DisplayName("O16 reactions of one event are never those of another with the same ids")
  void reactions() {
    RedisReactionStore store = new RedisReactionStore(link);
    ReactionTotals totals = new ReactionTotals();
    EventCache nobody =
        new EventCache(events, owner); // pictures of rooms are not what this is about
    ReactionTicker ticker =
        new ReactionTicker(
            board,
            store,
            totals,
            new ReactionFrames(new SnapshotCache(nobody, null, new Hub()), new Hub()),
            owner);
    ticker.start(vertx);
    ReactionViews views = new ReactionViews(totals);
    for (String event : List.of("e", "f")) Await.result(board.get(event));

    Await.result(store.add("e", "x", new ReactionCounts(5, 0, 0, 0)));
    Await.result(store.add("f", "x", new ReactionCounts(2, 1, 0, 0)));
    ticker.moved(new ChangeNotification("e", "x"));
    Await.until(() -> clapped(views, "e") == 5);
    assertTrue(clapped(views, "f") <= 2, "only what was shown there");
    ticker.moved(new ChangeNotification("f", "x"));
    Await.until(() -> clapped(views, "f") == 2);
    assertEquals(5, clapped(views, "e"));
  }

  private long clapped(ReactionViews views, String event) {
    return views.forOrganisers(board.peek(event).state(), REACTIONS).totals().clap();
  }
}
