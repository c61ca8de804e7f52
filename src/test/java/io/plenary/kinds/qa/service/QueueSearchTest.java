package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.plenary.abuse.Abuse;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.wire.QaMessage.GetQueue;
import io.plenary.kinds.qa.wire.QaServerMessage.QueuePage;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.kinds.qa.wire.QueueWire.QueueItem;
import io.plenary.protocol.ServerMessage;
import io.plenary.redis.Await;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching is done by the one worker there is, not by the loop everything else waits for. */
class QueueSearchTest {
  private static final Qa QA = new Qa("qa", 1, 1, Qa.State.OPEN, true, QaSettings.usual());
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(1));
  private final Context owner = vertx.getOrCreateContext();
  private final EventCache board =
      new EventCache(
          new Connection(
              new ModelStore(
                  new EventState(
                      "epoch",
                      1,
                      new Event(
                          "e",
                          1,
                          "ABC234",
                          new EventDetails(
                              "Event",
                              LocalDate.EPOCH,
                              LocalDate.EPOCH,
                              ZoneOffset.UTC,
                              List.of())),
                      List.of(new Room("r", 1, "Hall", List.of(), List.of("qa"), Stage.join())),
                      Map.of("qa", QA)))),
          owner);
  private Queue queue;

  @BeforeEach
  void know() {
    HeldStore store = new HeldStore();
    List<String> texts = List.of("Où est la sortie?", "Where is the EXIT sign", "Anything else?");
    store.moved =
        new Moved(
            "epoch",
            1,
            false,
            5,
            false,
            java.util.stream.IntStream.range(0, texts.size())
                .mapToObj(
                    i -> new Entry(Question.asked("q" + i, texts.get(i), null, i), null, null))
                .toList(),
            Map.of());
    QaBoard questions =
        new QaBoard(
            board, store, owner, () -> "feed", new QaInterest(Set::of, () -> Instant.EPOCH));
    questions.start(vertx);
    QueueItems items =
        new QueueItems(
            new Abuse(List.of()),
            new StaffNames(id -> Future.succeededFuture()),
            work -> owner.runOnContext(v -> work.run()));
    queue = new Queue(questions, items, new ModeratorPresence(board, null, owner, "node"), owner);
    Await.result(board.refresh("e"));
  }

  @AfterEach
  void end() {
    Await.result(vertx.close());
  }

  private Future<ServerMessage> ask(QaWire.QuestionState state, String search) {
    return queue.page("e", new GetQueue(1, "qa", state, null, search, null));
  }

  private static List<String> ids(Future<ServerMessage> page) {
    return ((QueuePage) Await.result(page)).items().stream().map(QueueItem::id).toList();
  }

  @Test
  void findsWordsWithoutCapitalsAndAccents() {
    assertEquals(List.of("q0"), ids(ask(null, "ou SORTIE")));
    assertEquals(List.of("q1"), ids(ask(QaWire.QuestionState.WAITING, "exit")));
    assertEquals(List.of("q2", "q1", "q0"), ids(ask(null, null)));
    assertEquals(List.of(), ids(ask(QaWire.QuestionState.DECLINED, "exit")));
  }

  @Test
  void othersAreAnsweredMeanwhile() {
    CountDownLatch busy = new CountDownLatch(1);
    Future<Void> occupied =
        vertx.executeBlocking(
            () -> {
              busy.await();
              return null;
            },
            false);
    Future<ServerMessage> searching = ask(null, "exit");
    assertEquals(3, ids(ask(null, null)).size());
    assertFalse(searching.isComplete(), "it waits for the worker");
    busy.countDown();
    assertEquals(List.of("q1"), ids(searching));
    Await.result(occupied);
  }
}
