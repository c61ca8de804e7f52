package io.plenary.kinds.qa.service;

import io.plenary.ManualLoop;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/**
 * A node that knows a Q&A with one public question, over a store that answers when it is told to.
 */
abstract class OneQuestion {
  static final String EVENT = "ev";
  static final Qa QA = new Qa("qa", 1, 1, Qa.State.OPEN, true, QaSettings.usual());
  final ManualLoop loop = new ManualLoop();
  final ModelStore events =
      new ModelStore(
          new EventState(
              "epoch",
              1,
              new Event(
                  EVENT,
                  1,
                  "ABC234",
                  new EventDetails(
                      "Event", LocalDate.EPOCH, LocalDate.EPOCH, ZoneOffset.UTC, List.of())),
              List.of(new Room("r", 1, "Hall", List.of(), List.of("qa"), Stage.join())),
              Map.of("qa", QA)));
  final EventCache board = new EventCache(new Connection(events), loop.context());
  final HeldStore store = new HeldStore();
  final List<ChangeNotification> told = new ArrayList<>();
  final QuestionBatches batches = new QuestionBatches(store, loop.context(), 10);
  final QaBoard questions =
      new QaBoard(
          board,
          store,
          loop.context(),
          () -> "feed" + told.size(),
          new QaInterest(() -> Set.of(EVENT), InstantSource.system()));
  final AskerKeys keys =
      new AskerKeys() {
        @Override
        public String asker(Key qa, boolean signed, String participant) {
          return (signed ? "signed by " : "asked by ") + participant;
        }

        @Override
        public String upvoter(Key qa, String participant) {
          return "upvoted by " + participant;
        }
      };
  final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(600));

  @BeforeEach
  void know() {
    questions.start(loop.vertx());
    store.moved =
        new Moved(
            "epoch",
            1,
            false,
            5,
            false,
            List.of(entry(question(1, QuestionState.PUBLISHED))),
            Map.of("q1", 3));
    board.refresh(EVENT);
    loop.run();
    loop.tick();
  }

  static Question question(int rev, QuestionState state) {
    return new Question(
        "q1",
        rev,
        1,
        "Why",
        null,
        new Question.Times(1, 2, 0),
        state,
        null,
        null,
        null,
        List.of(),
        null);
  }

  static Entry entry(Question q) {
    return new Entry(q, new Asker("asked by someone", "phone-id-0123456789"), null);
  }
}
