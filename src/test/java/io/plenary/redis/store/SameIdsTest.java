package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Hub;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.service.QaBoard;
import io.plenary.kinds.qa.service.QaInterest;
import io.plenary.kinds.qa.service.QaViews;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.kinds.reactions.service.ReactionFrames;
import io.plenary.kinds.reactions.service.ReactionTicker;
import io.plenary.kinds.reactions.service.ReactionTotals;
import io.plenary.kinds.reactions.service.ReactionViews;
import io.plenary.redis.Await;
import io.vertx.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Two events whose rooms, Q&As, questions, phones' ids and reactions all have the same ids, on one
 * node and one real store.
 */
class SameIdsTest extends StoreTest {
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
      Room room = new Room("r", 1, "Main hall", List.of(), List.of("q", "x"), Stage.join());
      assertTrue(
          Await.result(
              events.create(
                  event(event, "ABCDE" + event.toUpperCase(java.util.Locale.ROOT)),
                  List.of(room),
                  List.of(QaDesk.open(Check.BEFORE, 10), REACTIONS))));
    }
  }

  @Test
  @DisplayName("O16 questions of one event are never those of another with the same ids")
  void questions() {
    RedisQuestionStore store = new RedisQuestionStore(link);
    QaBoard questions =
        new QaBoard(
            board,
            store,
            owner,
            () -> "feed",
            new QaInterest(() -> Set.of("e", "f"), () -> Instant.EPOCH));
    questions.start(vertx);
    Qa qa = (Qa) Await.result(board.refresh("e")).state().activities().get("q");
    Await.result(board.refresh("f"));
    QaViews views = new QaViews(questions);

    ask(store, "e", "phone-1", "asker-1");
    ask(store, "e", "phone-2", "asker-2");
    ask(store, "f", "phone-1", "asker-1");
    for (String event : List.of("e", "f")) Await.result(questions.refresh(event, "q"));
    assertEquals(2, waiting(views, "e", qa));
    assertEquals(1, waiting(views, "f", qa));
  }

  private static void ask(RedisQuestionStore store, String event, String phone, String asker) {
    Ask ask = QaDesk.question(phone, "question-of-" + phone, asker, "What next?");
    Await.result(store.ask(event, "q", List.of(ask)));
  }

  private static long waiting(QaViews views, String event, Qa qa) {
    return views.forOrganisers(event, qa).counts().waiting();
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

  private static long clapped(ReactionViews views, String event) {
    return views.forOrganisers(event, REACTIONS).totals().clap();
  }
}
