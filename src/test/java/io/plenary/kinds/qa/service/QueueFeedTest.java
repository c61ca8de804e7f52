package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.abuse.Abuse;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.wire.QaServerMessage.QueueMoved;
import io.plenary.kinds.qa.wire.QueueWire.QueueItem;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A screen that only ever saw frames shows what a fresh one does. */
class QueueFeedTest {
  private static final String[] TEXTS = {
    "Will there be more parking?",
    "Is there going to be more parking?",
    "More parking, please?",
    "When is lunch?"
  };
  private final Crowd crowd = new Crowd();
  private final QueueItems items =
      new QueueItems(
          new Abuse(List.of()), new StaffNames(id -> Future.succeededFuture()), Runnable::run);
  private final Map<String, QueueItem> screen = new HashMap<>();

  @BeforeEach
  void begin() {
    crowd.read();
  }

  private void read() {
    crowd.qa.queue.note(crowd.read());
    for (int i = 0; i < 3; i++) {
      QueueMoved frame = crowd.qa.queue.next(crowd.qa, items);
      if (frame != null) frame.put().forEach(item -> screen.put(item.id(), item));
    }
    assertNull(crowd.qa.queue.next(crowd.qa, items), "it comes to rest");
  }

  private List<String> like(int n) {
    return screen.get("q" + n).like();
  }

  @Test
  void theMarkOfADuplicateComesAndGoesWithTheOther() {
    crowd.put(1, TEXTS[0], QuestionState.WAITING);
    read();
    assertEquals(List.of(), like(1));
    crowd.put(2, TEXTS[1], QuestionState.WAITING);
    read();
    assertEquals(List.of("q2"), like(1));
    crowd.gone(2);
    read();
    assertEquals(List.of(), like(1));
    crowd.put(2, TEXTS[1], QuestionState.PUBLISHED);
    read();
    assertEquals(List.of("q2"), like(1));
    crowd.put(2, "", QuestionState.WITHDRAWN);
    read();
    assertEquals(List.of(), like(1));
  }

  @Test
  void whateverHappensItShowsWhatAFreshOneDoes() {
    QuestionState[] states = {
      QuestionState.WAITING, QuestionState.WAITING, QuestionState.PUBLISHED, QuestionState.ARCHIVED
    };
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        int n = 1 + random.nextInt(12);
        crowd.put(n, TEXTS[n % TEXTS.length], states[random.nextInt(states.length)]);
      }
      read();
      screen.forEach(
          (id, item) ->
              assertEquals(items.of(crowd.qa.memory, crowd.qa.memory.questions.byId(id)), item));
    }
  }
}
