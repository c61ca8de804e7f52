package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.EventState;
import io.plenary.activity.service.OneNode;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.service.QuestionStore.CommitOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Committed;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionTotalsMessage;
import io.plenary.kinds.qa.wire.QaWire.AttendeeQuestions;
import io.plenary.kinds.qa.wire.QaWire.Totals;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.Wire;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Questions are read for somebody: who comes finds all of them, and when everybody has gone they
 * make room.
 */
class InterestTest {
  private static final int MANY = 700;
  private static final int MINUTE = 240;
  private final List<Integer> recounts = new ArrayList<>();
  private final ShelfStore store =
      new ShelfStore() {
        @Override
        public Future<Integer> recount(String eventId, String qaId) {
          recounts.add(reads);
          return Future.succeededFuture(0);
        }
      };
  private final OneRoom room = new OneRoom(store);

  InterestTest() {
    for (int n = 1; n <= MANY; n++) store.publish(n, "Question number " + n);
    new QaRecounts(room.board, store, new OneNode(), room.loop.vertx(), room.questions::moved)
        .start(room.questions);
  }

  private void over() {
    room.now = room.now.plus(Duration.ofDays(1));
  }

  private void moves() {
    room.questions.moved(new ChangeNotification(OneRoom.EVENT, OneRoom.QA));
    room.questions.moved(new ChangeNotification(OneRoom.EVENT, ""));
    room.tick(2);
  }

  private void assertAllIsThere(int all) {
    assertEquals(all, room.questions.view(OneRoom.EVENT, OneRoom.QA).index().size());
    List<QuestionTotalsMessage> totals = room.heard(QuestionTotalsMessage.class);
    assertEquals(new Totals(all, 0), totals.get(totals.size() - 1).totals());
    List<AttendeeSnapshot> shown = room.heard(AttendeeSnapshot.class);
    assertEquals(new Totals(all, 0), questions(shown.get(shown.size() - 1)).totals());
  }

  private static AttendeeQuestions questions(AttendeeSnapshot snapshot) {
    return Wire.find(snapshot.beside(), AttendeeQuestions.class);
  }

  @Test
  void whatGoesOnIsThereBeforeAnybodyComes() {
    room.start();
    room.tick(2);
    assertEquals(MANY, room.questions.view(OneRoom.EVENT, OneRoom.QA).index().size());
    assertEquals(1, recounts.size());
    room.tick(20 * MINUTE);
    assertNotNull(room.questions.view(OneRoom.EVENT, OneRoom.QA));
  }

  @Test
  void anEventThatIsOverIsReadForWhoeverComes() {
    over();
    room.start();
    room.tick(2);
    moves();
    assertEquals(List.of(0, 0), List.of(store.reads, recounts.size()));
    room.enter();
    assertEquals(
        0,
        questions(room.heard(AttendeeSnapshot.class).get(0)).totals().published(),
        "it is not known yet");
    room.tick(1);
    assertAllIsThere(MANY);
    assertEquals(1, recounts.size());
    store.publish(MANY + 1, "One more");
    moves();
    assertEquals(MANY + 1, room.questions.view(OneRoom.EVENT, OneRoom.QA).index().size());
  }

  @ParameterizedTest
  @EnumSource(
      value = Qa.State.class,
      names = {"DRAFT", "FINAL", "ANONYMISED"})
  void norIsOneReadThatIsOffOrEnded(Qa.State state) {
    EventState s = room.events.state();
    room.events.become(
        new EventState(
            "epoch",
            2,
            s.event(),
            s.rooms(),
            Map.of(OneRoom.QA, new Qa(OneRoom.QA, 2, 1, state, true, QaSettings.usual()))));
    room.start();
    room.tick(2);
    moves();
    assertEquals(0, store.reads);
    room.watchQueue();
    room.tick(1);
    assertEquals(MANY, room.live().memory.questions.all().size());
  }

  @Test
  void whenEverybodyHasGoneItIsDroppedAndWhoComesBackFindsItAsItIsThen() {
    over();
    room.start();
    room.enter();
    room.tick(2);
    room.leave();
    room.tick(4 * MINUTE);
    assertEquals(
        MANY,
        room.questions.view(OneRoom.EVENT, OneRoom.QA).index().size(),
        "somebody may come back");
    room.enter();
    room.tick(4 * MINUTE);
    room.leave();
    room.tick(4 * MINUTE);
    assertNotNull(room.questions.view(OneRoom.EVENT, OneRoom.QA));
    QuestionFeed before = room.live().feed;
    room.tick(3 * MINUTE);
    assertNull(room.questions.view(OneRoom.EVENT, OneRoom.QA));
    assertEquals(List.of(), room.questions.own(OneRoom.EVENT, OneRoom.QA, "asked by 1"));
    assertEquals(0, room.live().memory.questions.all().size());
    int reads = store.reads;
    store.publish(MANY + 1, "While nobody was there");
    moves();
    assertEquals(reads, store.reads);
    room.forget();
    room.enter();
    room.tick(1);
    assertAllIsThere(MANY + 1);
    assertTrue(
        !before.name().equals(room.live().feed.name()),
        "who still has the old list asks for another head");
    assertEquals(MANY + 1, room.questions.own(OneRoom.EVENT, OneRoom.QA, "asked by 1").size());
    assertEquals(2, recounts.size());
    moves();
    assertTrue(store.reads > reads);
  }

  @Test
  void whoActsBeforeItIsReadActsOnAllOfIt() {
    over();
    room.start();
    Moderation moderation =
        new Moderation(
            room.board,
            room.questions,
            store,
            room.loop.context(),
            InstantSource.fixed(Instant.EPOCH));
    Function<QaRules, QaChange> answered = rules -> rules.answered(MANY);
    Future<Void> done = moderation.run(OneRoom.EVENT, OneRoom.QA, "account", answered);
    room.loop.run();
    assertEquals("q" + MANY, store.commits.get(0).writes().get(0).id());
    store.committed.get(0).complete(new Committed(CommitOutcome.COMMITTED, null));
    room.loop.run();
    assertTrue(done.succeeded());
  }
}
