package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.EventCache;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.service.QaBoard;
import io.plenary.kinds.qa.service.QaInterest;
import io.plenary.kinds.qa.service.QaViews;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.redis.Await;
import io.plenary.redis.store.RedisEventStore;
import io.plenary.redis.store.StoreTest;
import io.vertx.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Two events whose rooms, Q&As, questions and phones' ids all have the same ids, on one node and
 * one real store.
 */
class QaSameIdsTest extends StoreTest {
  private RedisEventStore events;
  private EventCache board;
  private Context owner;

  @BeforeEach
  void create() {
    owner = vertx.getOrCreateContext();
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    board = new EventCache(events, owner);
    for (String event : List.of("e", "f")) {
      Room room = new Room("r", 1, "Main hall", List.of(), List.of("q"), Stage.join());
      assertTrue(
          Await.result(
              events.create(
                  event(event, "ABCDE" + event.toUpperCase(java.util.Locale.ROOT)),
                  List.of(room),
                  List.of(QaDesk.open(Check.BEFORE, 10)))));
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
    assertEquals(2, waiting(views, board.peek("e").state(), qa));
    assertEquals(1, waiting(views, board.peek("f").state(), qa));
  }

  private static void ask(RedisQuestionStore store, String event, String phone, String asker) {
    Ask ask = QaDesk.question(phone, "question-of-" + phone, asker, "What next?");
    Await.result(store.ask(event, "q", List.of(ask)));
  }

  private static long waiting(QaViews views, EventState event, Qa qa) {
    return views.forOrganisers(event, qa).counts().waiting();
  }
}
