package io.plenary.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.qa.Abuse;
import io.plenary.qa.QuestionState;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueItemsTest {
  private final Crowd crowd = new Crowd();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final QueueItems items = new QueueItems(new Abuse(List.of()), later::add);

  private List<String> like(int n) {
    return items.of(crowd.qa.memory, crowd.qa.memory.questions.byId("q" + n)).like();
  }

  @Test
  void looksAtAFewAtATimeSoThatOthersComeInBetween() {
    List<String> ids = IntStream.range(1, 13).mapToObj(n -> "q" + n).toList();
    for (int n = 1; n < 13; n++) crowd.put(n, "Question number " + n, QuestionState.WAITING);
    crowd.read();
    Future<Void> ready = items.ready(crowd.qa.memory, ids);
    assertFalse(ready.isComplete());
    int turns = 0;
    for (; !later.isEmpty(); turns++) later.remove().run();
    assertEquals(2, turns);
    assertTrue(ready.isComplete());
    assertTrue(items.ready(crowd.qa.memory, ids).isComplete(), "what was looked at is known");
    crowd.put(13, "Another question", QuestionState.WAITING).read();
    assertTrue(items.ready(crowd.qa.memory, ids).isComplete(), "a new one makes nobody look again at all others");
  }

  @Test
  void tellsOnlyWhoHasToDecideAndOnlyOfQuestionsThatStand() {
    crowd.put(1, "Will there be more parking?", QuestionState.WAITING).put(2, "Is there going to be more parking?", QuestionState.PUBLISHED)
        .put(3, "More parking, please?", QuestionState.ARCHIVED).read();
    assertEquals(List.of("q2"), like(1));
    assertEquals(List.of(), like(2));
    crowd.put(4, "will there be MORE parking", QuestionState.WAITING).read();
    assertEquals(List.of("q4", "q2"), like(1), "one that came later");
    crowd.gone(2).put(4, "", QuestionState.WITHDRAWN).read();
    assertEquals(List.of(), like(1));
  }
}
