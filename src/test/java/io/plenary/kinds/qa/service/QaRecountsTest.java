package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.EventState;
import io.plenary.activity.service.Claims;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a Q&A that is closed nothing moves any more: who could not count asks again by itself. */
class QaRecountsTest {
  private int recounts;
  private boolean away;
  private final ShelfStore store =
      new ShelfStore() {
        @Override
        public Future<Integer> recount(String eventId, String qaId) {
          if (away) return Future.failedFuture("away");
          recounts++;
          return Future.succeededFuture(0);
        }
      };

  /** Whether another node holds the claim. */
  private boolean held;

  private int asked;
  private final Claims claims =
      new Claims() {
        @Override
        public Future<Boolean> once(
            ActivityRef activity, String piece, Duration known, Supplier<Future<Void>> work) {
          asked++;
          return held ? Future.succeededFuture(false) : work.get().map(true);
        }

        @Override
        public Future<Boolean> alone(String name, Supplier<Future<Void>> work) {
          throw new UnsupportedOperationException();
        }
      };
  private final OneRoom room = new OneRoom(store);

  @BeforeEach
  void open() {
    store.publish(1, "Question number 1");
    new QaRecounts(room.board, store, claims, room.loop.vertx(), room.questions::moved)
        .start(room.questions);
    room.start();
    room.tick(2);
    assertEquals(1, recounts, "when it was read");
  }

  private void become(long rev, Qa.State state) {
    EventState s = room.events.state();
    room.events.become(
        new EventState(
            s.epoch(),
            s.version() + 1,
            s.event(),
            s.rooms(),
            Map.of(OneRoom.QA, new Qa(OneRoom.QA, rev, 1, state, true, QaSettings.usual()))));
    room.start();
  }

  @Test
  void whatANodeTookUpThatDiedIsCountedByAnother() {
    held = true;
    become(2, Qa.State.LOCKED);
    room.tick(3);
    assertEquals(1, recounts, "it may be at work");
    held = false; // its claim ended with it
    room.tick(1);
    assertEquals(2, recounts);
    int before = asked;
    room.tick(3);
    assertEquals(before, asked, "it is known to be done");
  }

  @Test
  void whatTheStoreDidNotAnswerIsAskedAgain() {
    away = true;
    become(2, Qa.State.LOCKED);
    room.tick(3);
    away = false;
    room.tick(1);
    assertEquals(2, recounts);
  }

  @Test
  void whatIsAnonymousByThenIsNotCounted() {
    held = true;
    become(2, Qa.State.LOCKED);
    become(3, Qa.State.ANONYMISED);
    int before = asked;
    held = false;
    room.tick(3);
    assertEquals(1, recounts);
    assertEquals(before, asked);
  }
}
