package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.plenary.hub.OpenSink;
import io.plenary.hub.Outbox;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.wire.QaWire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phones hear of their own questions, and who is who is worked out once for each. */
class OwnFeedsTest {
  private static final String EVENT = "ev";
  private final ManualLoop loop = new ManualLoop();
  private final ModelStore events =
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
              Map.of("qa", qa(1, 1, Qa.State.OPEN))));
  private final EventCache board = new EventCache(new Connection(events), loop.context());
  private final HeldStore store = new HeldStore();
  private final QaBoard questions =
      new QaBoard(
          board, store, loop.context(), () -> "feed", new QaInterest(Set::of, () -> Instant.EPOCH));
  private final List<String> workedOut = new ArrayList<>();
  private final OwnFeeds feeds =
      new OwnFeeds(
          board,
          questions,
          new AskerKeys() {
            @Override
            public String asker(Key qa, boolean signed, String participant) {
              workedOut.add(participant);
              return participant
                  + (signed ? " signed" : " asked")
                  + new String(qa.bytes(), StandardCharsets.UTF_8);
            }

            @Override
            public String upvoter(Key qa, String participant) {
              throw new UnsupportedOperationException();
            }
          },
          loop.context());
  private int version = 5;

  /** A phone, and what it heard. */
  private final class Phone {
    final List<String> heard = new ArrayList<>();
    final Outbox outbox = new Outbox(new OpenSink(frame -> heard.add(frame.text())), () -> 0);

    Phone(String participant) {
      feeds.enter(EVENT, "r", participant, outbox);
    }
  }

  private static Qa qa(long rev, long round, Qa.State state) {
    return new Qa("qa", rev, round, state, true, QaSettings.usual());
  }

  @BeforeEach
  void know() {
    questions.start(loop.vertx());
    store.moved = new Moved("epoch", 1, false, version, false, List.of(), Map.of());
    board.refresh(EVENT);
    loop.run();
    loop.tick();
  }

  private void become(Qa next) {
    EventState s = events.state();
    events.become(
        new EventState("epoch", s.version() + 1, s.event(), s.rooms(), Map.of("qa", next)));
    board.refresh(EVENT);
    loop.run();
    loop.tick();
  }

  /** Somebody asked. */
  private void asked(long round, String asker, String text) {
    Entry entry =
        new Entry(
            Question.asked("q" + version, text, null, 10),
            new Asker(asker, "phone-id-of-" + text),
            null);
    store.moved = new Moved("epoch", round, false, ++version, false, List.of(entry), Map.of());
    questions.moved(new ChangeNotification(EVENT, "qa"));
    loop.tick();
  }

  private static boolean last(Phone phone, String text) {
    return phone.heard.get(phone.heard.size() - 1).contains(text);
  }

  @Test
  void changesOfTheEventDoNotMakeWhoIsWhoWorkedOutAgain() {
    Phone one = new Phone("one");
    Phone two = new Phone("two");
    assertEquals(List.of("one", "one", "two", "two"), workedOut);
    for (int rev = 2; rev < 6; rev++) {
      become(qa(rev, 1, Qa.State.OPEN));
      asked(1, "one askedqa", "text" + rev);
      assertEquals(List.of(true, false), List.of(last(one, "text" + rev), last(two, "text" + rev)));
    }
    assertEquals(4, workedOut.size());
  }

  @Test
  void whoCameWhileItWasOffIsToldOnceItIsOn() {
    Phone one = new Phone("one");
    become(qa(2, 1, Qa.State.DRAFT));
    Phone late = new Phone("late");
    assertEquals(List.of(), late.heard);
    become(qa(3, 1, Qa.State.OPEN));
    assertEquals(List.of(2, 1), List.of(one.heard.size(), late.heard.size()));
    asked(1, "late askedqa", "And now");
    assertEquals(List.of(false, true), List.of(last(one, "And now"), last(late, "And now")));
    assertEquals(4, workedOut.size());
  }

  @Test
  void anotherRoundHasOtherKeys() {
    Phone one = new Phone("one");
    store.moved = new Moved("epoch", 2, false, ++version, false, List.of(), Map.of());
    become(qa(2, 2, Qa.State.OPEN));
    asked(2, "one askedqa2", "Anew");
    assertEquals(true, last(one, "Anew"));
    assertEquals(4, workedOut.size());
  }

  @Test
  void whoAskedADuplicateIsToldWhatBecameOfTheQuestionItCountsWith() {
    Question.Declined why =
        new Question.Declined(DeclineReason.NAMES_SOMEBODY, "Not about your neighbour.");
    for (QuestionState state :
        List.of(QuestionState.PUBLISHED, QuestionState.DECLINED, QuestionState.ARCHIVED)) {
      boolean away = state != QuestionState.PUBLISHED;
      Question root =
          new Question(
              "q1",
              2,
              1,
              "Why",
              null,
              new Question.Times(1, 2, 0),
              state,
              state == QuestionState.ARCHIVED ? QuestionState.DECLINED : null,
              null,
              away ? why : null,
              List.of(),
              null);
      Question same =
          new Question(
              "q2",
              2,
              0,
              "Why?",
              null,
              new Question.Times(1, 0, 0),
              QuestionState.MERGED,
              QuestionState.WAITING,
              "q1",
              null,
              List.of(),
              null);
      store.moved =
          new Moved(
              "epoch" + state,
              1,
              false,
              7,
              false,
              List.of(
                  new Entry(root, new Asker("one", "phone-id-1"), null),
                  new Entry(same, new Asker("another", "phone-id-2"), null)),
              Map.of());
      questions.moved(new ChangeNotification(EVENT, "qa"));
      loop.tick();
      QaWire.OwnQuestion own = questions.own(EVENT, "qa", "another").get(0);
      assertEquals(away ? state.name() : "MERGED", own.state().name());
      assertEquals(away ? QaWire.DeclineReason.NAMES_SOMEBODY : null, own.reason());
      assertEquals(null, own.note(), "it was for the asker of the other one");
      assertEquals(away ? null : new QaWire.Into(1, "Why"), own.into());
    }
  }
}
